import assert from 'node:assert/strict';
import test from 'node:test';
import {
  type Call,
  customKind,
  type HierarchyItem,
  incomingCalls,
  outgoingCalls,
  prepareCalls,
  prepareTypes,
  subtypes,
  supertypes,
  type Workspace,
} from '../server/core/index.js';
import { pageOf, workspaceWithCursor } from './support/features.js';
import { workspaceOf } from './support/workspace.js';

const REGISTRY = `\`\`\`yaml path=registry.yaml
person:
  pete-hegseth:
    name: Pete Hegseth
    memberships: [{ office: us-secdef, start_date: 2025-01 }]
office:
  us-secdef: { name: Secretary of Defense, place: us }
org:
  us-dod: { name: Department of Defense }
  us-navy: { name: Navy, parent: us-dod }
place:
  us: { name: United States }
  india: { name: India }
topic:
  arms: { name: arms }
  trade: { name: trade }
  jets: { name: jets, broader: [arms, trade] }
agreement:
  pact: { name: The Pact }
\`\`\`
`;

const BRIEF = `
\`\`\`brief path=a.md
:commitment[will sell jets]{#c-sell by=pete-hegseth for=us to=india due=2025-12-31 depends-on=c-pay part-of=c-all,c-pay}
:commitment[will pay]{#c-pay by=india to=us status=fulfilled}
:commitment[will cooperate]{#c-all by=us,india to=each-other}
:commitment[will deliver]{by=us fulfils=c-sell}
\`\`\`
`;

function lines(items: readonly HierarchyItem[] | undefined): readonly string[] {
  return (items ?? []).map(({ name, detail }) => `${name} | ${detail}`);
}

function calls(found: readonly Call[] | undefined): readonly string[] {
  return lines(found?.map(({ item }) => item));
}

function prepared(markdown: string): { workspace: Workspace; items: readonly HierarchyItem[] } {
  const { workspace, page, offset } = workspaceWithCursor(markdown);
  return { workspace, items: prepareCalls(workspace, page, offset) };
}

const both = REGISTRY + BRIEF;

test('a party and a commitment can be asked what they owe, other things cannot', () => {
  assert.deepEqual(lines(prepared(both.replace('by=india', 'by=in‸dia')).items), ['India | place']);
  assert.deepEqual(lines(prepared(both.replace('will pay', 'will p‸ay')).items), [
    'will pay | by India, to United States · fulfilled',
  ]);
  assert.deepEqual(lines(prepared(both.replace('will deliver', 'will d‸eliver')).items), [
    'will deliver | by United States · active',
  ]);
  assert.deepEqual(lines(prepared(both.replace('name: Pete', 'name: P‸ete')).items), [
    'Pete Hegseth | person · Secretary of Defense',
  ]);
  assert.deepEqual(prepared(both.replace('The Pact', 'The P‸act')).items, []);
  assert.deepEqual(prepared(both.replace('due=2025', 'due=20‸25')).items, []);
});

test('a party owes what goes out of it and is owed what comes in', () => {
  const { workspace, items } = prepared(both.replace('name: India', 'name: In‸dia'));
  const [india] = items;
  assert.ok(india);
  assert.deepEqual(calls(outgoingCalls(workspace, india.key)), [
    'will pay | owes · by India, to United States · fulfilled',
    'will cooperate | owes · by United States and India, to each other · active',
  ]);
  const owed = incomingCalls(workspace, india.key) ?? [];
  assert.deepEqual(calls(owed), [
    'will sell jets | is owed · by Pete Hegseth, for United States, to India · due 31 December 2025, in 60 days · active',
    'will cooperate | is owed · by United States and India, to each other · active',
  ]);
  const { text } = pageOf(workspace, 'a.md');
  const said = owed.map(({ at }) => at.map(({ start, end }) => text.slice(start, end)));
  assert.deepEqual(said, [['india'], ['each-other']]);
});

