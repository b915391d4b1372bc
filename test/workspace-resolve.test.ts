import assert from 'node:assert/strict';
import test from 'node:test';
import { customKind } from '../server/core/index.js';
import {
  applyChanges,
  definitionsOf,
  entityOf,
  idsNamed,
  idsOfKind,
  isSharedName,
  mentionsOf,
  namesOfKind,
  type Resolution,
  resolve,
  suggestIds,
  updatesOf,
  usesOf,
  type Workspace,
} from '../server/core/workspace/index.js';
import { worked } from './support/clock.js';
import { workspaceOf } from './support/workspace.js';

const REGISTRY = `person:
  pete-hegseth: { name: Pete Hegseth, other_names: [Secretary Hegseth, Hegseth, PETE HEGSETH] }
  rajnath-singh: { name: Rajnath Singh, other_names: [Singh] }
  manmohan-singh: { name: Manmohan Singh, other_names: [Singh] }
  us-person: { name: US }
  us-pronoun: { name: us }
place:
  united-states: { name: United States, other_names: [U.S., US] }
office:
  us-secretary-of-defense: { name: U.S. Secretary of Defense }
`;

/** Each tag of a page by its words, and whom it means. */
function meant(workspace: Workspace, id: string): Record<string, Resolution> {
  const page = workspace.pages.get(id);
  assert.ok(page);
  return Object.fromEntries(
    page.facts.tags.map((tag) => [tag.words, resolve(workspace, page, tag)]),
  );
}

function wordsOf(mentions: readonly { page: string; tag: { words: string } }[]): string[] {
  return mentions.map(({ page, tag }) => `${page}: ${tag.words}`);
}

test('a mention means whom its words name, exactly or else in any case', () => {
  const workspace = workspaceOf({
    'registry.yaml': REGISTRY,
    'a.md': [
      ':person[Pete Hegseth] :person[hegseth] :person[Singh] :person[Nobody]',
      ':person[US] :person[us] :person[Us] :place[us] :person[rajnath’s]',
      ':office[:place[U.S.] Secretary of Defense]',
    ].join('\n'),
  });
  assert.deepEqual(meant(workspace, 'a.md'), {
    'Pete Hegseth': { type: 'resolved', ids: ['pete-hegseth'], via: 'name' },
    hegseth: { type: 'resolved', ids: ['pete-hegseth'], via: 'name' },
    Singh: { type: 'ambiguous', candidates: ['manmohan-singh', 'rajnath-singh'] },
    Nobody: { type: 'unresolved' },
    US: { type: 'resolved', ids: ['us-person'], via: 'name' },
    us: { type: 'resolved', ids: ['united-states'], via: 'name' },
    Us: { type: 'ambiguous', candidates: ['us-person', 'us-pronoun'] },
    'rajnath’s': { type: 'unresolved' },
    'U.S. Secretary of Defense': {
      type: 'resolved',
      ids: ['us-secretary-of-defense'],
      via: 'name',
    },
    'U.S.': { type: 'resolved', ids: ['united-states'], via: 'name' },
  });
});

test('dashes, quotes and spaces of a name may be typed either way', () => {
  const workspace = workspaceOf({
    'registry.yaml': 'org:\n  a: { name: "People\'s Bank – North" }\n',
    'a.md': ':org[People’s\nBank - North]\n',
  });
  assert.deepEqual(Object.values(meant(workspace, 'a.md')), [
    { type: 'resolved', ids: ['a'], via: 'name' },
  ]);
});

