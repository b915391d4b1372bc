import assert from 'node:assert/strict';
import test from 'node:test';
import { parseDay } from '../server/core/dates/index.js';
import {
  backLinks,
  type Commitment,
  commitmentOf,
  commitments,
  commitmentsBy,
  commitmentsIn,
  commitmentsTo,
  commitmentsUnder,
  dateOfPage,
  dueAsOf,
  isEndState,
  isOverdue,
  mayFollow,
  progressAsOf,
  STATUSES,
  type Status,
  statusAsOf,
  type Workspace,
} from '../server/core/workspace/index.js';
import { workspaceOf } from './support/workspace.js';

function day(text: string): number {
  const found = parseDay(text);
  assert.ok(found !== undefined);
  return found;
}

function theOne(workspace: Workspace, id: string): Commitment {
  const commitment = commitmentOf(workspace, id);
  assert.ok(commitment);
  return commitment;
}

function idsIn(found: Iterable<Commitment>): (string | undefined)[] {
  return [...found].map((commitment) => commitment.id);
}

const dated = (date: string, body: string): string => `---\ndate: ${date}\n---\n\n${body}\n`;

test('a commitment has its terms, and defaults from its words, its event and its brief', () => {
  const workspace = workspaceOf({
    'registry.yaml': [
      'event:',
      '  call: { name: Call, start_date: 2025-02 }',
      '  talks: { name: Talks, start_date: 2025-03-01, end_date: 2025-03-04 }',
    ].join('\n'),
    'a.md': [
      '---\ndate: 2025-10-31\nsource: dsca, press\n---\n',
      ':commitment[agreed to :place[India]]{#c-a by=us,uk for=nato to=in at=call due=2025-12',
      'due-text=soon under=pact part-of=c-b,c-c said-by=us progress=limited what="to sell"}',
      ':commitment[will go]{by=us to=in strength=aspired marker="hopes to" at=talks source=own}',
      ':commitment[go]{#c-c by=us made=2024 at=call period=2025/2030 if="all is well"}',
      ':commitment[go on]{#c-d by=us at=nowhere}',
    ].join('\n'),
  });
  const [a, second, c, d] = [...commitments(workspace)];
  assert.ok(a && second && c && d);
  assert.deepEqual([a.by, a.for, a.to, a.saidBy], [['us', 'uk'], ['nato'], ['in'], ['us']]);
  assert.deepEqual([a.strength, a.strengthFrom, a.marker?.text], ['pledged', 'words', 'agreed to']);
  assert.deepEqual(
    [a.made, a.due, a.dueText, a.event, a.under],
    ['2025-02', '2025-12', 'soon', 'call', 'pact'],
  );
  assert.deepEqual([a.words, a.what, a.progress], ['agreed to India', 'to sell', 'limited']);
  assert.deepEqual(
    [a.partOf, a.source],
    [
      ['c-b', 'c-c'],
      ['dsca', 'press'],
    ],
  );
  assert.equal(second.id, undefined);
  assert.deepEqual(
    [second.strength, second.strengthFrom, second.marker?.text],
    ['aspired', 'attribute', 'hopes to'],
  );
  assert.deepEqual([second.made, second.source], ['2025-03-01/2025-03-04', ['own']]);
  assert.deepEqual([c.made, c.period, c.history[0]?.status], ['2024', '2025/2030', 'conditional']);
  assert.deepEqual([c.strength, c.strengthFrom, c.marker], [undefined, undefined, undefined]);
  assert.equal(d.made, '2025-10-31');
  assert.equal(commitmentOf(workspace, 'c-d'), d);
  assert.equal(commitmentOf(workspace, 'call'), undefined);
});

test('the date of a brief comes from its front matter', () => {
  const workspace = workspaceOf({
    'a.md': dated('31 October 2025', ':person[A]'),
    'b.md': dated('whenever', ':person[A]'),
    'c.md': ':person[A]',
  });
  const dates = [...workspace.pages.values()].map((page) => dateOfPage(page)?.text);
  assert.deepEqual(dates, ['2025-10-31', undefined, undefined]);
});

