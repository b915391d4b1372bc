import assert from 'node:assert/strict';
import test from 'node:test';
import fc from 'fast-check';
import {
  applyChanges,
  type Change,
  commitments,
  definitionsOf,
  dumpGraph,
  idsOfKind,
  isMentioned,
  mentionsOf,
  usesOf,
  type Workspace,
} from '../server/core/workspace/index.js';
import { makeWorkspace } from './support/briefs.js';
import { property, runs } from './support/needs.js';
import { workspaceOf } from './support/workspace.js';

test('typing between the tags changes no graph, and what is unchanged is not read again', () => {
  const before = workspaceOf({
    'a.md': 'One :person[Ann] :commitment[will go]{#c-a by=us}.',
    'b.md': ':person[Bo]',
  });
  const typed = 'One more :person[Ann] :commitment[will go]{#c-a by=us}.';
  const after = applyChanges(before, [
    { type: 'text', id: 'a.md', text: typed },
    { type: 'text', id: 'b.md', text: ':person[Bo]' },
  ]);
  assert.equal(after.graph, before.graph);
  assert.equal(after.pages.get('b.md'), before.pages.get('b.md'));
  assert.equal(definitionsOf(after, 'c-a')[0]?.definition.span.start, typed.indexOf(':commitment'));
  assert.equal(applyChanges(after, [{ type: 'text', id: 'a.md', text: typed }]), after);
  assert.equal(applyChanges(after, []), after);
  assert.equal(applyChanges(after, [{ type: 'removed', id: 'none.md' }]), after);
});

test('earlier snapshots stay as they were', () => {
  const before = workspaceOf({ 'a.md': '::person[Ann]{#ann}', 'b.md': ':person[Ann]' });
  const after = applyChanges(before, [{ type: 'removed', id: 'a.md' }]);
  assert.deepEqual([before.pages.size, after.pages.size], [2, 1]);
  assert.deepEqual(
    [...after.pages.values()].map(({ id }) => id),
    ['b.md'],
  );
  assert.equal(definitionsOf(before, 'ann').length, 1);
  assert.equal(definitionsOf(after, 'ann').length, 0);
  assert.equal(mentionsOf(before, 'ann').length, 1);
});

test('a page read elsewhere is taken as it is; the last change of a page wins', () => {
  const elsewhere = workspaceOf({ 'a.md': '::person[Ann]{#ann}' }).pages.get('a.md');
  assert.ok(elsewhere);
  const workspace = applyChanges(workspaceOf({}), [
    { type: 'text', id: 'a.md', text: '::person[Bo]{#bo}' },
    { type: 'page', page: elsewhere },
  ]);
  assert.equal(workspace.pages.get('a.md'), elsewhere);
  assert.deepEqual([...idsOfKind(workspace, 'any')], ['ann']);
});

const PATHS = ['registry.yaml', 'a.md', 'b/a.md', 'b/registry.yaml', 'notes.md'];
const NAMES = ['Ann', 'ANN', 'Bo', 'Bo Ann', '__proto__'];
const IDS = ['ann', 'bo', 'c-a', 'c-b', '__proto__', 'constructor'];
const name = fc.constantFrom(...NAMES);
const id = fc.constantFrom(...IDS);

const line = fc.oneof(
  fc.tuple(name, id).map(([words, at]) => `::person[${words}]{#${at}}`),
  fc.tuple(name, id).map(([words, at]) => `He, :person[${words}]{#${at}}, went.`),
  name.map((words) => `And :person[${words}] too.`),
  fc.tuple(name, id).map(([words, at]) => `:org[${words}]{ref=${at}}`),
  fc.tuple(id, id).map(([at, by]) => `:commitment[will go]{#${at} by=${by} due=2025}`),
  fc.tuple(id, id).map(([of, source]) => `::update[News]{of=${of} status=broken source=${source}}`),
  id.map((at) => `See [there](${at}.md).`),
  fc.constant('Plain words.'),
);
const brief = fc
  .tuple(fc.boolean(), fc.array(line, { maxLength: 5 }))
  .map(([date, lines]) => (date ? '---\ndate: 2025-10-31\n---\n\n' : '') + lines.join('\n\n'));