test('ref points at ids that exist and are of the kind', () => {
  const workspace = workspaceOf({
    'registry.yaml': REGISTRY,
    'a.md': [
      ':person[both]{ref=rajnath-singh,pete-hegseth}',
      ':person[it]{ref=united-states} :person[one missing]{ref=pete-hegseth,nobody}',
      ':person[harmless]{ref=constructor}',
      ':commitment[to sign]{#c-sign by=united-states} :commitment[that pledge]{ref=c-sign}',
    ].join('\n'),
  });
  const answers = meant(workspace, 'a.md');
  assert.deepEqual(answers.both, {
    type: 'resolved',
    ids: ['rajnath-singh', 'pete-hegseth'],
    via: 'ref',
  });
  assert.equal(answers.it?.type, 'unresolved');
  assert.equal(answers['one missing']?.type, 'unresolved');
  assert.equal(answers.harmless?.type, 'unresolved');
  assert.deepEqual(answers['that pledge'], { type: 'resolved', ids: ['c-sign'], via: 'ref' });
});

test('an entity of a kind of the workspace resolves like any other', () => {
  const vessel = { tag: 'vessel', title: 'Vessel', plural: 'Vessels', summary: 'A vessel.' };
  const workspace = workspaceOf(
    {
      'registry.yaml': 'vessel:\n  ins-vikrant: { name: INS Vikrant }\n',
      'a.md': ':vessel[INS Vikrant]',
    },
    [customKind({ ...vessel, attributes: [] })],
  );
  assert.deepEqual(Object.values(meant(workspace, 'a.md')), [
    { type: 'resolved', ids: ['ins-vikrant'], via: 'name' },
  ]);
});

test('mentions are gathered by name, by ref and where the words define', () => {
  const workspace = workspaceOf({
    'b.md': 'Then :person[Hegseth] and :person[Singh] met; :person[they]{ref=pete-hegseth,nobody}.',
    'a.md': '::org[Quad]{#quad}\n\n:org[Aukus]{#aukus} and :org[AUKUS]. :person[hegseth] spoke.',
    'registry.yaml': REGISTRY,
  });
  assert.deepEqual(wordsOf(mentionsOf(workspace, 'pete-hegseth')), [
    'a.md: hegseth',
    'b.md: Hegseth',
    'b.md: they',
  ]);
  assert.deepEqual(wordsOf(mentionsOf(workspace, 'rajnath-singh')), []);
  assert.deepEqual(wordsOf(mentionsOf(workspace, 'aukus')), ['a.md: Aukus', 'a.md: AUKUS']);
  assert.deepEqual(wordsOf(mentionsOf(workspace, 'quad')), []);
});

test('a name added elsewhere resolves mentions that were read before', () => {
  const before = workspaceOf({ 'a.md': ':person[Pete Hegseth] and :person[Singh] met.' });
  const page = before.pages.get('a.md');
  const after = applyChanges(before, [{ type: 'text', id: 'registry.yaml', text: REGISTRY }]);
  assert.equal(after.pages.get('a.md'), page);
  assert.equal(meant(before, 'a.md')['Pete Hegseth']?.type, 'unresolved');
  assert.equal(meant(after, 'a.md')['Pete Hegseth']?.type, 'resolved');
  assert.equal(meant(after, 'a.md').Singh?.type, 'ambiguous');
  assert.equal(mentionsOf(after, 'pete-hegseth').length, 1);
});

test('of two definitions of an id the registry comes first, then the path', () => {
  const workspace = workspaceOf({
    'a.md': '::person[Mo of A]{#moh}\n\n::person[Mo of A again]{#moh}',
    'z/registry.yaml': 'person:\n  moh: { name: Mo of Z }\n',
    'b.md': '::org[Mo of B]{#moh}',
  });
  const names = definitionsOf(workspace, 'moh').map(({ definition }) => definition.name.text);
  assert.deepEqual(names, ['Mo of Z', 'Mo of A', 'Mo of A again', 'Mo of B']);
  assert.equal(entityOf(workspace, 'moh')?.page, 'z/registry.yaml');
  assert.deepEqual(idsNamed(workspace, 'org', 'Mo of B'), ['moh']);
  assert.equal(entityOf(workspace, '__proto__'), undefined);
});

test('other documents define nothing', () => {
  const workspace = workspaceOf({ 'notes.md': 'Just a [link](a.md) and 10:30.' });
  assert.equal(workspace.pages.get('notes.md')?.facts.role, 'document');
  assert.equal(workspace.graph.links.size, 0);
});

