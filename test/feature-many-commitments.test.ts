// Lists of many commitments, counted and not timed: what is looked at for one letter of a query, one group, one edit.
import assert from 'node:assert/strict';
import test from 'node:test';
import {
  applyChanges,
  COMMITMENT_GROUPINGS,
  type CommitmentRow,
  commitmentGroups,
  commitmentIndex,
  commitmentsFound,
  entityRow,
  indexSteps,
  searchSteps,
  type Workspace,
  whoOwesWhomIn,
} from '../server/core/index.js';
import { stepsOf } from './support/steps.js';
import { workspaceOf } from './support/workspace.js';

const PARTIES = 40;
const PROMISES = 10;
const WORDS = 'open close fund train inspect review publish restore train rebuild'.split(' ');

function brief(at: number): string {
  const promises = Array.from({ length: PROMISES }, (_, index) => {
    const [one, other] = [(at * 7 + index) % PARTIES, (at * 3 + index * 11) % PARTIES];
    const due = `${2024 + ((at + index) % 4)}-0${1 + (index % 9)}`;
    return `:commitment[agreed to ${WORDS[index]} what ${at} has]{#c-${at}-${index} by=p-${one} to=p-${other} due=${due}}.`;
  });
  return `---\ntitle: Review ${at}\ndate: 2025-01-15\n---\n\n${promises.join('\n\n')}\n`;
}

/** Of so many briefs of ten promises each. */
function workspaceWith(briefs: number): Workspace {
  const parties = Array.from({ length: PARTIES }, (_, at) => `  p-${at}: { name: Place ${at} }`);
  const texts = Array.from({ length: briefs }, (_, at) => [`${at}.md`, brief(at)] as const);
  return workspaceOf({
    'registry.yaml': `place:\n${parties.join('\n')}\n`,
    ...Object.fromEntries(texts),
  });
}

function edited(workspace: Workspace, from: string, to: string): Workspace {
  const text = (workspace.pages.get('7.md')?.text ?? assert.fail()).replace(from, to);
  return applyChanges(workspace, [{ type: 'text', id: '7.md', text, isOpen: true }]);
}

function openAll(workspace: Workspace): void {
  for (const by of COMMITMENT_GROUPINGS) commitmentGroups(workspace, by, '');
  commitmentsFound(workspace, 'close 12');
  entityRow(workspace, 'p-3');
  whoOwesWhomIn([workspace]);
}

/** Of 10,000 commitments. */
const MANY = workspaceWith(1000);

test('a query finds what a search through all commitments finds', () => {
  const workspace = workspaceWith(60);
  const { rows } = commitmentIndex(workspace);
  const said = ({ words, id, status, due, brief: title, by, to }: CommitmentRow): string =>
    [words, id?.replaceAll('-', ' '), status, due, title, ...[...by, ...to].map(nameOf)]
      .join(' ')
      .toLowerCase();
  const nameOf = (id: string): string => `place ${id.slice(2)}`;
  for (const query of ['o', 'op', 'open', 'open place 1', 'place 17', 'c-7', 'overdue', 'zz', '5'])
    assert.deepEqual(
      commitmentsFound(workspace, query).map(({ id }) => id),
      rows
        .filter((row) =>
          query
            .replaceAll('-', ' ')
            .split(' ')
            .every((word) => said(row).includes(word)),
        )
        .map(({ id }) => id),
      query,
    );
});

test('a query looks at what it finds, not at what there is', () => {
  // Of the words that are typed, the first letters find much.
  commitmentsFound(MANY, 'pl');
  commitmentsFound(MANY, 'publish');
  const { rows } = commitmentIndex(MANY);
  const letters = rows
    .map(({ words, id, brief: title }) => `${words} ${id} ${title}`)
    .join('').length;
  for (const query of ['c-42-3', 'publish 99', 'publish 99x', 'place 1 publish 99x']) {
    let found = 0;
    const work = stepsOf(() => {
      found = commitmentsFound(MANY, query).length;
    });
    assert.equal(found > 0, !query.endsWith('x'), query);
    // A search through all goes over each of their letters.
    assert.ok(work < letters / 4, `${query}: ${work} steps, ${letters} letters`);
  }
});

test('after an edit of one commitment the groups, the counts and what was found go on', () => {
  openAll(MANY);
  openAll(edited(MANY, 'agreed to open', 'agreed to reopen'));
  const after = edited(MANY, 'agreed to open', 'agreed to open up');
  const work = stepsOf(() => openAll(after));
  // A search through all takes more for each of the lists.
  assert.ok(work < 25_000, `${work} steps`);
  const scratch = workspaceOf(
    Object.fromEntries([...after.pages.values()].map(({ id, text }) => [id, text])),
  );
  for (const by of COMMITMENT_GROUPINGS)
    assert.deepEqual(commitmentGroups(after, by, ''), commitmentGroups(scratch, by, ''));
});

test('rows that say the same are the same objects after an edit, also in the brief that is edited', () => {
  const before = workspaceWith(20);
  const known = new Set(commitmentIndex(before).rows);
  const { rows } = commitmentIndex(edited(before, 'agreed to fund', 'agreed to pay for'));
  assert.deepEqual(
    rows.filter((row) => !known.has(row)).map(({ words }) => words),
    ['agreed to pay for what 7 has'],
  );
});

test('what lists are made of is made in many small steps', () => {
  const workspace = workspaceWith(300);
  const stepsIn = (steps: Generator<void, unknown>): number => {
    let count = 0;
    while (steps.next().done !== true) count += 1;
    return count;
  };
  assert.ok(stepsIn(indexSteps(workspace)) >= 300);
  assert.ok(stepsIn(searchSteps(workspace)) >= 30);
  // And once.
  assert.equal(stepsIn(indexSteps(workspace)), 0);
  assert.equal(stepsIn(searchSteps(workspace)), 0);
});
