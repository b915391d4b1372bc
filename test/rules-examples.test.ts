// Every rule's examples: each bad one gives its finding and no other, each good one none at all.
import assert from 'node:assert/strict';
import test from 'node:test';
import {
  applyFixes,
  type Example,
  levelsToSuggest,
  loadParts,
  type Report,
  RULES,
  type Rule,
} from '../server/core/index.js';
import { lintAll, switchedOn, workspaceWith } from './support/linting.js';

// What some rules ask is read before.
await loadParts({ levels: levelsToSuggest, overrides: [] });

for (const rule of RULES) {
  rule.examples.bad.forEach((example, index) => {
    test(`${rule.name}: bad example ${index + 1}`, () => speaks(rule, example));
  });
  rule.examples.good.forEach((example, index) => {
    test(`${rule.name}: good example ${index + 1}`, () => {
      assert.deepEqual(findingsOf(rule, example).map(shown), []);
    });
  });
}

function speaks(rule: Rule, example: Example): void {
  const found = findingsOf(rule, example);
  assert.notEqual(found.length, 0, 'it gives its finding');
  assert.deepEqual(
    found.filter((report) => report.rule !== rule.name).map(shown),
    [],
    'it gives no other',
  );
  for (const report of found) wellSaid(report);
  if (example.fixed === undefined) {
    assert.equal(applyFixes(found, 'brief.md', example.brief), example.brief, 'give it `fixed`');
    return;
  }
  assert.equal(applyFixes(found, 'brief.md', example.brief), example.fixed);
  assert.deepEqual(findingsOf(rule, { ...example, brief: example.fixed }).map(shown), []);
}

/** What a person reads: a whole sentence or up to four, with a word in it that was underlined. */
function wellSaid({ message, span, fixes = [] }: Report): void {
  assert.match(message, /^[\p{Lu}':#\d].*[.?]$/u);
  assert.doesNotMatch(message, /undefined|\.\.|\s\s|\n|'''/);
  assert.ok(message.length < 400, 'short enough to be read');
  assert.ok(span.end >= span.start);
  for (const { title } of fixes) assert.match(title, /^\p{Lu}/u);
}

/** With the rule on, if it is usually off. */
function findingsOf(rule: Rule, { brief, registry, others, today }: Example): readonly Report[] {
  const beside = registry === undefined ? {} : { 'registry.yaml': registry };
  return lintAll(
    workspaceWith({ ...beside, ...others, 'brief.md': brief }, today),
    switchedOn(rule),
  );
}

function shown({ rule, page, message }: Report): string {
  return `${page}: ${rule}: ${message}`;
}

test('every rule is documented', () => {
  const names = RULES.map((rule) => rule.name);
  assert.deepEqual(names, [...new Set(names)].sort(), 'alphabetical, each once');
  for (const { name, summary, reason, examples } of RULES) {
    assert.match(name, /^[a-z]+(-[a-z]+)*$/);
    assert.match(summary, /^\p{Lu}.*\.$/u, name);
    assert.match(reason, /^['\p{Lu}].*\.$/u, name);
    assert.ok(reason.length > summary.length, name);
    assert.ok(examples.bad.length > 0 && examples.good.length > 0, name);
  }
});
