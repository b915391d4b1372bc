// The command `report`, and the charts that it writes.
import assert from 'node:assert/strict';
import { describe, it, test } from 'node:test';
import {
  type ChartRow,
  chartRow,
  commitmentIndex,
  mermaidOf,
  ticksOf,
  timelineOf,
  whoOwesWhom,
} from '../server/core/features/index.js';
import { dayOf, formatDay } from '../server/core/index.js';
import { folderWith, rapporteur } from './support/cli.js';
import { workspaceOf } from './support/workspace.js';

const FILES = {
  'registry.yaml':
    'place:\n  a: { name: Arcadia }\n  b: { name: "Bord: \\"B\\"; #1" }\n  c: { name: Cyra }\n',
  'x/one.md': `---
date: 2025-10-01
---

:place[Arcadia] :commitment[will pay: 5; #now]{by=a to=b due=2025-10-17}, :commitment[will go]{by=a to=b due=2026}.
The two :commitment[will meet]{by=a,b to=each-other status=fulfilled}.
`,
  'y/two.md': ':place[Cyra] :commitment[will come]{by=c due=2025-12}.\n',
};

function rowsOf(files: Readonly<Record<string, string>>): readonly ChartRow[] {
  const workspace = workspaceOf(files);
  return commitmentIndex(workspace).rows.map((row) => chartRow(workspace, row));
}

const TODAY = dayOf(2025, 11, 1);

test('report draws deadlines in time as Mermaid, and of some paths only theirs', async (context) => {
  const cwd = folderWith(context, FILES);
  const all = await rapporteur(cwd, ['report']);
  assert.equal(all.status, 0);
  assert.equal(
    all.stdout,
    `gantt
  title Commitments as of 2025-11-01
  dateFormat YYYY-MM-DD
  inclusiveEndDates
  section Arcadia
  will pay 5 now :crit, milestone, 2025-10-17, 0d
  will go :active, 2026-01-01, 2026-12-31
  section Cyra
  will come :active, 2025-12-01, 2025-12-31
  %% 1 more commitment without a day
`,
  );
  const some = await rapporteur(cwd, ['report', 'y', '--today', '2026-01-02']);
  assert.match(some.stdout, /^ {2}section Cyra\n {2}will come :crit, 2025-12-01, 2025-12-31$/m);
  assert.doesNotMatch(some.stdout, /Arcadia/);
});

test('report draws who owes whom, each pair with what is open, overdue and closed', async (context) => {
  const cwd = folderWith(context, FILES);
  const { stdout } = await rapporteur(cwd, ['report', '--format', 'mermaid', '--view', 'graph']);
  assert.equal(
    stdout,
    `flowchart LR
  p1["Arcadia"]
  p2["Cyra"]
  p3["Bord: #quot;B#quot;; #35;1"]
  p4["nobody named"]
  p1 -- "2 open, 1 overdue, 1 closed" --> p3
  p2 -- "1 open" --> p4
  p3 -- "1 closed" --> p1
`,
  );
});

test('report says what it does not know, and draws something where there is nothing', async (context) => {
  const cwd = folderWith(context, { 'a.md': 'Nothing.\n' });
  const wrong = await rapporteur(cwd, ['report', '--view', 'pie']);
  assert.equal(wrong.status, 2);
  assert.match(wrong.stderr, /pie/);
  const { stdout } = await rapporteur(cwd, ['report']);
  assert.match(stdout, /^ {2}Today :milestone, 2025-11-01, 0d$/m);
});

describe('the charts of commitments', () => {
  it('put each deadline in the lane of those who act, the earliest first', () => {
    const { lanes, undated, first, last } = timelineOf(rowsOf(FILES), TODAY);
    assert.deepEqual(
      lanes.map(({ title, rows }) => [title, ...rows.map(({ words }) => words)]),
      [
        ['Arcadia', 'will pay: 5; #now', 'will go'],
        ['Cyra', 'will come'],
      ],
    );
    assert.deepEqual(
      undated.map(({ words }) => words),
      ['will meet'],
    );
    assert.deepEqual([formatDay(first), formatDay(last)], ['2025-10-17', '2026-12-31']);
  });

  it('count a promise of each other for both sides, and each promise once for a pair', () => {
    const { by, to, cells } = whoOwesWhom(rowsOf(FILES));
    assert.deepEqual([by.length, to.length], [3, 3]);
    const total = cells.reduce((sum, { count }) => sum + count, 0);
    assert.equal(total, 5);
  });

  it('have lines that can be read, whatever the time between', () => {
    for (const [first, last] of [
      [dayOf(2025, 1, 15), dayOf(2025, 2, 3)],
      [dayOf(2025, 1, 1), dayOf(2026, 5, 1)],
      [dayOf(1945, 6, 26), dayOf(2050, 12, 31)],
      [dayOf(-500, 1, 1), dayOf(9999, 12, 31)],
    ] as const) {
      const ticks = ticksOf(first, last);
      assert.ok(ticks.length <= 14, String(ticks.length));
      assert.ok(ticks.every(({ day }) => first <= day && day <= last));
    }
    assert.deepEqual(
      ticksOf(dayOf(2025, 1, 15), dayOf(2025, 4, 3)).map(({ words }) => words),
      ['Feb 2025', 'Mar 2025', 'Apr 2025'],
    );
  });

  it('stay small enough for what draws them, and say what is left out', () => {
    const many = Array.from({ length: 400 }, (_, at) => {
      return `:commitment[will do ${at}]{by=a due=2026-01-${String((at % 28) + 1).padStart(2, '0')}}`;
    });
    const rows = rowsOf({ 'registry.yaml': FILES['registry.yaml'], 'a.md': many.join('. ') });
    const text = mermaidOf(rows, 'timeline', TODAY);
    assert.ok(text.length < 50_000);
    assert.match(text, / {2}%% 100 more commitments with a day\n$/);
  });
});
