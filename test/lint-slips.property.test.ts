// Nothing that looks like a tag is lost in silence: it is read, or a finding stands at its place.
import assert from 'node:assert/strict';
import fc from 'fast-check';
import { KINDS, type Kind, lint, type Span, vocabularyOf } from '../server/core/index.js';
import { workspaceWith } from './support/linting.js';
import { property, runs } from './support/needs.js';

const VOCABULARY = vocabularyOf([]);
const one = fc.constantFrom;

/** A word for the kind: itself, one letter less, more, other, two swapped, in capitals, or an alias. */
function spellings(kind: Kind): fc.Arbitrary<string> {
  const { tag } = kind;
  const aliases = [...VOCABULARY.aliases].filter(([, other]) => other.tag === tag);
  const words = aliases.map(([word]) => word);
  const alias = one(...words);
  const swapped = fc
    .nat(tag.length - 2)
    .map((at) => tag.slice(0, at) + tag[at + 1] + tag[at] + tag.slice(at + 2));
  const capitals = one(
    (word: string) => word.toUpperCase(),
    (word: string) => word[0]?.toUpperCase() + word.slice(1),
  );
  const whole = fc.oneof(fc.constant(tag), alias, alias);
  const written = fc.oneof(
    whole,
    fc.tuple(capitals, whole).map(([capital, word]) => capital(word)),
    swapped,
  );
  if (tag.length < 4) return written;
  return fc.oneof(
    { weight: 2, arbitrary: written },
    fc.nat(tag.length - 1).map((at) => tag.slice(0, at) + tag.slice(at + 1)),
    fc.nat(tag.length).map((at) => `${tag.slice(0, at)}x${tag.slice(at)}`),
    fc.nat(tag.length - 1).map((at) => `${tag.slice(0, at)}x${tag.slice(at + 1)}`),
  );
}

/** Signs as an input method for Chinese or Japanese writes them. */
const WIDE: Readonly<Record<string, readonly string[]>> = {
  ':': [':', ':', ':', '：'],
  '[': ['[', '[', '［', '【'],
  ']': [']', ']', '］', '】'],
  '{': ['{', '{', '｛'],
  '}': ['}', '}', '｝'],
  '#': ['#', '#', '＃'],
  '=': ['=', '=', '＝'],
  '"': ['"', '"', '＂', '“'],
  ',': [',', ',', '，'],
  ';': [';', ';', '；'],
  '(': ['(', '(', '（'],
  ')': [')', ')', '）'],
};

/** Any of the signs of a tag as its full-width twin. */
function widened(tag: string): fc.Arbitrary<string> {
  return fc
    .tuple(...Array.from(tag, (sign) => one(...(WIDE[sign] ?? [sign]))))
    .map((signs) => signs.join(''));
}

/** A tag of a word in each form, as one line or several. */
const FORMS: readonly ((word: string) => string)[] = [
  (word) => `:${word}[Zed]`,
  (word) => `:${word}[Zed]{ref=zed}`,
  (word) => `:${word}[a *b* and \`c\`]{ref=zed,yed}`,
  (word) => `:${word}[Zed]{}`,
  (word) => `:${word}[:place[Land] desk]{name="x y"}`,
];

const RECORDS: readonly ((word: string) => string)[] = [
  (word) => `::${word}[Zed]{#zed}`,
  (word) => `::${word}[Zed]`,
  (word) => `::${word}{of=c-1 on=2025}`,
  (word) => `::${word}[Zed]{#zed name="x, y"}`,
];

const FENCES: readonly ((word: string) => string)[] = [
  (word) => `:::${word}{by=zed due=2026}\nThey will go.\n:::`,
  (word) => `::::${word}{by=zed}\nThey will go.\n::::`,
  (word) => `:::${word}{#c-1 by=zed to="a, b"}\n\nThey will go.\n\n:::`,
];

/** Only a kind itself is looked for behind these: a word that is misspelt as well is two slips. */
const SLIPS: readonly ((word: string) => string)[] = [
  (word) => `${word}:[Zed]`,
  (word) => `see:${word}[Zed]`,
  (word) => `5:${word}[Zed]`,
  (word) => `:${word}[Zed`,
  (word) => `:${word}{ref=zed}`,
  (word) => `:${word}[]{ref=zed}`,
  (word) => `:${word}[Zed]{ref=zed`,
  (word) => `:${word}[Zed] {ref=zed}`,
];

/** These look like nothing else, whatever the word. */
const GAPS: readonly ((word: string) => string)[] = [
  (word) => `:${word} [Zed]`,
  (word) => `: ${word}[Zed]`,
  (word) => `a ::${word}[Zed] b`,
  (word) => `::${word}[Zed] there`,
];

