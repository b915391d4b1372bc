import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type Block, parse } from '../server/core/parse/index.js';
import type { Span } from '../server/core/text/index.js';
import { sumOf } from './support/whole.js';

function words(text: string, span: Span): string {
  return text.slice(span.start, span.end);
}

/** The prose of a text, its holes drawn as dots, each with what it stands in. */
function proseOf(text: string): string[] {
  return sumOf(parse(text)).prose.map(({ span, holes, within }) => {
    const letters = [...words(text, span)];
    const hidden = (index: number): boolean =>
      holes.some(({ start, end }) => start <= span.start + index && span.start + index < end);
    return `${within}: ${letters.map((letter, index) => (hidden(index) ? '·' : letter)).join('')}`;
  });
}

function tagsOf(text: string): string[] {
  return sumOf(parse(text)).tags.map(({ span }) => words(text, span));
}

function all<K extends 'slips' | 'html' | 'links' | 'footnotes' | 'headings'>(
  text: string,
  key: K,
): Block[K][number][] {
  return parse(text).blocks.flatMap(({ block }) => [...block[key]] as Block[K][number][]);
}

test('front matter is cut off, with either end, behind a byte order mark', () => {
  const { frontMatter, blocks } = parse('---\ntitle: :person[x]\n---\nText.\n');
  assert.deepEqual(frontMatter, { span: { start: 0, end: 25 }, body: { start: 4, end: 22 } });
  assert.deepEqual(
    blocks.map(({ at }) => at),
    [26],
  );
  assert.deepEqual(parse('\ufeff---\r\na: b\r\n...\r\nText').frontMatter?.body, {
    start: 6,
    end: 12,
  });
  assert.equal(parse('---\ntitle: x\n').frontMatter, undefined);
  assert.equal(parse(' ---\na\n---\n').frontMatter, undefined);
});

test('tags are read in prose, not in code, comments, HTML, URLs or link targets', () => {
  const text = [
    '`:person[a]` :person[A] [see :person[B]](x ":person[c]") https://x.y/:person[d]',
    '```\n:person[e]\n```',
    '    :person[f]',
    '<!-- :person[g] -->',
    '- one\n\n  ~~~\n  :person[h]\n\n  ::person[i]\n  ~~~\n  :person[C]',
    '<https://x.y/:person[j]> <a b=":person[k]">:person[D]</a>',
    '| :person[E] | b |\n|---|---|\n| `:person[l]` | :person[F] |',
  ].join('\n\n');
  assert.deepEqual(
    tagsOf(text),
    [...'ABCDEF'].map((name) => `:person[${name}]`),
  );
});

test('the prefixes of quotes and lists are holes in what they quote', () => {
  assert.deepEqual(proseOf('> one\n> two\n\n- a\n  b\n\nx\n  y'), [
    'paragraph: one\n··two',
    'paragraph: a\n··b',
    'paragraph: x\n··y',
  ]);
  assert.deepEqual(tagsOf('> :person[one\n> two]{#x\n> name=b}\n'), [
    ':person[one\n> two]{#x\n> name=b}',
  ]);
});

test('a record stands in a line of its own, also in containers and over several lines', () => {
  const text =
    'Text\n::person[A]{#a}\ntext\n\n* ::update[B]{of=c\n  status=fulfilled}\n* b\n\n> ::person[C]\n';
  assert.deepEqual(proseOf(text), [
    'paragraph: Text',
    'record: ::person[A]{#a}',
    'paragraph: text',
    'record: ::update[B]{of=c\n  status=fulfilled}',
    'paragraph: b',
    'record: ::person[C]',
  ]);
  const containers = sumOf(parse(text)).prose.map(
    ({ container }) => container && words(text, container),
  );
  assert.deepEqual(containers, [
    undefined,
    undefined,
    undefined,
    '* ::update[B]{of=c\n  status=fulfilled}',
    '* b',
    '> ::person[C]',
  ]);
});

test('attributes are cut out before links are looked for', () => {
  const text = ':source[A]{url=https://x.y/z} :source[C]{url=https://x.y/z name="[d](e)"}';
  assert.deepEqual(
    all(text, 'links').map(({ span }) => words(text, span)),
    [],
  );
});

test('$$ blocks hide their words when they are closed, a single $ never', () => {
  assert.deepEqual(tagsOf('$$\n:person[a]\n\n:person[b]\n$$\n\n:person[C]'), [':person[C]']);
  assert.deepEqual(tagsOf('$$ :person[a] $$\n:person[B]'), [':person[B]']);
  assert.deepEqual(tagsOf('> $$\n> :person[a]\n> $$\n> :person[B]'), [':person[B]']);
  assert.deepEqual(tagsOf('$$\n:person[A]'), [':person[A]']);
  assert.deepEqual(tagsOf('$5 :person[A] $6'), [':person[A]']);
});

