import assert from 'node:assert/strict';
import { test } from 'node:test';
import { dayOf, type Workspace } from '../server/core/index.js';
import { openRoot, readRoot } from '../server/lsp/root.js';
import { MEMORY_PLACE, memoryPlatform } from './support/memory-platform.js';

/** The workspaces that there were one after the other while so many briefs were read, with a pause after each. */
async function takenIn(
  briefs: number,
  stopAt = Number.POSITIVE_INFINITY,
): Promise<readonly Workspace[]> {
  const files: Record<string, string> = { 'registry.yaml': 'person:\n  ann: { name: Ann }\n' };
  for (let at = 0; at < briefs; at += 1) files[`${at}.md`] = ':person[Ann] came.\n';
  const root = await openRoot(memoryPlatform(files), MEMORY_PLACE, {
    today: dayOf(2025, 11, 1),
    levels: new Map(),
  });
  const seen = new Set<Workspace>();
  await readRoot(root, async () => 'yielded', {
    onProgress(done) {
      seen.add(root.workspace);
      return done < stopAt;
    },
    onLeftOut: () => undefined,
    openText: () => undefined,
  });
  return [...seen, root.workspace];
}

test('many briefs are taken in a few times, however often the reading pauses; the registry at once', async () => {
  const taken = await takenIn(1000);
  assert.ok(taken.length < 30, `${taken.length} times`);
  assert.ok(taken.some(({ pages }) => pages.size === 1 && pages.has('registry.yaml')));
  assert.equal(taken.at(-1)?.pages.size, 1001);
});

test('what was read before somebody stopped the reading is there', async () => {
  assert.equal((await takenIn(100, 21)).at(-1)?.pages.size, 21);
});
