// Reports for a page and for a calendar, read back by readers that are not ours.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import ICAL from 'ical.js';
import { folderWith, rapporteur } from './support/cli.js';

const FILES = {
  'registry.yaml':
    'place:\n  a: { name: "Arcadia | <b>B</b>, Ltd; @ann" }\n  b: { name: Borduria }\nagreement:\n  p: { name: Coast Pact }\n',
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
