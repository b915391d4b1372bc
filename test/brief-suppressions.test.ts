import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type Facts, recognize, recognizeRegistry } from '../server/core/brief/index.js';
import { vocabularyOf } from '../server/core/kinds/index.js';
import { parse, parseRegistry } from '../server/core/parse/index.js';
import { worked } from './support/clock.js';
import { charactersSearched } from './support/steps.js';

const vocabulary = vocabularyOf([]);

function told(text: string, { suppressions }: Facts): readonly string[] {
  return suppressions.map(({ form, rules, reason, range }) => {
    const names = rules.map(({ text: name, span }) => {
      assert.equal(text.slice(span.start, span.end), name);
      return name;
    });
    const where = JSON.stringify(text.slice(range.start, range.end));
    return `${form} ${names.join('+')}${reason ? ` (${reason})` : ''}: ${where}`;
  });
}

function markdown(text: string): readonly string[] {
  return told(text, recognize(parse(text), vocabulary));
}

function yaml(text: string): readonly string[] {
  return told(text, recognizeRegistry(parseRegistry(text), vocabulary));
}

test('the next line is the next that is neither blank nor a suppression', () => {
  const text = `<!-- rapporteur-disable-next-line a-b, c -- why not -->

  <!-- rapporteur-disable-next-line d -->

Here it is.

Not here.
`;
  assert.deepEqual(markdown(text), [
    'next-line a-b+c (why not): "Here it is.\\n"',
    'next-line d: "Here it is.\\n"',
  ]);
  assert.deepEqual(markdown('x <!-- rapporteur-disable-next-line a -->\r\n\r\ny\r\n'), [
    'next-line a: "y\\r\\n"',
  ]);
  assert.deepEqual(markdown('> <!-- rapporteur-disable-next-line a -->\n>\n> y\n'), [
    'next-line a: "> y\\n"',
  ]);
  assert.deepEqual(markdown('<!-- rapporteur-disable-next-line a -->\n'), ['next-line a: ""']);
});

test('disabled until enabled, each rule for itself', () => {
  const text = `1

<!-- rapporteur-disable a b -->

2

<!-- rapporteur-enable b -->

3
`;
  assert.deepEqual(markdown(text), [
    `disable a: ${JSON.stringify(text.slice(text.indexOf('\n\n2')))}`,
    `disable b: ${JSON.stringify('\n\n2\n\n')}`,
    'enable b: ""',
  ]);
  assert.equal(markdown('<!-- rapporteur-disable a b -->\n\n2\n').length, 1);
  assert.deepEqual(markdown('x\n\n<!-- rapporteur-disable-file a -->\n'), [
    `file a: ${JSON.stringify('x\n\n<!-- rapporteur-disable-file a -->\n')}`,
  ]);
});

test('one without rules, or of an unknown form, is kept to be told', () => {
  assert.deepEqual(markdown('<!-- rapporteur-disable -- because -->\n\nx\n'), [
    'disable  (because): ""',
  ]);
  assert.deepEqual(markdown('<!-- other rapporteur-disable a -->\n\nx\n'), []);
  const { faults } = recognize(parse('<!-- rapporteur-disabel a -->\n'), vocabulary);
  assert.deepEqual(
    faults.map(({ rule, detail }) => [rule, detail]),
    [['unknown-suppression', { found: 'rapporteur-disabel', wanted: 'rapporteur-disable' }]],
  );
});

test('in YAML the same words stand after a hash', () => {
  const text = `place:
  # rapporteur-disable-next-line unused-entity -- soon used

  # a remark
  chad: { name: Chad } # rapporteur-disable-next-line x
  mali: { name: Mali }
`;
  assert.deepEqual(yaml(text), [
    'next-line unused-entity (soon used): "  # a remark\\n"',
    'next-line x: "  mali: { name: Mali }\\n"',
  ]);
  assert.deepEqual(markdown('---\n# rapporteur-disable-next-line a\nsource: x\n---\n'), [
    'next-line a: "source: x\\n"',
  ]);
});

test('ten thousand comments under each other are read in linear time', () => {
  const text = `${'<!-- rapporteur-disable-next-line a -->\n\n'.repeat(10_000)}x\n`;
  const started = worked();
  const { suppressions } = recognize(parse(text), vocabulary);
  assert.equal(suppressions[0]?.range.start, text.length - 2);
  assert.ok(worked() - started < 5000);
});

test('comments are looked for in HTML and nowhere else: four times as much is four times the work', () => {
  for (const html of ['<tr><td>a</td></tr>\n\n', '<!-- a -->\n\n']) {
    const [few = 0, many = 0] = [1000, 4000].map((count) => {
      const syntax = parse(html.repeat(count));
      return charactersSearched(() => void recognize(syntax, vocabularyOf([])));
    });
    assert.ok(few > 0 && many <= 5 * few, `${html}: ${few}, ${many}`);
  }
});
