import assert from 'node:assert/strict';
import fc from 'fast-check';
import { dumpGraph, lint } from '../server/core/index.js';
import { applyChanges } from '../server/core/workspace/index.js';
import { createFindingsCache } from '../server/lsp/findings-cache.js';
import type { OpenRoot } from '../server/lsp/root.js';
import { afterEach, type Edit, manyEdits, workspaceTexts } from './support/edits.js';
import { property, runs } from './support/needs.js';
import { workspaceOf } from './support/workspace.js';

property(
  'after any edits of any page, the findings and the graph are those of the final texts',
  () => {
    const check = (
      texts: Readonly<Record<string, string>>,
      all: readonly (readonly [string, readonly Edit[]])[],
    ): void => {
      const root = {
        workspace: workspaceOf(texts),
        changedPages: new Set(),
      } as unknown as OpenRoot;
      const cache = createFindingsCache();
      for (const id of root.workspace.pages.keys()) cache.of(root, id);
      for (const [id, edits] of all) {
        for (const text of afterEach(root.workspace.pages.get(id)?.text ?? '', edits)) {
          root.changedPages.add(id);
          root.workspace = applyChanges(root.workspace, [{ type: 'text', id, text }]);
          const finals = [...root.workspace.pages.values()].map((page) => [page.id, page.text]);
          const scratch = workspaceOf(Object.fromEntries(finals));
          assert.deepEqual(dumpGraph(root.workspace.graph), dumpGraph(scratch.graph));
          for (const each of scratch.pages.keys()) {
            assert.deepEqual(cache.of(root, each), lint(scratch, each), each);
          }
        }
      }
    };
    const editing = fc.tuple(fc.constantFrom('a.md', 'a.md', 'b.md', 'registry.yaml'), manyEdits);
    fc.assert(
      fc.property(workspaceTexts, fc.array(editing, { maxLength: 3 }), check),
      runs('workspace'),
    );
  },
);