test('a tag in a block of HTML is a slip, but not in what HTML hides', () => {
  const slips = (text: string): string[] =>
    parse(text).blocks.flatMap(({ block }) =>
      block.slips.map(({ code, span }) => `${code} ${words(block.key, span)}`),
    );
  assert.deepEqual(slips('<div>\n:person[a]{ref=x}\n::person[b]{#b}\n</div>'), [
    'tag-in-html :person[a]{ref=x}',
    'tag-in-html ::person[b]{#b}',
  ]);
  assert.deepEqual(slips('> <div>:person[a]</div>'), ['tag-in-html :person[a]']);
  for (const [text, slip] of [
    ['<!-- b --> :person[a]', ':person[a]'],
    ['<!-- b\n:place[b] -->\u00a0:person[a] <!-- :place[b] -->', ':person[a]'],
    ['<!--> :person[a] -->', ':person[a]'],
    ['- <!-- b --> ::person[a]{#a}', '::person'],
    ['> 1. <!-- b --> :person[a]', ':person[a]'],
    ['b\n<!-- b --> :person[a]', ':person[a]'],
    ['<pre>\n:place[b]\n</pre> :person[a]', ':person[a]'],
    ['<script>b</script >\n</script> :person[a]', ':person[a]'],
    ['<?b?> :person[a]', ':person[a]'],
    ['<!B b> :person[a]', ':person[a]'],
    ['<![CDATA[b]]> :person[a]', ':person[a]'],
    ['<div>\n:::commitment\nb\n:::\n</div>', ':::commitment'],
    ['<p>person:[a]</p>', 'person:'],
    ['<p>:person [a]</p>', ' '],
  ] as const)
    assert.deepEqual(slips(text), [`tag-in-html ${slip}`], text);
  for (const text of [
    '<!-- :person[a] -->',
    'b <!--\n:person[a] --> b',
    '<pre>\n:person[a]\n\n:person[b]\n</pre>',
    '<script>\nf(":person[a]")\n</script>',
    '<style>\n:person[a]\n</style>',
    '<div title=":person[a]">\n<!-- :person[a]\n-->\n</div>',
  ]) {
    assert.deepEqual(slips(text), [], text);
    assert.deepEqual(tagsOf(text), [], text);
  }
  assert.deepEqual(
    all('<!-- a -->\n\ntext <!-- b --> <b>\n\n<p>\n', 'html').map(({ form }) => form),
    ['comment', 'comment', 'inline', 'block'],
  );
});

test('definitions reach across blocks, in either direction', () => {
  const text = 'See [A b], [c][d], [e] and [^1].\n\n> [a  B]: /u\n> [d]: v.md "t"\n\n[^1]: Note.\n';
  assert.deepEqual(
    all(text, 'links').map(({ form, label, target }) => [form, label, target.text]),
    [
      ['reference', 'A B', ''],
      ['reference', 'D', ''],
      ['definition', 'A B', '/u'],
      ['definition', 'D', 'v.md'],
    ],
  );
  assert.deepEqual(
    all(text, 'footnotes').map(({ form, label, defined }) => [form, label.text, defined]),
    [
      ['reference', '1', true],
      ['definition', '1', true],
    ],
  );
});

test('a footnote mark without a definition is known as one, but not where it is none', () => {
  const missing = (text: string): string[] => all(text, 'footnotes').map(({ label }) => label.text);
  assert.deepEqual(missing('a[^1] b[^x-y].'), ['1', 'x-y']);
  assert.deepEqual(missing('\\[^1] `[^2]` [^a b] :a[^3] <!-- [^4] -->'), []);
  assert.equal(all('a[^1]', 'footnotes')[0]?.defined, false);
});

test('headings know their depth, their words and whether they stand at the top', () => {
  const text = '# A `b` #\n\nC\n===\n\n> ## D\n\n- E\n  ---\n\n#\n';
  assert.deepEqual(
    sumOf(parse(text)).headings.map(({ depth, content, top }) => [
      depth,
      words(text, content),
      top,
    ]),
    [
      [1, 'A `b`', true],
      [1, 'C', true],
      [2, 'D', false],
      [2, 'E', false],
      [1, '', true],
    ],
  );
});

test('the marks of Markdown in labels and headings are told apart from their words', () => {
  const text = ':a[x *y* `z` [l](t) \\* [^1]] *o* `p`\n\n## q **r**\n\n[^1]: n\n';
  const marks = parse(text).blocks.flatMap(({ at, block }) =>
    block.markup.map(({ start, end }) => text.slice(at + start, at + end)),
  );
  assert.deepEqual(marks, ['*', '*', '`', '`', '[', '](t)', '\\', '[^1]', '**', '**']);
});

test('bare URLs end before the brackets around them', () => {
  const links = (text: string): string[] => all(text, 'links').map(({ target }) => target.text);
  assert.deepEqual(links('See https://x.y/a_(b). (www.x.y) xhttps://no “http://a.b/c”'), [
    'https://x.y/a_(b)',
    'www.x.y',
    'http://a.b/c',
  ]);
  assert.deepEqual(links(':source[https://x.y/z]{#a} :source[b https://x.y]{url=http://x}'), [
    'https://x.y/z',
    'https://x.y',
  ]);
});

test('lone carriage returns end lines', () => {
  assert.deepEqual(proseOf('# A\r\rB\r- C'), ['heading: A', 'paragraph: B', 'paragraph: C']);
});

test('a no-break space or a byte order mark is a word, also at the end of a quote', () => {
  for (const word of ['\u00a0', '\ufeff']) {
    const [prose] = sumOf(parse(`>\t${word}`)).prose;
    assert.deepEqual(prose?.span, { start: 2, end: 3 });
    assert.deepEqual(prose?.container, { start: 0, end: 3 });
  }
});
