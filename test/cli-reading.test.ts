import assert from 'node:assert/strict';
import path from 'node:path';
import { test } from 'node:test';
import type { Problem } from '../server/cli/formats/lint-run.js';
import { progressOn } from '../server/cli/terminal/progress.js';
import { type ReadOptions, readPages } from '../server/cli/workspace/read-pages.js';
import { DEFAULT_SETTINGS, vocabularyOf } from '../server/core/index.js';
import { type Host, MAX_REGISTRY_BYTES, memoryHost, type Reading } from '../server/host/index.js';

const SILENT = { update: () => {}, end: () => {} };

async function read(
  host: Host,
  ids: readonly string[],
): Promise<{ pages: string[]; unread: number; problems: Problem[] }> {
  const problems: Problem[] = [];
  const from: ReadOptions = {
    host,
    vocabulary: vocabularyOf([]),
    folder: path.resolve('/w'),
    cwd: path.resolve('/w'),
    settings: DEFAULT_SETTINGS,
    given: new Map(),
    progress: SILENT,
    onProblem: (problem) => problems.push(problem),
  };
  const { pages } = await readPages(ids, from, 'left-unread');
  const unread = pages.filter((page) => page.unread).length;
  return { pages: pages.map(({ id }) => id), unread, problems };
}

test('a file that vanishes meanwhile is told, and that is all', async () => {
  const { pages, problems } = await read(memoryHost({ 'b.md': 'x' }), ['a.md', 'b.md']);
  assert.deepEqual(pages, ['b.md']);
  assert.deepEqual(problems, [
    { message: 'a.md was left out: there is no such file.', grave: false },
  ]);
});

test('a file whose name cannot be read leaves the job undone: it is there, and nobody reads it', async () => {
  const { problems } = await read(memoryHost({}), ['caf\ufffd.md']);
  assert.deepEqual(problems, [
    { message: 'caf\ufffd.md was left out: its name is not in UTF-8. Rename it.', grave: true },
  ]);
});

test('a file that may not be read leaves the job undone', async () => {
  const host: Host = {
    ...memoryHost({ 'b.md': 'x' }),
    read: async (id): Promise<Reading> =>
      id === 'a.md'
        ? { type: 'fault', fault: { code: 'unreadable', reason: 'permission denied' } }
        : { type: 'text', text: 'x', bom: false },
  };
  const { pages, problems } = await read(host, ['a.md', 'b.md']);
  assert.deepEqual(pages, ['b.md']);
  assert.equal(problems[0]?.grave, true);
});

test('registries are read until they are too much together', async () => {
  const comment = `# ${'x'.repeat(MAX_REGISTRY_BYTES / 2)}\n`;
  const files = { 'a.registry.yaml': comment, 'b.registry.yaml': comment, 'c.md': 'x' };
  const { pages, problems } = await read(memoryHost(files), Object.keys(files));
  assert.deepEqual(pages, ['a.registry.yaml', 'c.md']);
  assert.match(problems[0]?.message ?? '', /^b\.registry\.yaml was left out: .* 32 MB\.$/);
});

test('progress is told to a terminal after a second, and taken away again', () => {
  const written: string[] = [];
  let now = 0;
  const to = (isTTY: boolean) => ({
    write: (text: string): void => void written.push(text),
    isTTY,
    columns: 80,
  });
  const progress = progressOn(to(true), () => now);
  for (now = 0; now <= 1200; now += 10) progress.update(now, 2000);
  progress.end();
  assert.equal(written.length, 4);
  assert.match(written[0] ?? '', /Reading 1000 of 2000 files/);
  written.length = 0;
  const silent = progressOn(to(false), () => now);
  for (; now <= 5000; now += 10) silent.update(now, 2000);
  silent.end();
  assert.deepEqual(written, []);
});

test('of ordinary files none is read as a page, whatever their number', async () => {
  const text =
    '# Title\n\nWords: [a link](b.md#title), `code` and key:value.\n\n```c\nstd::place\n```\n';
  const files = Object.fromEntries(Array.from({ length: 200 }, (_, at) => [`${at}.md`, text]));
  const ids = Object.keys(files);
  assert.equal((await read(memoryHost(files), ids)).unread, 200);
  const some = memoryHost({ ...files, '7.md': `${text}\nOn :date[2025].\n` });
  assert.equal((await read(some, ids)).unread, 199);
});