const entry = fc
  .tuple(id, name, name, id)
  .map(
    ([at, first, other, office]) =>
      `  ${at}: { name: ${first}, other_names: [${other}], memberships: [{ office: ${office} }] }`,
  );
const registry = fc
  .tuple(fc.constantFrom('person', 'org'), fc.array(entry, { maxLength: 3 }))
  .map(([kind, entries]) => [`${kind}:`, ...entries].join('\n'));

const change: fc.Arbitrary<Change> = fc.constantFrom(...PATHS).chain((path) =>
  fc.oneof(
    {
      weight: 4,
      arbitrary: (path.endsWith('.yaml') ? registry : brief).map((text) => ({
        type: 'text' as const,
        id: path,
        text,
      })),
    },
    { weight: 1, arbitrary: fc.constant({ type: 'removed' as const, id: path }) },
  ),
);

/** What can be asked of a workspace, as plain data. */
function answers(workspace: Workspace): unknown {
  return {
    graph: dumpGraph(workspace.graph),
    pages: [...workspace.pages.values()].map((page) => [page.id, page.text]),
    ids: IDS.map((at) => [
      definitionsOf(workspace, at),
      usesOf(workspace, at),
      mentionsOf(workspace, at),
    ]),
    commitments: [...commitments(workspace)],
  };
}

property(
  'after any changes in any portions the workspace equals one built from the final texts',
  () => {
    fc.assert(
      fc.property(fc.array(fc.array(change, { maxLength: 4 }), { maxLength: 6 }), (portions) => {
        const changed = portions.reduce(applyChanges, workspaceOf({}));
        const finals = [...changed.pages.values()].map(
          ({ id: path, text }) => [path, text] as const,
        );
        assert.deepEqual(answers(changed), answers(workspaceOf(Object.fromEntries(finals))));
        assert.deepEqual(
          answers(changed),
          answers(workspaceOf(Object.fromEntries(finals.toReversed()))),
        );
      }),
      runs('workspace'),
    );
  },
);

property('whether an entity is mentioned is known without gathering its mentions', () => {
  fc.assert(
    fc.property(fc.array(change, { maxLength: 8 }), (changes) => {
      const workspace = applyChanges(workspaceOf({}), changes);
      for (const at of IDS) {
        assert.equal(isMentioned(workspace, at), mentionsOf(workspace, at).length > 0, at);
      }
    }),
    runs('workspace'),
  );
});

property('answers come in the order of registries, then paths, then places', () => {
  fc.assert(
    fc.property(fc.array(change, { maxLength: 12 }), (changes) => {
      const workspace = applyChanges(workspaceOf({}), changes);
      for (const at of IDS) {
        const keys = definitionsOf(workspace, at).map(({ page, definition }) => [
          page.endsWith('.yaml') ? 0 : 1,
          page,
          definition.span.start,
        ]);
        const sorted = keys.toSorted(
          ([a0, a1, a2], [b0, b1, b2]) =>
            Number(a0) - Number(b0) ||
            (String(a1) < String(b1) ? -1 : String(a1) > String(b1) ? 1 : 0) ||
            Number(a2) - Number(b2),
        );
        assert.deepEqual(keys, sorted);
      }
    }),
    runs('workspace'),
  );
});

test('many briefs are known at once', () => {
  const made = makeWorkspace(60, 2000);
  const texts = { 'registry.yaml': made.registry, ...Object.fromEntries(made.briefs) };
  const workspace = workspaceOf(texts);
  assert.equal(workspace.pages.size, 61);
  const places = [...idsOfKind(workspace, ['place'])];
  assert.ok(places.every((place) => mentionsOf(workspace, place).length > 0));
});
