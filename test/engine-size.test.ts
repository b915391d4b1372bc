// From which size on a workspace is shared among threads.
import assert from 'node:assert/strict';
import test from 'node:test';
import { isLargerThan, limitOfOneThread } from '../server/cli/engine/workspace-size.js';
import { folderWith } from './support/cli.js';

type Listing = Parameters<typeof isLargerThan>[2];

function listingOf(ids: readonly string[], overlay: Readonly<Record<string, string>> = {}) {
  const contents = Object.entries(overlay).map(([id, text]) => [id, Buffer.from(text)] as const);
  return { ids, given: new Map(), overlay: new Map(contents) } as unknown as Listing;
}

test('what counts is the bytes of all files, of each as if it had some', (context) => {
  const folder = folderWith(context, { 'a.md': 'a'.repeat(3000), 'b.md': 'b' });
  const root = { folder };
  const both = listingOf(['a.md', 'b.md']);
  assert.equal(isLargerThan(4999, root, both), true);
  assert.equal(isLargerThan(5000, root, both), false);
  assert.equal(isLargerThan(4000, root, listingOf(['none.md', 'b.md'])), false);
  assert.equal(isLargerThan(3999, root, listingOf(['none.md', 'b.md'])), true);
  const typed = listingOf(['a.md', 'b.md'], { 'b.md': 'b'.repeat(9000) });
  assert.equal(isLargerThan(11_999, root, typed), true);
  assert.equal(isLargerThan(12_000, root, typed), false);
});

test('many processors share what two do not; of one thread only memory counts', () => {
  assert.ok(limitOfOneThread(8, undefined) < limitOfOneThread(2, undefined));
  assert.equal(limitOfOneThread(8, 1), limitOfOneThread(2, undefined));
});
