import assert from 'node:assert/strict';
import test from 'node:test';
import {
  applyChanges,
  type CommitmentGrouping,
  commitmentGroups,
  commitmentGroupTitle,
  commitmentIndex,
  countOverdue,
  listCommitments,
  listEntities,
  strip,
  stripIn,
} from '../server/core/index.js';
import { workspaceWithCursor } from './support/features.js';
import { workspaceOf } from './support/workspace.js';

const WORKSPACE = workspaceOf({
  'registry.yaml':
    'person:\n  pete-hegseth: { name: Pete Hegseth, other_names: [Secretary Hegseth], description: Runs the Pentagon }\nplace:\n  india: { name: India }\n  united-states: { name: United States, other_names: [U.S.] }\nagreement:\n  framework: { name: Ten-year framework }\n',
  'a.md':
    '---\ntitle: On the eve\ndate: 2025-10-01\n---\n\n:place[U.S.] :commitment[will sell]{#c-sell by=united-states to=india due=2025-12-01 under=framework}, :commitment[is done]{#c-done by=india due=2025-01 status=fulfilled}, :commitment[was due]{#c-late by=india due=2025-10-20}.\n',
  'b.md':
    '---\ndate: 2025-10-02\n---\n# Second thoughts\n\n:place[India] :commitment[hopes to buy]{by=india,united-states to=each-other}. :commitment[later]{#c-later by=india due=2026-03-01} :commitment[older]{#c-older by=india due=2025-09}\n',
});

test('entities are found by any name, with what a person tells them apart by', () => {
  const [first, ...others] = listEntities(WORKSPACE, 'secret hegs', 10);
  assert.deepEqual(others, []);
  assert.deepEqual(
    { ...first, score: undefined, place: first?.place.page },
    {
      id: 'pete-hegseth',
      kind: 'person',
      title: 'Person',
      icon: 'person',
      name: 'Pete Hegseth',
      otherNames: ['Secretary Hegseth'],
      description: 'Runs the Pentagon',
      mentions: 0,
      score: undefined,
      place: 'registry.yaml',
    },
  );
  assert.equal(listEntities(WORKSPACE, 'india', 10)[0]?.mentions, 1);
});

test('without a query all are listed, no more than asked for', () => {
  assert.equal(listEntities(WORKSPACE, '', 10).length, 4);
  assert.equal(listEntities(WORKSPACE, '', 2).length, 2);
});

test('an entity that is defined twice is listed once', () => {
  const twice = workspaceOf({
    'registry.yaml': 'place: { india: { name: India } }\n',
    'x.registry.yaml': 'place: { india: { name: India } }\n',
  });
  assert.deepEqual(
    listEntities(twice, 'india', 10).map(({ id }) => id),
    ['india'],
  );
});

test('commitments come by how much they press: overdue, due, undated, over', () => {
  assert.deepEqual(
    listCommitments(WORKSPACE).map(({ words, due, overdue }) => [words, due, overdue]),
    [
      ['older', 'overdue by 32 days', true],
      ['was due', 'overdue by 12 days', true],
      ['will sell', 'due in 30 days', false],
      ['later', 'due in 3 months', false],
      ['hopes to buy', '', false],
      ['is done', '', false],
    ],
  );
});

test('a commitment is listed with names and the title of its brief', () => {
  const all = listCommitments(WORKSPACE);
  const sell = all.find(({ id }) => id === 'c-sell');
  assert.deepEqual(sell?.by, ['United States']);
  assert.deepEqual(sell?.to, ['India']);
  assert.equal(sell?.under, 'Ten-year framework');
  assert.equal(sell?.status, 'active');
  assert.equal(sell?.brief, 'On the eve');
  const buy = all.find(({ words }) => words === 'hopes to buy');
  assert.equal(buy?.id, undefined);
  assert.deepEqual(buy?.to, ['each other']);
  assert.equal(buy?.brief, 'Second thoughts');
});

/** The selection without its tags. */
function stripped(text: string): string {
  const { page, selection } = workspaceWithCursor(`\`\`\`brief path=a.md\n${text}\n\`\`\``);
  return stripIn(page, selection);
}

test('a part of a brief is stripped of the tags in it, those it cuts through too', () => {
  assert.equal(stripped('a ‸:place[India] b‸ :place[x] c'), 'India b');
  assert.equal(stripped('a :place[In‸dia]{ref=india} b‸ c'), 'dia b');
  assert.equal(stripped('a :place[India]{re‸f=india} b‸ c'), ' b');
  assert.equal(
    stripped('‸:commitment[act on :topic[trade]]{by=x}\n\n::update{of=c status=broken}\n\nEnd‸'),
    'act on trade\n\n\nEnd',
  );
});