test('the history is the own record, then the updates by day, path and place', () => {
  const workspace = workspaceOf({
    'z.md': dated('2025-11-20', '::update[From z]{of=c-a status=in-progress on=2025-11-05}'),
    'b.md': dated(
      '2025-11-05',
      [
        '::update[First of b]{of=c-a status=stalled}',
        '::update[Second of b]{of=c-a progress=limited on=2025-11-05}',
        '::update[Last]{of=c-a status=fulfilled on=2026-01 source=s1,s2}',
        '::update[Early]{of=c-a due=2026-06 on=2025-11}',
        '::update[Other]{of=c-other status=broken}',
      ].join('\n'),
    ),
    'a.md': dated('2025-10-31', ':commitment[will go]{#c-a by=us to=in due=2025-12 source=s0}'),
    'c.md': '::update[Undated]{of=c-a progress=no-evidence}',
  });
  const { history } = theOne(workspace, 'c-a');
  assert.deepEqual(
    history.map((step) => [step.words, step.on, step.status]),
    [
      ['', '2025-10-31', 'active'],
      ['Undated', undefined, undefined],
      ['Early', '2025-11', undefined],
      ['First of b', '2025-11-05', 'stalled'],
      ['Second of b', '2025-11-05', undefined],
      ['From z', '2025-11-05', 'in-progress'],
      ['Last', '2026-01', 'fulfilled'],
    ],
  );
  assert.deepEqual(history.at(-1)?.source, ['s1', 's2']);
  assert.deepEqual(history[0]?.source, ['s0']);
  assert.equal(history[3]?.place.page, 'b.md');
});

test('the status as of a day is the last one on or before it', () => {
  const workspace = workspaceOf({
    'a.md': dated('2025-10-31', ':commitment[will go]{#c-a by=us to=in due=2025-12}'),
    'b.md': dated(
      '2026-02-01',
      [
        '::update{of=c-a status=stalled on=2025-12-10 due=2026-01-15 progress=limited}',
        '::update{of=c-a status=fulfilled}',
      ].join('\n'),
    ),
  });
  const commitment = theOne(workspace, 'c-a');
  const seen = ['2025-10-30', '2025-10-31', '2025-12-09', '2025-12-10', '2026-02-01'].map(
    (text) => [
      text,
      statusAsOf(commitment, day(text)),
      dueAsOf(commitment, day(text)),
      progressAsOf(commitment, day(text)),
    ],
  );
  assert.deepEqual(seen, [
    ['2025-10-30', undefined, '2025-12', undefined],
    ['2025-10-31', 'active', '2025-12', undefined],
    ['2025-12-09', 'active', '2025-12', undefined],
    ['2025-12-10', 'stalled', '2026-01-15', 'limited'],
    ['2026-02-01', 'fulfilled', '2026-01-15', 'limited'],
  ]);
  const overdue = ['2025-12-31', '2026-01-15', '2026-01-16', '2026-01-31', '2026-02-01'].map(
    (text) => isOverdue(commitment, day(text)),
  );
  assert.deepEqual(overdue, [false, false, true, true, false]);
});

test('overdue begins the day after the last day of due, and only for what is owed', () => {
  const line = (id: string, rest: string): string => `:commitment[go]{#${id} by=us ${rest}}`;
  const workspace = workspaceOf({
    'a.md': dated(
      '2025-01-01',
      [
        line('c-year', 'due=2025'),
        line('c-interval', 'due=2025-01/2025-03'),
        line('c-about', 'due=2025~'),
        line('c-none', 'due-text=soon'),
        line('c-if', 'due=2025 if="it rains"'),
        line('c-proposed', 'due=2025 status=proposed'),
        line('c-stalled', 'due=2025 status=stalled'),
        line('c-broken', 'due=2025 status=broken'),
        line('c-odd', 'due=2025 status=finished'),
        line('c-open', 'due=2025/..'),
      ].join('\n'),
    ),
  });
  const late = (text: string): (string | undefined)[] =>
    idsIn([...commitments(workspace)].filter((each) => isOverdue(each, day(text))));
  assert.deepEqual(late('2025-12-31'), ['c-interval']);
  assert.deepEqual(late('2026-01-01'), ['c-year', 'c-interval', 'c-about', 'c-stalled']);
});

test('a record in a brief without a date has always stood', () => {
  const workspace = workspaceOf({
    'a.md': ':commitment[go]{#c-a by=us due=2025} :commitment[go]{#c-b by=us made=2025-02}',
  });
  const [a, b] = [theOne(workspace, 'c-a'), theOne(workspace, 'c-b')];
  assert.equal(statusAsOf(a, day('1900-01-01')), 'active');
  assert.equal(isOverdue(a, day('2026-01-01')), true);
  assert.equal(statusAsOf(b, day('2025-01-31')), undefined);
  assert.equal(statusAsOf(b, day('2025-02-01')), 'active');
});

test('after an end state only late or fuller fulfilment, or a sourced correction, may follow', () => {
  const allowed: string[] = [];
  for (const from of STATUSES.filter(isEndState)) {
    for (const to of STATUSES) {
      if (from !== to && mayFollow(from, to)) allowed.push(`${from} -> ${to}`);
    }
    assert.equal(mayFollow(from, from), true);
  }
  assert.deepEqual(allowed, [
    'partly-fulfilled -> fulfilled',
    'partly-fulfilled -> superseded',
    'broken -> fulfilled',
  ]);
  const open: Status[] = ['proposed', 'conditional', 'active', 'in-progress', 'stalled'];
  assert.deepEqual(
    STATUSES.filter((status) => !isEndState(status)),
    open,
  );
  for (const from of open) {
    for (const to of STATUSES) assert.equal(mayFollow(from, to), true);
  }
});

