// One slip, one finding, at its exact place: LANGUAGE.md, section 6. `»…«` marks what is underlined.
import assert from 'node:assert/strict';
import test from 'node:test';
import { lintText } from './support/linting.js';

const BEFORE = `---
date: 2025-10-31
source: notice
---
::place[India]{#india}
::place[Japan]{#japan}
::person[Bo]{#bo}
::source[Notice]{#notice}
::agreement[Pact]{#pact parties=india,japan}

:person[Bo] and the :agreement[Pact].

`;

const SLIPS: readonly (readonly [rule: string, marked: string])[] = [
  ['unclosed-label', '»:date[«2025 and more'],
  ['unclosed-label', '»:person[«A :person[B and :date[C'],
  ['unclosed-attributes', ':date[x]»{«edtf=2025'],
  ['unclosed-quote', ':date[x]{edtf=»"«2025}'],
  ['curly-quotes', ':date[x]{edtf=»“2025”«}'],
  ['space-in-list', ':place[both]{ref=india,» «japan}'],
  ['space-in-list', ':commitment[ends]{by=india» «, japan due=2026}'],
  ['bare-word', ':place[Delhi]{#delhi »the capital«}'],
  ['bare-word', ':place[Delhi]{#delhi ».big«}'],
  ['duplicate-attribute', ':date[x]{edtf=2025 »edtf=2026«}'],
  ['malformed-attribute', ':date[x]{»edtf=«}'],
  ['malformed-attribute', ':date[x]{edtf» «= 2025}'],
  ['space-in-tag', ':date» «[2025]'],
  ['space-in-tag', ':date[x]» «{edtf=2025}'],
  ['space-in-tag', '::» «person[Cy]{#cy}'],
  ['space-in-tag', 'Here :» «person[Bo]'],
  ['space-in-tag', '(：»\u3000«person[Bo])'],
  ['missing-colon', '»date:«[2025]'],
  ['missing-colon', '据»date:«[2025]'],
  ['glued-tag', 'in»:date«[2025]'],
  ['glued-tag', '5»:date«[2025]'],
  ['unknown-kind', ':»persn«[Bo]'],
  ['malformed-fence', '»::: commitment«{by=india due=2026}\nIt ends.\n:::'],
  ['malformed-fence', '»:::{.commitment« by=india due=2026}\nIt ends.\n:::'],
  ['text-beside-record', '::person[Cy]{#cy} »is here, :person[Cy]«'],
  ['text-beside-record', 'Here »::person«[Cy]{#cy}'],
  ['text-beside-record', '(»::person«[Cy]{#cy})'],
  ['text-beside-record', 'Here »：：person«[Cy]{#cy}'],
  ['attributes-on-next-line', '::person[Cy]\n»{#cy}«\n\n:person[Cy]'],
  ['unclosed-block', '»:::commitment{by=india due=2026}«\nIt ends.'],
  ['unclosed-block', '> »:::commitment{by=india due=2026}«\n> It ends.\n\nMore.'],
  [
    'equal-nested-blocks',
    ':::commitment{by=india due=2026}\nA\n\n»:::commitment{by=india due=2026}«\nB\n:::\n:::',
  ],
  ['ref-with-id', ':person[Bo]{»#b2« ref=bo}'],
  ['empty-label', ':person»[]«'],
  ['empty-label', 'Here »:person«{ref=bo} came'],
  ['unknown-kind', 'Here :»country« [Bo]'],
  ['tag-in-html', '<div>\n»:person[Bo]«\n</div>'],
  ['wrong-form', '»::date«[2025]'],
  ['wrong-form', 'Then »:update«[it ended]{of=c}.'],
  ['wrong-form', '»:::person«{#x}\nBo\n:::'],
  ['wrong-form', ':::commitment»[it ends]«{by=india due=2026}\nIt ends.\n:::'],
  ['unknown-attribute', ':place[Delhi]{#delhi »descripton«=old}'],
  ['unknown-attribute', ':person[He]{ref=bo »honorific-prefix=Mr«}'],
  ['invalid-value', ':date[x]{edtf=»2025-26«}'],
  ['invalid-value', ':commitment[ends]{by=india due=»2025/..«}'],
  ['invalid-value', ':commitment[ends]{by=india due=2026 status=»fulfiled«}'],
  ['invalid-value', ':place[Delhi]{#»Delhi«}'],
  ['invalid-value', ':commitment[ends]{by=india due=2026 to=»each-other«}'],
  ['unreadable-date', ':date[»last spring«]'],
  ['broken-link', '[a](»gone.md«)'],
  ['broken-link', '[a](#»no-such«)'],
  ['broken-footnote', 'A claim.»[^1]«'],
  ['invalid-encoding', 'Br»\uFFFD«ssel'],
  ['unknown-suppression', '<!-- »rapporteur-disabel« unreadable-date -->'],
];

for (const [rule, marked] of SLIPS) {
  test(`${rule}: ${JSON.stringify(marked)}`, () => {
    const text = `${BEFORE}${marked.replace(/[»«]/g, '')}\n`;
    const found = lintText(text, new Map([['unused-entity', 'off']]));
    const drawn = found.map((report) => `${report.rule}: ${draw(text, report.span)}`);
    assert.deepEqual(drawn, [`${rule}: ${marked}`]);
  });
}

function draw(text: string, { start, end }: { start: number; end: number }): string {
  return `${text.slice(BEFORE.length, start)}»${text.slice(start, end)}«${text.slice(end, -1)}`;
}

test('after a slip the rest of the brief still works', () => {
  const text = `${BEFORE}:place[Delhi, and so on\n\n:person[Ann] came.\n`;
  assert.deepEqual(
    lintText(text).map(({ rule }) => rule),
    ['unclosed-label', 'unresolved-name'],
  );
});

test('tags in the label of a record have words', () => {
  const text = `${BEFORE}::office[:place[India] desk]{#desk}\n\n:office[India desk].\n`;
  assert.deepEqual(lintText(text), []);
});

test('messages say what is missing and what to write, not what an empty value is', () => {
  const said = (marked: string): readonly string[] =>
    lintText(`${BEFORE}${marked}\n`, new Map([['unused-entity', 'off']])).map(
      ({ message, fixes = [] }) => [message, ...fixes.map(({ title }) => title)].join(' | '),
    );
  assert.deepEqual(said('::place[Delhi]'), [
    'A record defines something, so it needs an id in braces: {#its-id}.',
  ]);
  assert.deepEqual(said(':commitment[ends]{by=india due=2026 status=""}'), [
    "'status' has no value.",
  ]);
  assert.deepEqual(said(':date[2025]{ref=india}'), [
    "'ref' is ignored here: a date does not refer to an id; write what it means in edtf=. | Remove 'ref=india'",
  ]);
  assert.deepEqual(said(':::{.commitment by=india due=2026}\nIt ends.\n:::'), [
    "':::{.commitment…}' does not open a commitment block. Write :::commitment{…} on its own line, with the kind directly after the colons. | Write it as a block",
  ]);
  assert.deepEqual(said('::commitment[]{#c by=india due=2026 what="end it"}'), [
    'This :commitment tag has no words. Write them between the brackets, or remove the tag. | Remove the empty brackets',
  ]);
});

test('a deadline needs a last day, not a first', () => {
  assert.deepEqual(lintText(`${BEFORE}:commitment[ends]{by=india due=../2099}\n`), []);
});
