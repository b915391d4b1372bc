// Whether a text may hold tags, asked in one pass over it, against the full reading: what is left out holds none.
import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import test from 'node:test';
import fc from 'fast-check';
import { type Facts, mayHoldTags, recognize } from '../server/core/brief/index.js';
import { customKind } from '../server/core/brief/vocabulary.js';
import { KINDS, vocabularyOf } from '../server/core/kinds/index.js';
import { parse } from '../server/core/parse/index.js';
import { anyMarkdown } from './support/markdown.js';
import { property, runs } from './support/needs.js';

const SHIP = { title: 'Ship', plural: 'Ships', summary: 'A vessel.', attributes: [] };
const VOCABULARY = vocabularyOf([customKind({ tag: 'ship-2', ...SHIP })]);

/** Rules that speak of what looks like a tag, though it is of no kind. */
const SPEAKING = new Set(['unknown-kind']);

/** Whether a check speaks of the text, or would if it were a brief: but for a word before braces as in code. */
function holdsTags(text: string, { role, tags, definitions, faults }: Facts): boolean {
  const speaks = faults.some(({ rule, span }) => SPEAKING.has(rule) && !isBare(text, span));
  return role === 'brief' || tags.length + definitions.length > 0 || speaks;
}

/** `treaty(x){#y}`, `treaty{#y}`: in a brief a slip, but what no text is read for. */
function isBare(text: string, { start, end }: { start: number; end: number }): boolean {
  return (
    !/[:;：；﹕]$/.test(text.slice(0, start)) && /^[ \t\u00a0\u3000]*[({（｛]/.test(text.slice(end))
  );
}

function holds(text: string): void {
  if (mayHoldTags(text, VOCABULARY)) return;
  const facts = recognize(parse(text), VOCABULARY);
  assert.ok(!holdsTags(text, facts), `not seen: ${JSON.stringify(text)}`);
}

const KIND_WORDS = [...KINDS.map(({ tag }) => tag), 'ship-2'];
const ALIASES = [...VOCABULARY.aliases.keys()].filter((word) => /^[a-z][\w-]*$/.test(word));

const word = fc.oneof(
  fc.constantFrom(...KIND_WORDS),
  fc.constantFrom(...KIND_WORDS).map((kind) => kind.toUpperCase()),
  fc.constantFrom(...ALIASES),
  fc
    .tuple(fc.constantFrom(...KIND_WORDS), fc.nat(8), fc.constantFrom('', 'x', 's', '-', '_', '1'))
    .map(([kind, at, by]) => kind.slice(0, at) + by + kind.slice(at + 1)),
  fc.constantFrom('note', 'a', 'std', 'x-', ''),
  fc.constantFrom('ｐｅｒｓｏｎ', 'ｐerson', 'Ｄate', 'ｓhip－２'),
);

const COLONS = ['', ':', '::', ':::', '::::', '：', ':：', '\\:', '&#58;', ';', ';;;', ':;', '；'];
const GAPS = [
  '',
  '',
  '',
  ' ',
  '\t',
  '  ',
  '\n',
  '\u00a0',
  '<b>',
  '</b>',
  '<!-- x -->',
  '> ',
  '{.',
  '`',
];
const REST = [
  '[',
  '[x]',
  '[x](y)',
  '[]',
  '{',
  '{a=b}',
  '{#id}',
  '(',
  '［x］',
  '(x)',
  '(X y){#id}',
  '{X}',
  '{X y #id}',
  '"X"',
  '[x]{ref=y}',
  '【x】{#id}',
  '(by=x)',
  '｛',
  '【x】',
  '「x」',
  '『ref=x』',
  '（x）{ref=x}',
  '］',
  '',
  '}',
  ' x',
  '\n',
  '\r',
];
const BEFORE = [
  '',
  '',
  ' ',
  '\n',
  '\n\n',
  'a',
  '1',
  'é',
  '字',
  '- ',
  '> ',
  '1. ',
  '<div>',
  '    ',
  '|',
  '*',
  '\\',
  '`',
  '$$',
  '\ufeff',
];
const AFTER = ['', ' ', '\n', '\n\n', ']', ':', '</div>\n', '`', '```\n', '\n---\n', '*', '|'];

/** What stands where a tag could, with a slip or two. */
const nearTag = fc
  .tuple(
    ...[BEFORE, COLONS, GAPS].map((parts) => fc.constantFrom(...parts)),
    word,
    ...[GAPS, COLONS, GAPS, REST, AFTER].map((parts) => fc.constantFrom(...parts)),
  )
  .map((parts) => parts.join(''));

property('a text that is left out holds no tag and no slip of one', () => {
  const text = fc
    .array(fc.oneof({ weight: 4, arbitrary: nearTag }, anyMarkdown), { minLength: 1, maxLength: 4 })
    .map((parts) => parts.join(''));
  fc.assert(fc.property(text, holds), runs('word'));
});

test('nor does any Markdown of other people that is left out', () => {
  const names = readdirSync('node_modules', { recursive: true, encoding: 'utf8' });
  const files = names.filter((name) => /\.(?:md|markdown)$/i.test(name));
  let left = 0;
  for (const name of files) {
    const text = readFileSync(path.join('node_modules', name), 'utf8');
    if (mayHoldTags(text, VOCABULARY)) continue;
    left += 1;
    holds(text);
  }
  assert.ok(left > 0.95 * files.length, `of ${files.length} files only ${left} are left out`);
});

test('each form of each kind is seen, in every slip that is one', () => {
  for (const kind of KIND_WORDS) {
    const forms = [
      `:${kind}[x]`,
      `see:${kind}[x]`,
      `:${kind} [x]`,
      `:${kind}{a=b}`,
      `${kind}:[x]`,
      `::${kind}`,
      `:: ${kind} [x]`,
      `> ::${kind}{a=b}`,
      `:::${kind}\n`,
      `::: ${kind}\n`,
      `:::{.${kind} a=b}`,
      `：${kind}［x］`,
      `﹕${kind}【x】`,
      `：：：${kind}\n`,
      `:${kind}「x」`,
      `:${kind}(Ann)`,
      `:${kind}{Ann}`,
      `${kind}[Ann]{ref=ann}`,
      `;${kind}[Ann]{ref=ann}`,
      `;;;${kind}{by=ann}\n`,
      `::${kind}(Ann){#ann}`,
      `：${kind.toUpperCase().replace('P', 'Ｐ')}［x］`,
    ];
    for (const form of forms) assert.ok(mayHoldTags(`A\n\n${form}\n`, VOCABULARY), form);
  }
});

test('what everybody writes is no sign of a tag', () => {
  const texts = [
    'At 10:30, a:b, std::date, a::source(x), Note: [x], [x]: y, key:value, http://x/y:z',
    ':smile: :+1: ::: note\n\n:::tip\n\n:ref[x] {#id} ::youtube[x]',
    'date: [x] and person (x), :person: :org',
    'f(event), [a span]{.source}, x[y]{#id}, &amp;place and a; date [x]',
    'person[0] and date[i] in code, place (x); event',
    'In code:\n\n```cpp\nuse sdl::event;\n ::event\n```\n\n$$\n:org[x]\n$$\n',
    '~~~\n:person[Ann]\n~~~\n\nAnd words.\n\n- ```\n  :person[Ann]\n  ```\n'.slice(0, 33),
  ];
  for (const text of texts) assert.ok(!mayHoldTags(text, VOCABULARY), text);
});