test('a commitment leads on to its parties and to what it hangs together with', () => {
  const { workspace } = prepared(both.replace('name: India', 'name: In‸dia'));
  const out = outgoingCalls(workspace, { id: 'c-sell' }) ?? [];
  assert.deepEqual(calls(out), [
    'India | is promised it · place',
    'will pay | depends on and part of · by India, to United States · fulfilled',
    'will cooperate | part of · by United States and India, to each other · active',
  ]);
  const { text } = pageOf(workspace, 'a.md');
  const said = out.map(({ at }) => at.map(({ start, end }) => text.slice(start, end)));
  assert.deepEqual(said, [['india'], ['c-pay', 'c-pay'], ['c-all']]);
  assert.deepEqual(calls(incomingCalls(workspace, { id: 'c-sell' })), [
    'Pete Hegseth | must act · person · Secretary of Defense',
    'United States | on its behalf · place',
    'will deliver | fulfils it · by United States · active',
  ]);
  assert.deepEqual(calls(incomingCalls(workspace, { id: 'c-pay' })), [
    'India | must act · place',
    'will sell jets | depends on it and part of it · by Pete Hegseth, for United States, to India · due 31 December 2025, in 60 days · active',
  ]);
  assert.deepEqual(calls(outgoingCalls(workspace, { id: 'c-all' })), [
    'United States | is promised it · place',
    'India | is promised it · place',
  ]);
});

test('a commitment without an id is found again by its place', () => {
  const { workspace, items } = prepared(both.replace('will deliver', 'will d‸eliver'));
  const [deliver] = items;
  assert.ok(deliver);
  assert.deepEqual(calls(outgoingCalls(workspace, deliver.key)), [
    'will sell jets | fulfils · by Pete Hegseth, for United States, to India · due 31 December 2025, in 60 days · active',
  ]);
  assert.equal(outgoingCalls(workspace, { page: 'a.md', start: 1 }), undefined);
  assert.equal(outgoingCalls(workspace, { id: 'gone' }), undefined);
});

test('promises that depend on each other give finite answers', () => {
  const workspace = workspaceOf({
    'a.md': ':commitment[a]{#c-a by=x depends-on=c-b,c-a} :commitment[b]{#c-b by=x depends-on=c-a}',
  });
  assert.deepEqual(calls(outgoingCalls(workspace, { id: 'c-a' })), [
    'b | depends on · by x · active',
    'a | depends on · by x · active',
  ]);
});

test('a commitment that is over is told so', () => {
  const { items } = prepared(both.replace('will pay', 'will p‸ay'));
  assert.deepEqual(
    items.map(({ over }) => over),
    [true],
  );
});

test('topics, organizations and commitments have wider and narrower ones', () => {
  const types = (markdown: string): readonly (readonly string[])[] => {
    const { workspace, page, offset } = workspaceWithCursor(markdown);
    const [item] = prepareTypes(workspace, page, offset);
    if (item === undefined) return [];
    return [lines(supertypes(workspace, item.key)), lines(subtypes(workspace, item.key))];
  };
  assert.deepEqual(types(both.replace('name: jets', 'name: j‸ets')), [
    ['arms | topic', 'trade | topic'],
    [],
  ]);
  assert.deepEqual(types(both.replace('broader: [arms', 'broader: [ar‸ms')), [
    [],
    ['jets | topic'],
  ]);
  assert.deepEqual(types(both.replace('Navy', 'Na‸vy')), [
    ['Department of Defense | organization'],
    [],
  ]);
  assert.deepEqual(types(both.replace('  us-dod:', '  us-d‸od:')), [[], ['Navy | organization']]);
  assert.deepEqual(types(both.replace('will cooperate', 'will coop‸erate')), [
    [],
    [
      'will sell jets | by Pete Hegseth, for United States, to India · due 31 December 2025, in 60 days · active',
    ],
  ]);
  assert.deepEqual(types(both.replace('name: India', 'name: In‸dia')), []);
});

test("a workspace's own kind with a parent has a hierarchy too", () => {
  const kind = customKind({
    tag: 'programme',
    title: 'Programme',
    plural: 'Programmes',
    summary: '',
    attributes: [
      { name: 'parent', summary: '', type: { type: 'id', kinds: ['programme'] } },
      { name: 'after', summary: '', type: { type: 'id', kinds: ['programme'] } },
    ],
  });
  const workspace = workspaceOf(
    { 'a.md': '::programme[A]{#a}\n\n::programme[B]{#b parent=a}\n\n::programme[C]{#c after=a}' },
    [kind],
  );
  assert.deepEqual(lines(subtypes(workspace, { id: 'a' })), ['B | programme']);
  assert.deepEqual(lines(supertypes(workspace, { id: 'b' })), ['A | programme']);
  assert.deepEqual(lines(supertypes(workspace, { id: 'c' })), []);
});
