import assert from 'node:assert/strict';
import test from 'node:test';
import { dayOf } from '../server/core/index.js';
import { MAX_REGISTRY_BYTES } from '../server/host/index.js';
import { openRoot, readRoot } from '../server/lsp/root.js';
import { MEMORY_PLACE, memoryPlatform } from './support/memory-platform.js';

test('registries that are too much together are left out, and the briefs are not', async () => {
  const comment = `# ${'x'.repeat(MAX_REGISTRY_BYTES / 2)}\n`;
  const files = {
    'a.registry.yaml': comment,
    'b.registry.yaml': comment,
    'c.md': ':person[Ann]\n',
  };
  const outlook = { today: dayOf(2025, 11, 1), levels: new Map() };
  const root = await openRoot(memoryPlatform(files), MEMORY_PLACE, outlook);
  const leftOut: string[] = [];
  await readRoot(root, async () => 'continued', {
    onProgress: () => true,
    onLeftOut: (uri) => void leftOut.push(uri),
    openText: () => undefined,
  });
  assert.deepEqual(leftOut, ['file:///briefs/b.registry.yaml']);
  assert.deepEqual([...root.workspace.pages.keys()], ['a.registry.yaml', 'c.md']);
});
