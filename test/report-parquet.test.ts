// Tables for databases: what a database answers from them is what is in the briefs, and the questions of the docs are asked.
import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import { type TestContext, test } from 'node:test';
import { DuckDBInstance, type JS } from '@duckdb/node-api';
import { ndjson } from '../server/report/formats/ndjson.js';
import { parquet } from '../server/report/formats/parquet.js';
import type { ReportFormat } from '../server/report/frame/report-format.js';
import { type ReportView, reportView } from '../server/report/index.js';
import { TABLES } from '../server/report/tables/tables.js';
import { folderWith } from './support/cli.js';
import { HOSTILE } from './support/hostile-text.js';
import { slow } from './support/needs.js';
import { workspaceOf } from './support/workspace.js';

const ASKED = { view: 'timeline' } as const;

function viewOf(files: Readonly<Record<string, string>>): ReportView {
  const workspace = workspaceOf(files);
  const pages = Object.keys(files);
  return reportView([{ workspace, pages, fileOf: (page) => page }], workspace.today);
}

/** A folder in which `tables` has what the format writes, and a database that looks for files in it. */
async function lake(context: TestContext, view: ReportView, format: ReportFormat) {
  const folder = folderWith(context, {});
  fs.mkdirSync(path.join(folder, 'tables'));
  for (const { name, content } of format.files?.(view, ASKED) ?? [])
    fs.writeFileSync(path.join(folder, 'tables', name), Buffer.concat([...content].map(bytesOf)));
  const database = await DuckDBInstance.create(':memory:');
  const connection = await database.connect();
  context.after(() => {
    connection.closeSync();
    database.closeSync();
  });
  await connection.run(`SET file_search_path = '${folder.replaceAll("'", "''")}'`);
  return async (sql: string): Promise<readonly (readonly JS[])[]> =>
    (await connection.runAndReadAll(sql)).getRowsJS();
}

function bytesOf(part: string | Uint8Array): Uint8Array {
  return typeof part === 'string' ? Buffer.from(part) : part;
}

const FILES = {
  'registry.yaml': 'place:\n  a: { name: Syldavia }\n  b: { name: "Bord; uria" }\n',
  'one.md': `---
date: 2025-10-01
---

:commitment[We will "pay"; now]{#c-pay by=b,a to=a due=2026-02}.
:commitment[We will go]{by=b due-text=soon}.
:commitment[${'x'.repeat(70_000)}]{#c-long by=a due=1850}.

::update[Some of it]{of=c-pay on=2025-10-20 status=in-progress due=2026-03-31}

::assessment{of=c-pay by=a score=limited on=2025-10-30 period=2025}
`,
};

for (const format of [parquet, ndjson])
  test(`${format.name}: all tables with all their rows and columns, dates and lists among them`, async (context) => {
    const view = viewOf(FILES);
    const ask = await lake(context, view, format);
    for (const { name, columns, rows } of TABLES) {
      const from = `'tables/${name}.${format.extension}'`;
      assert.deepEqual(await ask(`SELECT count(*) FROM ${from}`), [
        [BigInt([...rows(view)].length)],
      ]);
      const described = await ask(`DESCRIBE SELECT * FROM ${from}`);
      assert.deepEqual(
        described.map(([column]) => column),
        columns.map((column) => column.name),
      );
    }
    const from = `FROM 'tables/commitments.${format.extension}'`;
    const [pay, go, long] = await ask(
      `SELECT "by", due, due_edtf, first_due_edtf, due_text, overdue, length(words), line ${from} ORDER BY line`,
    );
    const line = format === parquet ? 5 : 5n;
    assert.deepEqual(pay?.slice(0, 6), [
      ...[['Bord; uria', 'Syldavia'], new Date('2026-03-31'), '2026-03-31', '2026-02', null, false],
    ]);
    assert.equal(pay?.[7], line);
    assert.deepEqual(go?.slice(0, 6), [['Bord; uria'], null, null, null, 'soon', false]);
    assert.deepEqual(long?.slice(0, 4), [['Syldavia'], new Date('1850-12-31'), '1850', '1850']);
    assert.equal(long?.[6], 70_000n);
  });

test('tables of no briefs can be read, and have their columns', async (context) => {
  const ask = await lake(context, viewOf({}), parquet);
  for (const { name, columns } of TABLES)
    assert.equal(
      (await ask(`DESCRIBE SELECT * FROM 'tables/${name}.parquet'`)).length,
      columns.length,
    );
});

test('words of documents are words in a table, whatever they are', async (context) => {
  const words = HOSTILE.join(' ').replace(/[[\]{}\\\n\r]/g, ' ');
  const ask = await lake(context, viewOf({ 'one.md': `:commitment[${words}]{by=a}` }), parquet);
  const [row] = await ask("SELECT words FROM 'tables/commitments.parquet'");
  const [commitment] = viewOf({ 'one.md': `:commitment[${words}]{by=a}` }).commitments;
  assert.ok(commitment?.words.length);
  assert.equal(row?.[0], Buffer.from(commitment.words).toString());
});

const PARTIES = 20;
const EVENTS = 50;
const BRIEFS = 10_000;

/** What is written in brief `n`, as numbers that the answers can be counted from. */
const plan = (n: number) => ({
  by: n % PARTIES,
  month: (n % 12) + 1,
  year: 2025 + (n % 2),
  isFulfilled: n % 3 === 0,
  isMoved: n % 5 === 0,
  hasSource: n % 7 === 0,
  briefHasSource: n % 11 === 0,
  isFirm: n % 4 < 2,
});

