import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { parseYaml, type Value } from '../server/core/parse/index.js';
import { contains, type Span } from '../server/core/text/index.js';
import { worked } from './support/clock.js';
import { property, runs } from './support/needs.js';

/** A value as `written@source`, so that text and place are compared at once. */
function draw(value: Value | undefined, text: string): string {
  if (value === undefined) return 'nothing';
  if (value.type === 'list') return `[${value.items.map((item) => draw(item, text)).join(', ')}]`;
  if (value.type === 'mapping') {
    const entries = value.entries.map(
      ({ key, value: held }) => `${placed(key, text)}: ${draw(held, text)}`,
    );
    return `{${entries.join(', ')}}`;
  }
  return placed(value, text);
}

function placed(
  { text, span }: { readonly text: string; readonly span: Span },
  source: string,
): string {
  const found = source.slice(span.start, span.end);
  return found === text ? text : `${text}@${found}`;
}

function faults(text: string): readonly string[] {
  return parseYaml(text).faults.map(
    ({ code, span }) => `${code} '${text.slice(span.start, span.end)}'`,
  );
}

test('scalars stay as written, with their places, but what YAML calls nothing is empty', () => {
  for (const [text, drawn] of [
    [
      'a: 2025\nb: 1.10\nc: yes\nd: 2025-01-20\ne: ~\nf: 0x1F',
      '{a: 2025, b: 1.10, c: yes, d: 2025-01-20, e: @~, f: 0x1F}',
    ],
    [`a: "q"\nb: 'it''s'`, "{a: q, b: it's@it''s}"],
    ['a: [x, "y", {z: w}]', '{a: [x, y, {z: w}]}'],
    ['a:\n- x\n- y: z', '{a: [x, {y: z}]}'],
    ['a:\nb: c', '{a: , b: c}'],
    ['{a, b: c}', '{a: , b: c}'],
    ['a: x\r\nb:\r\n  - y\r\n', '{a: x, b: [y]}'],
    ['a: http://x#y # z', '{a: http://x#y}'],
    ['"a b": c', '{a b: c}'],
    ['a: &n x\nb: *n', '{a: x, b: x}'],
    ['a: >\n  b\n  c\n', '{a: b c\n@>\n  b\n  c}'],
    ['__proto__: {constructor: x}\ntoString: y', '{__proto__: {constructor: x}, toString: y}'],
    ['- a\n- b', '[a, b]'],
    ['---\na: b\n...\n', '{a: b}'],
    ['', 'nothing'],
    ['# only this', 'nothing'],
  ] as const) {
    assert.equal(draw(parseYaml(text).value, text), drawn, text);
    assert.deepEqual(faults(text), [], text);
  }
});

test('spans are shifted', () => {
  const text = 'a: b # c';
  const { value, comments } = parseYaml(text, 100);
  assert.deepEqual(value?.span, { start: 100, end: 104 });
  assert.deepEqual(comments, [{ text: '# c', span: { start: 105, end: 108 } }]);
  assert.deepEqual(
    parseYaml('a: [', 100).faults.map((fault) => fault.span.start >= 100),
    [true],
  );
});

test('what cannot be read is a fault, and the rest is read', () => {
  for (const [text, drawn, ...found] of [
    ['a: b\na: c\nd: e', '{a: b, d: e}', "duplicate-key 'a'"],
    ['a: b: c\nd: e', '{a: {b: c, d: e}}', "invalid-yaml 'b'"],
    ['a: b\n\tc: d', '{a: b, c: d}', "invalid-yaml '\t'"],
    ['a: @b\nc: d', '{a: @b, c: d}', "invalid-yaml '@'"],
    ['a: *b\nc: d', '{a: , c: d}', "invalid-yaml '*b'"],
    ['a: &a [*a]', '{a: []}', "invalid-yaml '*a'"],
    ['? [a]\n: b\nc: d', '{c: d}', "invalid-yaml '[a]'"],
    ['a: b\n---\nc: d', '{a: b}', "invalid-yaml '---'"],
    ['- a\nb: c', '[a]', "invalid-yaml 'b'"],
    ['a: "b', '{a: @b}', `invalid-yaml '"'`],
  ] as const) {
    assert.equal(draw(parseYaml(text).value, text), drawn, text);
    assert.deepEqual(faults(text), found, text);
  }
});

