import assert from 'node:assert/strict';
import test from 'node:test';
import { RULES, type Rule, rulePage, ruleTable } from '../server/core/index.js';

const RULE: Rule = {
  name: 'a-rule',
  summary: "A brief's tag is written ':date[x]' or a | b.",
  reason: "Readers' eyes slip on '[' and ']'.",
  level: 'info',
  examples: {
    bad: [
      { brief: '````\n:date[x]\n', registry: 'place:\n', fixed: ':date[y]\n', today: '2026-01-01' },
    ],
    good: [{ brief: 'fine\n', others: { 'b.md': 'beside\n' } }],
  },
  check: () => [],
};

test('a page holds what the rule says of itself and its examples', () => {
  const page = rulePage(RULE);
  assert.ok(page.startsWith('# a-rule\n\n**information** · '));
  assert.ok(page.includes("A brief's tag is written `:date[x]` or a | b."));
  assert.ok(page.includes("Readers' eyes slip on `[` and `]`."));
  assert.ok(
    page.includes('`````markdown\n````\n:date[x]\n`````\n'),
    'a fence longer than any in it',
  );
  assert.ok(page.includes('`registry.yaml`\n\n```yaml\nplace:\n```\n'));
  assert.ok(page.includes('`brief.md` (on 2026-01-01)'));
  assert.ok(page.includes('`b.md`\n\n```markdown\nbeside\n```\n'));
  assert.ok(page.includes('Fixed:\n\n```markdown\n:date[y]\n```\n'));
  assert.ok(page.endsWith('```\n') && !page.includes('\n\n\n'));
});

test('a table has a row for each rule, its link and level', () => {
  assert.equal(
    ruleTable([RULE], 'docs/'),
    [
      '| rule | level | what it finds |',
      '|---|---|---|',
      "| [`a-rule`](docs/a-rule.md) | information | A brief's tag is written `:date[x]` or a \\| b. |",
    ].join('\n'),
  );
});

test('every rule has a page', () => {
  for (const rule of RULES) assert.ok(rulePage(rule).includes(rule.name));
});
