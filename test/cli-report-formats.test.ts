// Reports for a page and for a calendar, read back by readers that are not ours.
import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';
import ICAL from 'ical.js';
import { folderWith, rapporteur } from './support/cli.js';

const FILES = {
  'registry.yaml':
    'place:\n  a: { name: "Arcadia | <b>B</b>, Ltd; @ann" }\n  b: { name: Borduria, other_names: [BDR] }\n  nobody-promises: {name: Cordia}\nagreement:\n  p: { name: Coast Pact }\n',
  'one.md': `---
title: "Ports, *and* roads"
date: 2025-10-01
---

:place[Borduria] :commitment[will pay; 5, now]{#c-pay by=b to=a under=p due=2025-10-17}, :commitment[will go]{#c-go by=b due=2026-02}.
:place[Borduria] :commitment[${'wird Häfen öffnen '.repeat(8)}]{#c-ports by=b due=2026 status=withdrawn}, :commitment[will meet]{by=b due-text=soon}.
`,
};

interface Event {
  readonly uid: string;
  readonly summary: string;
  readonly description: string;
  readonly first: string;
  readonly after: string;
  readonly status: string;
}

function eventsIn(text: string): readonly Event[] {
  const calendar = new ICAL.Component(ICAL.parse(text));
  return calendar.getAllSubcomponents('vevent').map((component) => {
    const event = new ICAL.Event(component);
    return {
      uid: event.uid,
      summary: event.summary,
      description: event.description,
      first: event.startDate.toString(),
      after: event.endDate.toString(),
      status: String(component.getFirstPropertyValue('status')),
    };
  });
}

test('a calendar holds each deadline that has a day, on its last one, as another reader reads it', async (context) => {
  const cwd = folderWith(context, FILES);
  const { status, stdout } = await rapporteur(cwd, ['report', '--format', 'ics']);
  assert.equal(status, 0);
  const events = eventsIn(stdout);
  assert.deepEqual(
    events.map(({ first, after, status: state }) => [first, after, state]),
    [
      ['2025-10-17', '2025-10-18', 'CONFIRMED'],
      ['2026-02-28', '2026-03-01', 'CONFIRMED'],
      ['2026-12-31', '2027-01-01', 'CANCELLED'],
    ],
  );
  assert.equal(events[0]?.summary, 'Overdue: Borduria: will pay; 5, now');
  assert.match(
    events[0]?.description ?? '',
    /^To: Arcadia \| <b>B<\/b>, Ltd; @ann\nUnder: Coast Pact\n/,
  );
  assert.equal(events[2]?.summary, `Borduria: ${'wird Häfen öffnen '.repeat(8).trim()}`);
  for (const line of stdout.split('\r\n')) assert.ok(Buffer.byteLength(line) <= 75, line);
});

test('an entry of a calendar is the same one after the brief has changed', async (context) => {
  const before = folderWith(context, FILES);
  const after = folderWith(context, {
    ...FILES,
    'one.md': FILES['one.md'].replace('will go', 'will travel').replace('2026-02', '2026-03'),
  });
  const [was, is] = await Promise.all(
    [before, after].map(async (cwd) =>
      eventsIn((await rapporteur(cwd, ['report', '--format', 'ics'])).stdout).map(({ uid }) => uid),
    ),
  );
  assert.deepEqual(is, was);
  assert.equal(new Set(is).size, 3);
});

test('a table has a row a commitment, and no word in it is markup', async (context) => {
  const cwd = folderWith(context, FILES);
  const { stdout } = await rapporteur(cwd, ['report', '--format', 'md']);
  const [head, rule, ...rows] = stdout.trimEnd().split('\n');
  assert.equal(head, '| Who | To whom | Commitment | Deadline | Status | Brief |');
  assert.equal(rule, '| --- | --- | --- | --- | --- | --- |');
  assert.equal(rows.length, 4);
  for (const row of rows) assert.equal(row.split('|').length, 8, row);
  assert.doesNotMatch(stdout, /<b>|\*and\*/);
  assert.match(rows[0] ?? '', /overdue/);
});

test('formats that draw nothing refuse a view, and nothing to report is said', async (context) => {
  const cwd = folderWith(context, { 'a.md': 'Nothing.\n' });
  const refused = await rapporteur(cwd, ['report', '--format', 'md', '--view', 'graph']);
  assert.equal(refused.status, 2);
  assert.match(refused.stderr, /--format md draws no graph/);
  const none = await rapporteur(cwd, ['report', '--format', 'md']);
  assert.equal(none.stdout, 'No commitments as of 2025-11-01.\n');
});

