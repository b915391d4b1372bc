import assert from 'node:assert/strict';
import fc from 'fast-check';
import {
  applyChanges,
  COMMITMENT_GROUPINGS,
  commitmentGroups,
  commitmentIndex,
  countMentions,
  entityGroups,
  entityRow,
  listCommitments,
  mentionStamp,
  type Workspace,
  whoOwesWhomIn,
} from '../server/core/index.js';
import { afterEach, type Edit, manyEdits, workspaceTexts } from './support/edits.js';
import { property, runs } from './support/needs.js';
import { workspaceOf } from './support/workspace.js';

/** All that lists show of commitments. */
function shown(workspace: Workspace): unknown {
  return [
    listCommitments(workspace),
    COMMITMENT_GROUPINGS.map((by) => commitmentGroups(workspace, by, '')),
    ['agreed ann', 'a', 'ag', 'arc go', 'c-a', '2020'].map((query) =>
      commitmentGroups(workspace, 'due', query),
    ),
    [...commitmentIndex(workspace).byPage].sort(),
    entities(workspace),
    whoOwesWhomIn([workspace]),
  ];
}

/** What is counted of entities, but for promises. */
function counted(workspace: Workspace): unknown {
  return entityGroups(workspace, '').map(({ ids }) =>
    ids.map((id) => ({ ...entityRow(workspace, id), promises: 0 })),
  );
}

function entities(workspace: Workspace): unknown {
  return entityGroups(workspace, '').map(({ key, ids }) => [
    key,
    ids.map((id) => [entityRow(workspace, id), countMentions(workspace, id).mentions]),
  ]);
}

property('after any edits, lists show what they show of the final texts', () => {
  const check = (
    texts: Readonly<Record<string, string>>,
    all: readonly (readonly [string, readonly Edit[]])[],
  ): void => {
    let workspace = workspaceOf(texts);
    shown(workspace);
    for (const [id, edits] of all) {
      for (const text of afterEach(workspace.pages.get(id)?.text ?? '', edits)) {
        const before = workspace;
        workspace = applyChanges(workspace, [{ type: 'text', id, text, isOpen: true }]);
        const finals = [...workspace.pages.values()].map((page) => [page.id, page.text]);
        const scratch = workspaceOf(Object.fromEntries(finals));
        assert.deepEqual(shown(workspace), shown(scratch));
        // The same is the same array, by which it is known that nothing changed.
        if (mentionStamp(before) === mentionStamp(workspace) && before.naming === workspace.naming)
          assert.deepEqual(counted(before), counted(workspace));
        const isSame =
          JSON.stringify(commitmentIndex(before).rows) ===
          JSON.stringify(commitmentIndex(workspace).rows);
        assert.equal(commitmentIndex(before).rows === commitmentIndex(workspace).rows, isSame);
      }
    }
  };
  const editing = fc.tuple(fc.constantFrom('a.md', 'a.md', 'b.md', 'registry.yaml'), manyEdits);
  fc.assert(
    fc.property(workspaceTexts, fc.array(editing, { maxLength: 4 }), check),
    runs('workspace'),
  );
});