test('messages are sentences without positions', () => {
  for (const text of [
    'a: [',
    'a: "',
    'a: b: c',
    '\ta',
    'a\n---\nb',
    'a: 1\na: 2',
    'a: @',
    'a: *b',
    '[',
    '%',
  ])
    for (const { message } of parseYaml(text).faults) {
      assert.match(message, /^['A-Z].*\.$/, text);
      assert.doesNotMatch(message, /line \d|column|token|scalar/i, text);
    }
});

test('comments are kept, and only comments', () => {
  const text = '# a b\nk: "# no" # c \nl: x#y\nm: |\n  # no\nn: [x, # d\n  y]\r\n# e\r\n';
  const { comments } = parseYaml(text);
  assert.deepEqual(
    comments.map((comment) => comment.text),
    ['# a b', '# c', '# d', '# e'],
  );
  for (const { text: words, span } of comments)
    assert.equal(text.slice(span.start, span.end), words);
});

test('aliases that stand for too much are one fault, not a hang', () => {
  const lines = Array.from({ length: 40 }, (_, index) => {
    const inside = index === 0 ? 'x' : `*a${index - 1}`;
    return `a${index}: &a${index} [${Array(9).fill(inside).join(', ')}]`;
  });
  const { value, faults: found } = parseYaml(lines.join('\n'));
  assert.deepEqual(
    found.map((fault) => fault.code),
    ['invalid-yaml'],
  );
  assert.ok(sizeOf(value) < 200_000);
});

function sizeOf(value: Value | undefined): number {
  if (value?.type === 'list') return value.items.reduce((sum, item) => sum + sizeOf(item), 1);
  if (value?.type === 'mapping')
    return value.entries.reduce((sum, entry) => sum + sizeOf(entry.value), 1);
  return 1;
}

test('deep nesting is a fault at the place where it becomes too deep', () => {
  for (const text of [
    '['.repeat(100_000),
    '{a: '.repeat(50_000),
    '- '.repeat(2000),
    `a: ${'['.repeat(500)}${']'.repeat(500)}`,
  ]) {
    const { faults: found } = parseYaml(text);
    assert.deepEqual(
      found.map((fault) => fault.message.includes('too deeply')),
      [true],
    );
  }
  assert.deepEqual(parseYaml('['.repeat(50) + ']'.repeat(50)).faults, []);
});

test('many entries, keys that stand twice and errors are read in linear time', () => {
  const started = worked();
  const entries = Array.from(
    { length: 2000 },
    (_, index) => `  id-${index}: {name: N ${index}, other_names: [A]}\n`,
  );
  assert.deepEqual(parseYaml(`person:\n${entries.join('')}`).faults, []);
  assert.equal(parseYaml('a: b\n'.repeat(2000)).faults.length, 1999);
  for (const line of ['a: "\n', '\t@ : :\n', 'a\n---\n', '- &a b\n- *a\n', ']\n', '*a : b\n'])
    parseYaml(line.repeat(2000));
  assert.ok(worked() - started < 20_000);
});

const FRAGMENTS = [
  'a',
  ': ',
  ':',
  '- ',
  '\n',
  '\n  ',
  '\r\n',
  '\t',
  '[',
  ']',
  '{',
  '}',
  ',',
  '"',
  "'",
  '#',
  ' # c',
  '&a ',
  '*a',
  '| ',
  '|\n',
  '>',
  '---\n',
  '...\n',
  '!!int ',
  '!x ',
  '%',
  '? ',
  '@',
  '`',
  '\\',
  '\0',
  '\x1f',
  '\x02',
  '\ufeff',
  '😀',
  '<<',
];

property('any string gives a value or faults, every span in the text', () => {
  const text = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 40 }),
    fc.array(fc.constantFrom(...FRAGMENTS), { maxLength: 25 }).map((parts) => parts.join('')),
  );
  fc.assert(
    fc.property(text, (source) => {
      const { value, faults: found, comments } = parseYaml(source);
      const whole = { start: 0, end: source.length };
      if (value !== undefined) assertPlaced(value, whole);
      for (const { span } of [...found, ...comments])
        assert.ok(span.start <= span.end && contains(whole, span));
      for (const { text: words, span } of comments)
        assert.equal(source.slice(span.start, span.end), words);
    }),
    runs('word'),
  );
});

function assertPlaced(value: Value, whole: Span): void {
  assert.ok(value.span.start <= value.span.end && contains(whole, value.span));
  if (value.type === 'list') for (const item of value.items) assertPlaced(item, whole);
  if (value.type !== 'mapping') return;
  for (const entry of value.entries) {
    assert.ok(contains(whole, entry.key.span));
    assertPlaced(entry.value, whole);
  }
}

test('a second document is told by the line that begins it', () => {
  assert.deepEqual(
    parseYaml('a: b\n---\nc: d\n').faults.map(({ message }) => message),
    [
      'A second document begins here and is not read. Remove the line --- or ... that separates it from the first.',
    ],
  );
});
