// Whether the targets of links are there, asked of any host.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { existingFiles, memoryHost, overlayHost } from '../server/host/index.js';

test('files and folders are there, others are not', async () => {
  const host = memoryHost({ 'annex/a.pdf': '', 'b.png': '' });
  const found = await existingFiles(host, ['annex', 'annex/a.pdf', 'b.png', 'c.png']);
  assert.deepEqual(
    [...found],
    [
      ['annex', true],
      ['annex/a.pdf', true],
      ['b.png', true],
      ['c.png', false],
    ],
  );
});

test('what stands in for a file counts, and without targets nobody is asked', async () => {
  const host = overlayHost(memoryHost({ 'a.pdf': '' }), new Map([['a.pdf', undefined]]));
  assert.deepEqual([...(await existingFiles(host, new Set(['a.pdf'])))], [['a.pdf', false]]);
  const silent = { exists: () => assert.fail('asked') };
  assert.equal((await existingFiles(silent, [])).size, 0);
});
