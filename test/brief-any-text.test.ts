import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { type Facts, recognize, recognizeRegistry } from '../server/core/brief/index.js';
import { vocabularyOf } from '../server/core/kinds/index.js';
import { parse, parseRegistry } from '../server/core/parse/index.js';
import { worked } from './support/clock.js';
import { property, runs } from './support/needs.js';

const vocabulary = vocabularyOf([]);

const scrap = fc.oneof(
  fc.constantFrom(
    ':person[',
    '::person',
    ':::commitment',
    '\n:::\n',
    ']',
    '{',
    '}',
    '{ref=',
    '{#a}',
    ' by=a,b',
    '"',
    '“',
    ':persn[x]',
    'person:[x]',
    ':person [x]',
    'see:place[x]',
    ':date[',
    '2025',
    '2025-26',
    'edtf=',
    'will',
    '**',
    '`',
    '\n\n',
    '\n',
    '> ',
    '- ',
    '# ',
    '|',
    '---\n',
    'date: x\n',
    '<!-- rapporteur-disable a b -->',
    '<div>',
    '[x](y)',
    '[^1]',
    '&amp;',
    '\\',
    '__proto__',
    'constructor',
    '\r\n',
    '\0',
    '🇮🇳',
    '\ud800',
    'status=done',
  ),
  fc.string({ maxLength: 8 }),
);
const soup = fc.array(scrap, { maxLength: 60 }).map((parts) => parts.join(''));

/** Every `{ start, end }` in the facts. */
function* spansIn(value: unknown): Iterable<{ start: number; end: number }> {
  if (typeof value !== 'object' || value === null) return;
  const { start, end } = value as { start?: unknown; end?: unknown };
  if (typeof start === 'number' && typeof end === 'number') yield { start, end };
  for (const part of Object.values(value)) yield* spansIn(part);
}

function checkFacts(text: string, facts: Facts): void {
  for (const { start, end } of spansIn(facts))
    assert.ok(0 <= start && start <= end && end <= text.length, `${start}..${end}`);
  for (const [index, { parent, span }] of facts.tags.entries()) {
    const before = facts.tags[index - 1];
    assert.ok(before === undefined || before.span.start <= span.start, 'reading order');
    if (parent === undefined) continue;
    const outer = facts.tags[parent];
    assert.ok(outer !== undefined && parent < index, 'the outer before the inner');
    assert.ok(outer.span.start <= span.start && span.end <= outer.span.end, 'nested');
  }
  assert.deepEqual(structuredClone(facts), facts);
}

property('any text gives facts, their spans in the text and nested', () => {
  fc.assert(
    fc.property(soup, (text) => checkFacts(text, recognize(parse(text), vocabulary))),
    runs('text'),
  );
});

property('any registry gives facts', () => {
  const line = fc.constantFrom(
    'person:\n',
    ' a:\n',
    '  name: x\n',
    '  other_names: [a, "", b;c]\n',
    '  memberships: [{ office: o }, x]\n',
    '  parties: a,,b\n',
    'place: [x]\n',
    '- x\n',
    '  sources: &s [a]\n',
    '  links: *s\n',
    '"',
    '{',
    'date: {}\n',
    '# rapporteur-disable-next-line x\n',
    '  identifiers: { a: [b] }\n',
    '__proto__: { a: {} }\n',
  );
  fc.assert(
    fc.property(
      fc.array(fc.oneof(line, fc.string({ maxLength: 5 })), { maxLength: 20 }),
      (lines) => {
        const text = lines.join('');
        checkFacts(text, recognizeRegistry(parseRegistry(text), vocabulary));
      },
    ),
    runs('page'),
  );
});

test('what would overflow a stack or take quadratic time does neither', () => {
  const texts = [
    ':person['.repeat(10_000) + ']'.repeat(10_000),
    ':commitment[it will '.repeat(5_000) + ']{by=a}'.repeat(5_000),
    ':persn[x] '.repeat(100_000),
    `:person[x]{ref=${'ab,'.repeat(150_000)}z}`,
    `:::commitment{by=a}\n${'*will* '.repeat(100_000)}\n:::\n`,
  ];
  for (const text of texts) {
    const syntax = parse(text);
    const started = worked();
    recognize(syntax, vocabulary);
    assert.ok(worked() - started < 8000);
  }
});