const two = (count: number): string => String(count).padStart(2, '0');
const dueOf = ({ year, month }: ReturnType<typeof plan>): string => `${year}-${two(month)}-15`;

function manyBriefs(): Readonly<Record<string, string>> {
  const lines = [
    'place:',
    ...counted(PARTIES).map((n) => `  p${two(n)}: { name: Party ${two(n)} }`),
    'event:',
    ...counted(EVENTS).map((n) => `  e${n}: { name: Event ${n}, attendees: [${attendees(n)}] }`),
  ];
  const briefs = counted(BRIEFS).map((n) => {
    const each = plan(n);
    const { by, isFulfilled, isMoved, hasSource, briefHasSource, isFirm } = each;
    const attributes = `#c-${n} by=p${two(by)} made=2024-03-01 due=${dueOf(each)} strength=${isFirm ? 'pledged' : 'intended'}`;
    const text = [
      '---',
      'date: 2025-01-15',
      ...(briefHasSource ? ['source: https://example.org/brief'] : []),
      '---',
      '',
      `:commitment[Promise ${n}]{${attributes}${hasSource ? ' source="Page 1"' : ''}}.`,
      '',
      ...(isMoved ? [`::update[Later]{of=c-${n} on=2025-02-01 due=2027-01-31}`, ''] : []),
      ...(isFulfilled ? [`::update[Done]{of=c-${n} on=2025-03-01 status=fulfilled}`, ''] : []),
    ];
    return [`briefs/${String(n).padStart(5, '0')}.md`, text.join('\n')] as const;
  });
  return { 'registry.yaml': `${lines.join('\n')}\n`, ...Object.fromEntries(briefs) };
}

const counted = (count: number): readonly number[] => Array.from({ length: count }, (_, n) => n);

/** Three parties meet at each. */
const attended = (n: number): readonly number[] =>
  [n % PARTIES, (n + 1) % PARTIES, (n + 2) % PARTIES].sort((a, b) => a - b);
const attendees = (n: number): string =>
  attended(n)
    .map((each) => `p${two(each)}`)
    .join(', ');

/** The questions of docs/scale.md, in their order. */
function questions(): readonly string[] {
  const page = fs.readFileSync(path.resolve('docs', 'scale.md'), 'utf8');
  return [...page.matchAll(/```sql\n(.*?)```/gs)].map(([, sql = '']) => sql);
}

/** How often each of these keys comes, in the order of the keys. */
function tally(keys: readonly string[]): readonly (readonly [string, number])[] {
  const counts = new Map<string, number>();
  for (const key of keys) counts.set(key, (counts.get(key) ?? 0) + 1);
  return [...counts].sort(([one], [other]) => (one < other ? -1 : 1));
}

slow('ten thousand briefs answer the five questions of the docs', async (context) => {
  const ask = await lake(context, viewOf(manyBriefs()), parquet);
  const [overdue, unsourced, meetings, moved, kept] = await Promise.all(
    questions().map(async (sql) =>
      (await ask(sql)).map((row) =>
        row.map((each) => (typeof each === 'bigint' ? Number(each) : each)),
      ),
    ),
  );
  const plans = counted(BRIEFS).map(plan);
  const isOverdue = (each: ReturnType<typeof plan>): boolean =>
    !each.isFulfilled && !each.isMoved && dueOf(each) < '2025-11-01';
  const late = plans
    .filter(isOverdue)
    .map((each) => `Party ${two(each.by)}/${dueOf(each).slice(0, 7)}`);
  assert.ok(late.length > 1000);
  assert.deepEqual(
    overdue,
    tally(late).map(([key, count]) => [...key.split('/'), count]),
  );
  assert.deepEqual(
    unsourced?.map(([file]) => file),
    counted(BRIEFS)
      .filter((n) => !plan(n).hasSource && !plan(n).briefHasSource)
      .map((n) => `briefs/${String(n).padStart(5, '0')}.md`),
  );
  const pairs = counted(EVENTS).flatMap((n) => {
    const [a = 0, b = 0, c = 0] = attended(n);
    return [
      [a, b],
      [a, c],
      [b, c],
    ].map(([one = 0, other = 0]) => `Party ${two(one)}/Party ${two(other)}`);
  });
  assert.deepEqual(
    [...(meetings ?? [])].map((row) => row.join('/')).sort(),
    tally(pairs)
      .map(([key, count]) => `${key}/${count}`)
      .sort(),
  );
  const days = (each: ReturnType<typeof plan>): number =>
    (Date.parse('2027-01-31') - Date.parse(dueOf(each))) / 86_400_000;
  assert.deepEqual(
    [...(moved ?? [])].sort(([one], [other]) => (String(one) < String(other) ? -1 : 1)),
    tally(plans.filter(({ isMoved }) => isMoved).map(({ by }) => `Party ${two(by)}`)).map(
      ([party, count]) => [
        party,
        count,
        plans
          .filter(({ by, isMoved }) => isMoved && `Party ${two(by)}` === party)
          .reduce((sum, each) => sum + days(each), 0),
      ],
    ),
  );
  const share = (isFirm: boolean): number => {
    const those = plans.filter((each) => each.isFirm === isFirm);
    return Math.round((100 * those.filter(({ isFulfilled }) => isFulfilled).length) / those.length);
  };
  assert.deepEqual(kept, [
    [2024, 'intended', BRIEFS / 2, share(false)],
    [2024, 'pledged', BRIEFS / 2, share(true)],
  ]);
});
