import assert from 'node:assert/strict';
import test from 'node:test';
import { dayOf } from '../server/core/index.js';
import { MAX_REGISTRY_BYTES, memoryHost } from '../server/host/index.js';
import type { Platform } from '../server/lsp/platform.js';
import { openRoot, readRoot } from '../server/lsp/root.js';

test('registries that are too much together are left out, and the briefs are not', async () => {
  const comment = `# ${'x'.repeat(MAX_REGISTRY_BYTES / 2)}\n`;
  const files = {
    'a.registry.yaml': comment,
    'b.registry.yaml': comment,
    'c.md': ':person[Ann]\n',
  };
  const place = { uri: 'file:///briefs', config: undefined };
  const platform: Platform = {
    rootOf: async () => place,
    rootOfFile: async () => place,
    hostOf: () => ({
      ...memoryHost(files),
      typeOf: async () => 'file',
      stampOf: async () => undefined,
      exclusionOf: () => undefined,
    }),
    yieldTurn: async () => undefined,
    rulePage: () => undefined,
  };
  const outlook = { today: dayOf(2025, 11, 1), levels: new Map() };
  const root = await openRoot(platform, place, outlook);
  const leftOut: string[] = [];
  await readRoot(root, async () => 'continued', {
    onProgress: () => true,
    onLeftOut: (uri) => void leftOut.push(uri),
    isOpen: () => false,
  });
  assert.deepEqual(leftOut, ['file:///briefs/b.registry.yaml']);
  assert.deepEqual([...root.workspace.pages.keys()], ['a.registry.yaml', 'c.md']);
});
