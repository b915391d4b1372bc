// Reports that are tables, read back by readers that are not ours.
import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';
import { parse as parseCsv } from 'csv-parse/sync';
import fc from 'fast-check';
import { strFromU8, unzipSync } from 'fflate';
import readWorkbook from 'read-excel-file/node';
import { csv } from '../server/report/formats/csv.js';
import { xlsx } from '../server/report/formats/office/xlsx.js';
import { type ReportView, reportView } from '../server/report/index.js';
import { TABLES } from '../server/report/tables/tables.js';
import { folderWith, rapporteur } from './support/cli.js';
import { hostileText } from './support/hostile-text.js';
import { property, runs } from './support/needs.js';
import { workspaceOf } from './support/workspace.js';

const FILES = {
  'registry.yaml':
    'place:\n  a: { name: "=HYPERLINK(1)" }\n  b: { name: Borduria, links: ["+1;=2"] }\n',
  'one.md': `---
title: "@Ports"
date: 1850
---

:place[Borduria] :commitment[-1 will "pay"; now]{#c-pay by=b,a to=a what="_x0041_" due=2026-02 source="=1+1"}.
:commitment[will go]{by=b due=1899-01-01}.

::update[Some of it]{of=c-pay on=2025-10-20 status=in-progress due=2026-03-31}
`,
};

function viewOf(files: Readonly<Record<string, string>>): ReportView {
  const workspace = workspaceOf(files);
  const pages = Object.keys(files);
  return reportView([{ workspace, pages, fileOf: (page) => page }], workspace.today);
}

const ASKED = { view: 'timeline' } as const;

function workbookOf(view: ReportView): Uint8Array {
  const [bytes] = [...(xlsx.write?.(view, ASKED) ?? [])];
  assert.ok(bytes instanceof Uint8Array);
  return bytes;
}

async function sheetsOf(view: ReportView): Promise<Readonly<Record<string, readonly unknown[][]>>> {
  const sheets = await readWorkbook(Buffer.from(workbookOf(view)));
  return Object.fromEntries(sheets.map(({ sheet, data }) => [sheet.toLowerCase(), data]));
}

function rowsOf(data: readonly (readonly unknown[])[] | undefined): Record<string, unknown>[] {
  const [head = [], ...rows] = data ?? [];
  return rows.map((row) => Object.fromEntries(head.map((name, at) => [name, row[at] ?? null])));
}

test('a spreadsheet has words as they are, dates as dates with EDTF beside, and no formula', async () => {
  const view = viewOf(FILES);
  const sheets = await sheetsOf(view);
  assert.deepEqual(
    Object.keys(sheets),
    TABLES.map(({ name }) => name),
  );
  const [pay] = rowsOf(sheets.commitments).filter((row) => row.Id === 'c-pay');
  assert.equal(pay?.By, 'Borduria; =HYPERLINK(1)');
  assert.deepEqual(pay?.Due, new Date('2026-03-31'));
  assert.equal(pay?.['Due (EDTF)'], '2026-03-31');
  assert.equal(pay?.['Due at first (EDTF)'], '2026-02');
  assert.equal(pay?.Brief, '@Ports');
  assert.equal(pay?.Overdue, false);
  // Of days before those that spreadsheets know, the words.
  assert.equal(
    rowsOf(sheets.commitments).find(({ Words }) => Words === 'will go')?.Due,
    '1899-01-01',
  );
  assert.equal(rowsOf(sheets.history).length, 3);
  const parts = unzipSync(workbookOf(view));
  for (const [name, bytes] of Object.entries(parts))
    assert.doesNotMatch(strFromU8(bytes), /<f[ >]|<hyperlink/, name);
  const sheet = strFromU8(parts['xl/worksheets/sheet1.xml'] ?? new Uint8Array());
  assert.ok(/<pane ySplit="1" [^>]*state="frozen"\/>/.test(sheet));
  // `_x0041_` in a cell is read as `A`.
  assert.ok(sheet.includes('>_x005F_x0041_<'));
  assert.deepEqual(workbookOf(view), workbookOf(viewOf(FILES)));
});

test('cells and sheets that are too large are cut, and that is said', () => {
  const view = viewOf({ 'one.md': `:commitment[${'will pay '.repeat(5000)}]{due=2026}\n` });
  assert.deepEqual(
    xlsx.leavesOut(view, ASKED),
    ['the end of 1 cell with more than 32,767 characters'].map((words) =>
      words.replace('1 cell', '2 cells'),
    ),
  );
});

test('CSV goes as one table into a file and as all into a folder; no cell of it begins a formula', async (context) => {
  const cwd = folderWith(context, FILES);
  const words = ['--format', 'csv', '--format', 'csv=out.csv', '--format', 'csv=tables'];
  const { status, stdout, stderr } = await rapporteur(cwd, ['report', ...words]);
  assert.equal(status, 0);
  assert.match(stderr, /^out\.csv was written\.\ntables\/commitments\.csv was written\.\n/);
  assert.equal(stdout, fs.readFileSync(path.join(cwd, 'out.csv'), 'utf8'));
  assert.equal(stdout, fs.readFileSync(path.join(cwd, 'tables', 'commitments.csv'), 'utf8'));
  const rows = parseCsv(stdout, { columns: true }) as Record<string, string>[];
  const pay = rows.find(({ id }) => id === 'c-pay');
  assert.equal(pay?.words, '\'-1 will "pay"; now');
  assert.equal(pay?.due, '2026-03-31');
  for (const name of fs.readdirSync(path.join(cwd, 'tables'))) {
    const text = fs.readFileSync(path.join(cwd, 'tables', name), 'utf8');
    for (const delimiter of [',', ';', '\t'])
      for (const row of parseCsv(text, {
        delimiter,
        relax_column_count: true,
        relax_quotes: true,
      }) as string[][])
        for (const cell of row)
          assert.doesNotMatch(cell, /^[=+@\t\r]|^-(?!\d)/, `${name}: ${cell}`);
  }
});

test('a workbook is not written to a terminal', async (context) => {
  const cwd = folderWith(context, FILES);
  const { status, stderr } = await rapporteur(cwd, ['report', '--format', 'xlsx'], { tty: true });
  assert.equal(status, 2);
  assert.match(stderr, /--format xlsx is not text .* Name a file: --output report\.xlsx\./);
  const piped = await rapporteur(cwd, ['report', '--format', 'xlsx']);
  assert.equal(piped.stdout.slice(0, 2), 'PK');
});

property('whatever the words, every row of every table is read back, with its words', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(hostileText, { maxLength: 4 }), async (texts) => {
      const words = texts.map((text) => text.replace(/[\\[\]{}`<>*_#|]/g, ' '));
      const tags = words.map(
        (text) => `:person[Ann] :commitment[will ${text}]{by=x due=2026}.\n\n`,
      );
      const view = viewOf({ 'one.md': tags.join('') });
      const sheets = await sheetsOf(view);
      for (const table of TABLES) {
        const count = [...table.rows(view)].length;
        assert.equal(rowsOf(sheets[table.name]).length, count, table.name);
        const file = [...(csv.files?.(view, ASKED) ?? [])].find(
          ({ name }) => name === `${table.name}.csv`,
        );
        const text = [...(file?.content ?? [])].join('');
        assert.equal((parseCsv(text, { columns: true }) as unknown[]).length, count, table.name);
      }
    }),
    runs('workspace'),
  );
});