test('without a part it is all of the text, as `rapporteur strip` gives it', () => {
  const page = WORKSPACE.pages.get('a.md');
  assert.ok(page);
  assert.equal(stripIn(page), strip(page.text, page.facts));
  assert.equal(stripIn(page, { start: 0, end: page.text.length }), stripIn(page));
});

/** The groups of commitments: their titles with the words of what is in them. */
function groups(by: CommitmentGrouping, query = ''): readonly (readonly [string, string])[] {
  return commitmentGroups(WORKSPACE, by, query).map((group) => [
    commitmentGroupTitle(WORKSPACE, by, group),
    group.rows.map(({ words }) => words).join(', '),
  ]);
}

test('commitments are grouped by when they are due, the overdue ones first', () => {
  assert.deepEqual(groups('due'), [
    ['Overdue', 'older, was due'],
    ['Due within 30 days', 'will sell'],
    ['Due within a year', 'later'],
    ['No deadline', 'hopes to buy'],
    ['Closed', 'is done'],
  ]);
});

test('commitments are grouped by status, agreement and brief', () => {
  assert.deepEqual(groups('status'), [
    ['Active', 'older, was due, will sell, later, hopes to buy'],
    ['Fulfilled', 'is done'],
  ]);
  assert.deepEqual(groups('agreement'), [
    ['Ten-year framework', 'will sell'],
    ['No agreement', 'older, was due, later, hopes to buy, is done'],
  ]);
  assert.deepEqual(groups('brief'), [
    ['Second thoughts', 'older, later, hopes to buy'],
    ['On the eve', 'was due, will sell, is done'],
  ]);
});

test('a commitment is in the group of each of its parties, once, the most at stake first', () => {
  assert.deepEqual(groups('party'), [
    ['India', 'older, was due, will sell, later, hopes to buy, is done'],
    ['United States', 'will sell, hopes to buy'],
  ]);
  const [{ overdue } = { overdue: 0 }] = commitmentGroups(WORKSPACE, 'party', '');
  assert.equal(overdue, 2);
  assert.equal(countOverdue(WORKSPACE, ''), 2);
});

test('a promise by nobody and to nobody is in a group of its own', () => {
  const workspace = workspaceOf({ 'a.md': ':commitment[will act]{}\n' });
  const [group, ...others] = commitmentGroups(workspace, 'party', '');
  assert.deepEqual(others, []);
  assert.equal(group && commitmentGroupTitle(workspace, 'party', group), 'No party');
});

test('words of a query stand anywhere in what is shown, in any order', () => {
  assert.deepEqual(groups('due', 'STATES sell'), [['Due within 30 days', 'will sell']]);
  assert.deepEqual(groups('due', 'framework'), [['Due within 30 days', 'will sell']]);
  assert.deepEqual(groups('due', 'overdue eve'), [['Overdue', 'was due']]);
  assert.deepEqual(groups('status', 'fulfilled'), [['Fulfilled', 'is done']]);
  assert.deepEqual(groups('due', 'nowhere'), []);
});

test('a query finds another name as soon as somebody has it', () => {
  const registry = 'place:\n  india: { name: Bharat }\n  united-states: { name: United States }\n';
  const renamed = applyChanges(WORKSPACE, [{ type: 'text', id: 'registry.yaml', text: registry }]);
  const found = commitmentGroups(renamed, 'due', 'bharat later').flatMap(({ rows }) => rows);
  assert.deepEqual(
    found.map(({ words }) => words),
    ['later'],
  );
});

test('an edit beside the promises leaves their list as it is; news of one puts it elsewhere', () => {
  const { rows } = commitmentIndex(WORKSPACE);
  const text = WORKSPACE.pages.get('a.md')?.text ?? '';
  const beside = applyChanges(WORKSPACE, [{ type: 'text', id: 'a.md', text: `${text}\nWords.\n` }]);
  assert.equal(commitmentIndex(beside).rows, rows);
  const news = '---\ndate: 2025-10-30\n---\n\n::update{of=c-late status=fulfilled}\n';
  const after = applyChanges(beside, [{ type: 'text', id: 'c.md', text: news }]);
  const [closed] = commitmentGroups(after, 'due', '').slice(-1);
  assert.deepEqual(
    closed?.rows.map(({ words }) => words),
    ['is done', 'was due'],
  );
});