/** Tags in brackets of another form, without their colon or with another sign for it, or without their kind. */
const NEAR: readonly ((word: string) => string)[] = [
  (word) => `:${word}(Zed)`,
  (word) => `:${word}(zed and yed)`,
  (word) => `:${word} (Zed)`,
  (word) => `:${word}(Zed){ref=zed}`,
  (word) => `:${word}(Zed]{ref=zed}`,
  (word) => `:${word}{Zed}`,
  (word) => `:${word}{Zed Yed}`,
  (word) => `:${word}{Zed}{ref=zed}`,
  (word) => `:${word}{Zed #zed}`,
  (word) => `:${word}{Zed ref=zed}`,
  (word) => `:${word} {Zed}`,
  (word) => `:${word} {ref=zed}`,
  (word) => `:${word}"Zed"`,
  (word) => `:${word} "Zed"`,
  (word) => `:${word} Zed Yed{ref=zed}`,
  (word) => `:${word}:[Zed]{ref=zed}`,
  (word) => `:${word}[Zed](ref=zed)`,
  (word) => `:${word}[Zed]ref=zed`,
  (word) => `;${word}[Zed]`,
  (word) => `;${word}[Zed]{ref=zed}`,
  (word) => `${word}[Zed]{ref=zed}`,
  (word) => `${word}(Zed){ref=zed}`,
  () => ':[Zed]{ref=zed}',
  () => ':[Zed]{#zed}',
  () => '[Zed]{ref=zed}',
  () => ':{ref=zed}',
];

/** Read as HTML or as no label at all there. */
const NEAR_IN_HTML = NEAR.filter((form) => !/^\W/.test(form('')) || form('x').includes('x'));

const NEAR_RECORDS: readonly ((word: string) => string)[] = [
  (word) => `::${word}(Zed){#zed}`,
  (word) => `::${word}{Zed}{#zed}`,
  (word) => `::${word}[Zed](#zed)`,
  (word) => `::${word} Zed {#zed}`,
  (word) => `::${word}:[Zed]{#zed}`,
  (word) => `;;${word}[Zed]{#zed}`,
  (word) => `:;${word}[Zed]{#zed}`,
  (word) => `;;${word}{of=c-1 on=2025}`,
  (word) => `${word}[Zed]{#zed}`,
  (word) => `${word}{of=c-1 on=2025}`,
  () => '::[Zed]{#zed}',
  () => '::{of=c-1 on=2025}',
];

const NEAR_FENCES: readonly ((word: string) => string)[] = [
  (word) => `:::${word}(by=zed)\nThey will go.\n:::`,
  (word) => `:::${word}[by=zed]\nThey will go.\n:::`,
  (word) => `;;;${word}{by=zed}\nThey will go.\n;;;`,
  (word) => `::;${word}{by=zed}\nThey will go.\n:::`,
  (word) => `${word}{by=zed}\nThey will go.\n:::`,
  () => ':::{by=zed}\nThey will go.\n:::',
];

const FENCE_SLIPS: readonly string[] = [
  '::: commitment {by=zed}\nThey will go.\n:::',
  ':::{.commitment by=zed}\nThey will go.\n:::',
  ':::commitment {by=zed}\nThey will go.\n:::',
  ':::commitment{by=zed}\nThey will go.',
  '：：： commitment ｛by=zed｝\nThey will go.\n：：：',
];

type Around = readonly [before: string, after: string];

/** Where a tag of one line may stand; those at the start of a line hold records too. */
const IN_LINES: readonly Around[] = [
  ['Here ', ' there.'],
  ['', ' there.'],
  ['*', '* there.'],
  ['**Very ', '**'],
  ['- item ', ''],
  ['1. x\n   - item ', ' more'],
  ['- [ ] ', ''],
  ['> quote ', ''],
  ['> - ', ' x'],
  ['| a | b |\n|---|---|\n| x | ', ' |'],
  ['| ', ' | b |\n|---|---|\n| x | y |'],
  ['## Head ', ' {#own}'],
  ['Head ', '\n---'],
  ['A claim[^1].\n\n[^1]: By ', ' it.'],
  ['[link ', '](https://example.org)'],
  ['Line\\\n', ' x'],
  ['「', '」。'],
  ['据', '称'],
  ['(', ')'],
];

const IN_HTML: readonly Around[] = [
  ['<p>', '</p>'],
  ['<div>\n', '\n</div>'],
  ['<div class="x">\n<p>x ', '</p>\n</div>'],
  ['- <!-- x --> ', ''],
  ['> <!-- x --> ', ''],
  ['<pre>\nx\n</pre> ', ''],
  ['<table>\n<tr><td>', '</td></tr>\n</table>'],
  ['<ul>\n  <li>', '</li>\n</ul>'],
  ['<details>\n<summary>', '</summary>\n</details>'],
  ['- <p>', '</p>'],
  ['<br>\n', ''],
  ['x <b>', '</b> y'],
  ['x <span title="t">a ', ' b</span> y'],
];

