// What is left over in a cache goes, what is not ours or may be used again stays.
import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import test from 'node:test';
import { CacheFiles } from '../server/cli/cache/cache-files.js';
import { bucketOf, openFactsCache } from '../server/cli/cache/facts-cache.js';
import { DEFAULT_SETTINGS, readPage, stubOf, vocabularyOf } from '../server/core/index.js';
import { folderWith } from './support/cli.js';

const TEXT = ':person[Mo]{#mo}.\n';
const PAGE = readPage('a.md', TEXT, DEFAULT_SETTINGS, vocabularyOf([]));
const DAY = 24 * 3600;

function checked(folder: string, root = folder): string {
  const cache = openFactsCache({ folder }, { root, settings: DEFAULT_SETTINGS });
  if (cache.get('a.md', TEXT) === undefined) cache.put(PAGE);
  assert.deepEqual(cache.save(), []);
  const [build = ''] = fs.readdirSync(folder).filter((name) => /^\d/.test(name));
  return path.join(folder, build);
}

function age(file: string, days: number): void {
  const then = Date.now() / 1000 - days * DAY;
  fs.utimesSync(file, then, then);
}

test('files of other versions and other workspaces go when nobody has come back to them', (context) => {
  const folder = folderWith(context, {});
  const build = checked(folder);
  const made = (name: string, days: number, ...files: string[]): string => {
    const scope = path.join(folder, name, '0123456789abcdef');
    fs.mkdirSync(scope, { recursive: true });
    for (const file of ['07.pack', '.rapporteur-1-a.tmp', ...files])
      fs.writeFileSync(path.join(scope, file), 'x');
    age(scope, days);
    age(path.join(folder, name), days);
    return path.join(folder, name);
  };
  const ages = [40, 3, 2, 1.5, 0.1, 0.2];
  const builds = ages.map((days, index) => made(`0.0.${index}-0123456789ab`, days));
  const mixed = made('0.9.0-0123456789ab', 50, 'letter.txt');
  const foreign = made('letters', 900);
  const own = path.basename(build);
  const [old, recent] = [
    path.join(build, 'aaaaaaaaaaaaaaaa'),
    path.join(build, 'bbbbbbbbbbbbbbbb'),
  ];
  for (const scope of [old, recent]) {
    fs.mkdirSync(scope);
    fs.writeFileSync(path.join(scope, '07.pack'), 'x');
  }
  age(old, 31);
  age(recent, 29);
  // Something new, or nothing is touched at all.
  const root = path.join(folder, 'other');
  checked(folder, root);
  assert.deepEqual(
    builds.filter((each) => fs.existsSync(each)),
    builds.slice(4),
    'the two that were used last stay',
  );
  assert.deepEqual(fs.readdirSync(path.join(mixed, '0123456789abcdef')), ['letter.txt']);
  assert.equal(fs.readdirSync(path.join(foreign, '0123456789abcdef')).length, 2);
  assert.ok(fs.existsSync(path.join(folder, own)));
  assert.deepEqual(
    [old, recent].map((each) => fs.existsSync(each)),
    [false, true],
  );
});

test('what a killed run left goes after an hour, what one is writing stays', (context) => {
  const folder = folderWith(context, {});
  const build = checked(folder);
  const [scope = ''] = fs.readdirSync(build);
  const drafts = ['.rapporteur-1-a.tmp', '.rapporteur-2-b.tmp', 'mine.tmp'];
  const paths = drafts.map((name) => path.join(build, scope, name));
  for (const each of paths) fs.writeFileSync(each, 'half a pa');
  for (const each of [paths[0], paths[2]]) age(each ?? '', 0.1);
  const cache = openFactsCache({ folder }, { root: folder, settings: DEFAULT_SETTINGS });
  cache.get('b.md', 'New.\n');
  cache.put({ ...PAGE, id: 'b.md', text: 'New.\n' });
  cache.save();
  assert.deepEqual(
    paths.map((each) => fs.existsSync(each)),
    [false, true, true],
  );
});

test('a cache that is used is not taken for old, though nothing is written', (context) => {
  const folder = folderWith(context, {});
  const build = checked(folder);
  const [scope = ''] = fs.readdirSync(build);
  for (const each of [build, path.join(build, scope)]) age(each, 20);
  const start = Date.now();
  checked(folder);
  // A disk may count in whole seconds.
  for (const each of [build, path.join(build, scope)])
    assert.ok(fs.statSync(each).mtimeMs > start - 2000);
});

test('stubs come back as they are made', (context) => {
  const folder = folderWith(context, {});
  checked(folder);
  const cache = openFactsCache({ folder }, { root: folder, settings: DEFAULT_SETTINGS });
  assert.deepEqual(cache.getStub('a.md', TEXT), stubOf(PAGE));
  assert.equal(cache.getStub('b.md', TEXT), undefined);
  assert.deepEqual([cache.hits, cache.misses], [1, 1]);
});

test('memory stays flat: files are closed as others are opened, and nothing is lost', (context) => {
  const folder = folderWith(context, {});
  const of = (bucket: number, id: string) => ({ id, bucket });
  const pages = Array.from({ length: 40 }, (_, bucket) => of(bucket, `page-${bucket}.md`));
  const large = Buffer.alloc(3 * 1024 * 1024, 'x');
  const files = new CacheFiles(folder);
  const wanted = new Map(pages.map(({ bucket, id }) => [bucket, new Set([id])]));
  let peak = 0;
  for (const { bucket, id } of pages) {
    files.put(bucket, id, { key: 'k'.repeat(16), facts: large, stub: Buffer.from(id) });
    peak = Math.max(peak, files.openBytes);
  }
  assert.ok(peak <= 36 * 1024 * 1024, String(peak));
  assert.equal(files.save(wanted), 'written');
  const again = new CacheFiles(folder);
  // In turns as well, and not slower each time: what was closed too early stays open.
  for (let turn = 0; turn < 3; turn += 1)
    for (const { bucket, id } of pages)
      assert.equal(again.entries(bucket, id)[0]?.stub.toString(), id);
  assert.equal(again.save(wanted), 'unchanged');
  assert.deepEqual([...again.faults], []);
});

test('paths are spread over the buckets', () => {
  const counts = new Map<number, number>();
  for (let index = 0; index < 6400; index += 1) {
    const bucket = bucketOf(`briefs/${index % 50}/brief-${index}.md`);
    counts.set(bucket, (counts.get(bucket) ?? 0) + 1);
  }
  assert.equal(counts.size, 64);
  assert.ok(Math.max(...counts.values()) < 200);
});