test('ids and names are listed for suggestions', () => {
  const workspace = workspaceOf({
    'registry.yaml': REGISTRY,
    'a.md': ':commitment[to go]{#c-go by=united-states}\n\n::update{of=c-go status=fulfilled}',
  });
  assert.deepEqual([...idsOfKind(workspace, ['place', 'commitment'])], ['c-go', 'united-states']);
  assert.ok([...idsOfKind(workspace, 'any')].every((id) => id !== 'c-go'));
  assert.deepEqual(
    [...namesOfKind(workspace, 'place')],
    [
      { name: 'United States', id: 'united-states' },
      { name: 'U.S.', id: 'united-states' },
      { name: 'US', id: 'united-states' },
    ],
  );
  assert.deepEqual(
    usesOf(workspace, 'c-go').map(({ use }) => use.attribute),
    ['of'],
  );
  assert.equal(updatesOf(workspace, 'c-go').length, 1);
});

test('an unknown id gets the nearest ids, by edits, by name or by a word of it', () => {
  const workspace = workspaceOf({ 'registry.yaml': REGISTRY });
  assert.deepEqual(suggestIds(workspace, 'pete-hegset', 'any'), ['pete-hegseth']);
  assert.deepEqual(suggestIds(workspace, 'secretary-hegseth', ['person']), ['pete-hegseth']);
  assert.deepEqual(suggestIds(workspace, 'Pete Hegsth', ['person']), ['pete-hegseth']);
  assert.deepEqual(suggestIds(workspace, 'singh', ['person']), ['manmohan-singh', 'rajnath-singh']);
  assert.deepEqual(suggestIds(workspace, 'rajnath', ['person']), ['rajnath-singh']);
  assert.deepEqual(suggestIds(workspace, 'pete-hegset', ['place']), []);
  assert.deepEqual(suggestIds(workspace, 'something-else-entirely', 'any'), []);
});

test('suggestions stay quick among 100,000 ids', () => {
  const few = workspaceOf({ 'registry.yaml': 'org: { one: {} }\n' });
  const page = few.pages.get('registry.yaml');
  const [one] = page?.facts.definitions ?? [];
  assert.ok(page && one);
  // Made, not read: reading 100,000 entries is another test's time.
  const definitions = Array.from({ length: 100_000 }, (_, at) => {
    const id = { ...one.id, text: `org-${at}-of-${at * 7919}` };
    return { ...one, id, name: id };
  });
  const many = { ...page, facts: { ...page.facts, definitions } };
  const workspace = applyChanges(few, [{ type: 'page', page: many }]);
  const start = worked();
  for (let at = 0; at < 20; at += 1) suggestIds(workspace, `orgg-${at}-of-${at * 7919}`, ['org']);
  assert.ok(worked() - start < 4000);
  assert.equal(suggestIds(workspace, 'orgg-99-of-784081', ['org'])[0], 'org-99-of-783981');
});

test('of a name that thousands of briefs give to another id each, two are looked at', () => {
  const texts = Object.fromEntries(
    Array.from({ length: 1000 }, (_, at) => [`${at}.md`, `::person[Ann Lee]{#p-${at}}\n`]),
  );
  const workspace = workspaceOf(texts);
  const { names } = workspace.graph;
  let looked = 0;
  const counted = (all: readonly string[]): readonly string[] =>
    new Proxy(all, {
      get(target, property, receiver) {
        if (typeof property === 'string' && /^\d+$/.test(property)) looked += 1;
        return Reflect.get(target, property, receiver);
      },
    });
  const graph = {
    ...workspace.graph,
    names: { ...names, get: (key: string) => counted(names.get(key) ?? []) },
  };
  assert.equal(isSharedName({ ...workspace, graph }, 'person', 'Ann Lee'), true);
  assert.ok(looked <= 2, `${looked} pages`);
});
