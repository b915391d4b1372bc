// From which size on a workspace is shared among threads, and what counts for it.
import assert from 'node:assert/strict';
import test from 'node:test';
import { limitOfOneThread } from '../server/cli/engine/workspace-size.js';
import type { FileListing } from '../server/cli/workspace/file-listing.js';
import { siftFiles } from '../server/cli/workspace/sift-files.js';
import { DEFAULT_SETTINGS } from '../server/core/index.js';
import { type Host, memoryHost } from '../server/host/index.js';

const SILENT = { update: () => {}, end: () => {} };

/** A listing of those files that notes what is read of them. */
function listingOf(files: Readonly<Record<string, string>>): {
  readonly listing: FileListing;
  readonly read: string[];
} {
  const read: string[] = [];
  const memory = memoryHost(files);
  const host: Host = {
    ...memory,
    read(id) {
      read.push(id);
      return memory.read(id);
    },
  };
  const ids = Object.keys(files);
  const none = new Map();
  const listing = { host, ids, settings: DEFAULT_SETTINGS, given: none, ordinary: none };
  return { listing: listing as unknown as FileListing, read };
}

const BRIEF = ':person[Ana] spoke. ';

test('what counts is the characters of briefs and registries, of each as if it had some', async () => {
  const files = { 'a.md': BRIEF.repeat(200), 'b.registry.yaml': 'x', 'c.md': 'x'.repeat(9000) };
  const isLarge = async (limit: number): Promise<boolean> =>
    (await siftFiles(listingOf(files).listing, limit, SILENT)).isLarge;
  assert.equal(await isLarge(5999), true);
  assert.equal(await isLarge(6000), false);
});

test('no file is read twice, and no more of them than it takes to know', async () => {
  const files = { 'a.md': BRIEF, 'b.md': 'Words.', 'c.md': BRIEF, 'd.md': BRIEF };
  const { listing, read } = listingOf(files);
  const sifted = await siftFiles(listing, 6000, SILENT);
  assert.deepEqual([...sifted.listing.ordinary], [['b.md', 6]]);
  for (const id of ['a.md', 'c.md', 'd.md']) {
    const reading = await sifted.listing.host.read(id);
    assert.equal(reading.type === 'text' && reading.text, BRIEF);
  }
  assert.deepEqual(read, ['a.md', 'b.md', 'c.md', 'd.md']);
  await sifted.listing.host.read('a.md');
  assert.equal(read.length, 5, 'a text is not kept once it was read as a page');
  const other = listingOf(files);
  assert.equal((await siftFiles(other.listing, 3000, SILENT)).isLarge, true);
  assert.deepEqual(other.read, ['a.md', 'b.md', 'c.md']);
});

test('many processors share what two do not; of one thread only memory counts', () => {
  assert.ok(limitOfOneThread(8, undefined) < limitOfOneThread(2, undefined));
  assert.equal(limitOfOneThread(8, 1), limitOfOneThread(2, undefined));
});