/** In a link a bracket of another width is the link's; behind a letter, `：word（x）` is how Chinese explains a word. */
const NO_LINK = IN_LINES.filter(([before]) => !/\[link|据/.test(before));

const AT_LINES: readonly Around[] = [
  ['', ''],
  ['Words.\n\n', '\n\nWords.'],
  ['Words.\n', '\nWords.'],
  ['- ', ''],
  ['- x\n\n  ', '\n- y'],
  ['1. ', ''],
  ['> ', ''],
  ['> x\n>\n> ', '\n> y'],
  ['- > ', ''],
  ['<div>\n', '\n</div>'],
  ['<div>\n\n', '\n\n</div>'],
];

/** In a footnote no record stands; a block there is another tool's. */
const AT_NOTES: readonly Around[] = [['[^1]: ', '\n\nx[^1]']];

/** Puts a tag somewhere: its lines get the marks of the quote or list that it is in. */
function placed([before, after]: Around, tag: string): { text: string; span: Span } {
  const line = before.slice(before.lastIndexOf('\n') + 1);
  const marks = /^(?:[>\s]|[-*] (?:\[ \] )?|\d+\. |\[\^1\]: )*/.exec(line)?.[0] ?? '';
  const next = marks.replace(/[^>]/g, ' ');
  const words = tag.replaceAll('\n', `\n${next}`);
  const text = `:date[2025]\n\n${before}`;
  const span = { start: text.length, end: text.length + words.length };
  return { text: `${text}${words}${after}\n`, span };
}

const word = one(...KINDS).chain(spellings);
const known = one(...KINDS).map(({ tag }) => tag);
/** Those that blocks are of: of no other kind is a block looked for. */
const blocks = one(...KINDS.filter(({ forms }) => forms.includes('block'))).map(({ tag }) => tag);

const tagLike = fc.oneof(
  fc
    .tuple(one(...FORMS), word, one(...IN_LINES, ...IN_HTML))
    .chain(([form, kind, around]) => widened(form(kind)).map((tag) => placed(around, tag))),
  fc
    .tuple(one(...SLIPS), known, one(...IN_LINES, ...AT_LINES))
    .map(([slip, kind, around]) => placed(around, slip(kind))),
  fc
    .tuple(one(...GAPS), word, one(...IN_LINES, ...AT_LINES))
    .map(([form, kind, around]) => placed(around, form(kind))),
  fc
    .tuple(one(...GAPS), known, one(...IN_LINES, ...AT_LINES))
    .map(([form, kind, around]) => placed(around, form(kind).replace(/:/g, '：'))),
  fc
    .tuple(one(...NEAR), word, one(...NO_LINK))
    .chain(([form, kind, around]) => widened(form(kind)).map((tag) => placed(around, tag))),
  fc
    .tuple(one(...NEAR_IN_HTML), word, one(...IN_HTML))
    .chain(([form, kind, around]) => widened(form(kind)).map((tag) => placed(around, tag))),
  fc
    .tuple(one(...NEAR_RECORDS), word, one(...AT_LINES))
    .chain(([form, kind, around]) => widened(form(kind)).map((tag) => placed(around, tag))),
  fc
    .tuple(one(...NEAR_FENCES), blocks, one(...AT_LINES))
    .chain(([form, kind, around]) => widened(form(kind)).map((tag) => placed(around, tag))),
  fc.tuple(one(...FENCE_SLIPS), one(...AT_LINES)).map(([tag, around]) => placed(around, tag)),
  fc
    .tuple(one(...RECORDS), known, one(...AT_NOTES))
    .chain(([form, kind, around]) => widened(form(kind)).map((tag) => placed(around, tag))),
  fc
    .tuple(one(...RECORDS, ...FENCES), word, one(...AT_LINES))
    .chain(([form, kind, around]) => widened(form(kind)).map((tag) => placed(around, tag))),
);

property('what looks like a tag of a kind is read, or spoken of at its place', () => {
  fc.assert(
    fc.property(tagLike, ({ text, span }) => {
      const workspace = workspaceWith({ 'brief.md': text });
      const isThere = (found: { readonly span: Span }): boolean =>
        found.span.start < span.end && found.span.end > span.start;
      const spoken = lint(workspace, 'brief.md').some(isThere);
      const read = workspace.pages.get('brief.md')?.facts.tags.some(isThere);
      assert.ok(spoken || read, text);
    }),
    runs('text'),
  );
});