test('reports go into files, several at once, and say what is not in them', async (context) => {
  const cwd = folderWith(context, FILES);
  const words = [
    '--format',
    'md',
    '--format',
    'ics=out/dates.ics',
    '--format',
    'mermaid=out/a.mmd',
  ];
  const { status, stdout, stderr } = await rapporteur(cwd, ['report', ...words]);
  assert.equal(status, 0);
  assert.match(stdout, /^\| Who \|/);
  assert.equal(
    stderr,
    'out/dates.ics was written.\nout/a.mmd was written.\nLeft out of ics: 1 commitment without a day.\nLeft out of mermaid: 1 commitment without a day.\n',
  );
  assert.equal(eventsIn(fs.readFileSync(path.join(cwd, 'out/dates.ics'), 'utf8')).length, 3);
  assert.match(fs.readFileSync(path.join(cwd, 'out/a.mmd'), 'utf8'), /^gantt\n/);
  const alone = await rapporteur(cwd, ['report', '--format', 'ics', '--output', 'dates.ics']);
  assert.equal(alone.stdout, '');
  assert.ok(fs.existsSync(path.join(cwd, 'dates.ics')));
});

const REFUSED: Readonly<Record<string, readonly [words: string, reason: RegExp]>> = {
  'two on the standard output': ['--format md --format ics', /only one report .*--format ics=FILE/],
  'two in one file': [
    '--format md=a --format ics=./a',
    /'.\/a' cannot hold two reports: md and ics/,
  ],
  'no file': ['--format md=', /--format md= names no file\. Write it as report\.md\./],
  'a folder for one file': ['--output out/ --format md', /Write it as out\/report\.md\./],
  'an output for nothing': ['--format md=a --output b', /no report is left for --output b/],
  'a format that is not there': ['--format calender', /there is no format 'calender'/],
};

for (const [name, [words, reason]] of Object.entries(REFUSED))
  test(`a report is refused before anything is read: ${name}`, async (context) => {
    const cwd = folderWith(context, FILES);
    const { status, stdout, stderr } = await rapporteur(cwd, ['report', ...words.split(' ')]);
    assert.equal(status, 2);
    assert.equal(stdout, '');
    assert.match(stderr, reason);
    assert.deepEqual(fs.readdirSync(cwd).sort(), ['.git', 'one.md', 'registry.yaml']);
  });

test('a report takes no place of what an author wrote', async (context) => {
  const cwd = folderWith(context, { ...FILES, 'rapporteur.yaml': '' });
  for (const [file, what] of [
    ['one.md', 'a brief'],
    ['registry.yaml', 'a registry'],
    ['rapporteur.yaml', 'a configuration'],
  ] as const) {
    const before = fs.readFileSync(path.join(cwd, file), 'utf8');
    const { status, stderr } = await rapporteur(cwd, ['report', '--format', `md=${file}`]);
    assert.equal(status, 2);
    assert.match(stderr, new RegExp(`was not written into ${file}: that is ${what}\\.`));
    assert.equal(fs.readFileSync(path.join(cwd, file), 'utf8'), before);
  }
});

test('a report is of some parties, statuses and of a period, and says what is no status or period', async (context) => {
  const cwd = folderWith(context, FILES);
  const rows = async (...words: string[]): Promise<number> => {
    const { stdout, stderr } = await rapporteur(cwd, ['report', '--format', 'md', ...words]);
    assert.equal(stderr, '');
    return stdout.startsWith('|') ? stdout.trimEnd().split('\n').length - 2 : 0;
  };
  assert.equal(await rows('--party', 'b'), 4);
  assert.equal(await rows('--party', 'borduria', '--party', 'a'), 4);
  assert.equal(await rows('--party', 'BDR'), 4, 'another name');
  assert.equal(await rows('--party', 'nobody-promises'), 0, 'known, without a promise');
  assert.equal(await rows('--party', 'a'), 1);
  assert.equal(await rows('--status', 'overdue'), 1);
  assert.equal(await rows('--status', 'closed', '--status', 'overdue'), 2);
  assert.equal(await rows('--period', '2026'), 2);
  assert.equal(await rows('--period', '2025-10-17', '--status', 'closed'), 0);
  const wrong = await rapporteur(cwd, ['report', '--status', 'overdu']);
  assert.match(wrong.stderr, /there is no status 'overdu'\. Did you mean 'overdue'\?/);
  const party = await rapporteur(cwd, ['report', '--party', 'b', '--party', 'Bordurai']);
  assert.equal(party.status, 2);
  assert.equal(party.stdout, '');
  assert.match(party.stderr, /nobody has the id or the name 'Bordurai'\. Did you mean 'b'\?/);
  const none = await rapporteur(cwd, ['report', '--period', 'soon']);
  assert.match(
    none.stderr,
    /'soon' is not a period\. Write it as 2026, 2026-03 or 2026-01\/2026-06\./,
  );
});