test('an impossible step is marked with what it came after, and stands', () => {
  const impossibleIn = (updates: readonly string[], front = ''): (string | undefined)[] => {
    const workspace = workspaceOf({
      'a.md': dated('2025-01-01', ':commitment[go]{#c-a by=us}'),
      'b.md': `---\ndate: 2025-02-01\n${front}---\n\n${updates
        .map((rest) => `::update{of=c-a ${rest}}`)
        .join('\n')}\n`,
    });
    return theOne(workspace, 'c-a')
      .history.slice(1)
      .map((step) => step.impossible?.from);
  };
  assert.deepEqual(impossibleIn(['status=fulfilled', 'status=active', 'status=broken']), [
    undefined,
    'fulfilled',
    undefined,
  ]);
  assert.deepEqual(impossibleIn(['status=fulfilled', 'progress=complete', 'status=fulfilled']), [
    undefined,
    undefined,
    undefined,
  ]);
  assert.deepEqual(impossibleIn(['status=fulfilled', 'status=active correction=yes']), [
    undefined,
    'fulfilled',
  ]);
  assert.deepEqual(impossibleIn(['status=fulfilled', 'status=active correction=yes source=s']), [
    undefined,
    undefined,
  ]);
  assert.deepEqual(
    impossibleIn(['status=fulfilled', 'status=active correction=yes'], 'source: s\n'),
    [undefined, undefined],
  );
  assert.deepEqual(impossibleIn(['status=broken', 'status=fulfilled']), [undefined, undefined]);
  // A tag with a slip has its finding already.
  assert.deepEqual(impossibleIn(['status=broken', 'status=active sauce=s']), [
    undefined,
    undefined,
  ]);
});

test('updates are news of the first of two commitments with one id', () => {
  const workspace = workspaceOf({
    'b.md': ':commitment[second]{#c-a by=us}',
    'a.md': ':commitment[first]{#c-a by=us}\n\n::update{of=c-a status=fulfilled}',
  });
  assert.deepEqual(
    [...commitments(workspace)].map(({ words, history }) => [words, history.length]),
    [
      ['first', 2],
      ['second', 1],
    ],
  );
});

test('a commitment can be a record or a block', () => {
  const workspace = workspaceOf({
    'a.md': [
      '::commitment[To go]{#c-a by=us}',
      '',
      ':::commitment{#c-b by=us}',
      'They will :commitment[sell]{#c-c by=us part-of=c-b}.',
      ':::',
    ].join('\n'),
  });
  const page = workspace.pages.get('a.md');
  assert.ok(page);
  assert.deepEqual(idsIn(commitmentsIn(workspace, page)), ['c-a', 'c-b', 'c-c']);
  assert.deepEqual(idsIn(backLinks(workspace, 'c-b').partOf), ['c-c']);
});

test('parties, agreements and commitments know what was promised them', () => {
  const workspace = workspaceOf({
    'a.md': [
      ':commitment[a]{#c-a by=singh,hegseth for=in,us to=each-other under=pact}',
      ':commitment[b]{#c-b by=us to=in part-of=c-a depends-on=c-a at=call}',
      ':commitment[c]{#c-c by=uk to=us supersedes=c-a fulfils=c-a said-by=in}',
    ].join('\n'),
    'registry.yaml': 'place:\n  in: { name: India }\n  us: { name: United States }\n',
  });
  assert.deepEqual(idsIn(commitmentsBy(workspace, 'us')), ['c-a', 'c-b']);
  assert.deepEqual(idsIn(commitmentsBy(workspace, 'singh')), ['c-a']);
  assert.deepEqual(idsIn(commitmentsTo(workspace, 'us')), ['c-a', 'c-c']);
  assert.deepEqual(idsIn(commitmentsTo(workspace, 'in')), ['c-a', 'c-b']);
  assert.deepEqual(idsIn(commitmentsTo(workspace, 'uk')), []);
  assert.deepEqual(idsIn(commitmentsUnder(workspace, 'pact')), ['c-a']);
  assert.deepEqual(idsIn(commitmentsUnder(workspace, 'call')), ['c-b']);
  const back = backLinks(workspace, 'c-a');
  assert.deepEqual([back.partOf, back.dependsOn, back.supersedes, back.fulfils].map(idsIn), [
    ['c-b'],
    ['c-b'],
    ['c-c'],
    ['c-c'],
  ]);
});
