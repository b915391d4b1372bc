import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import { type TestContext, test } from 'node:test';
import { keptFiles } from '../server/lsp/kept/kept-files.js';
import type { KeptFiles } from '../server/lsp/kept/kept-workspace.js';
import { isWorthKeeping } from '../server/lsp/kept/when-to-keep.js';
import { folderWith } from './support/cli.js';
import { allOf, type OpenedSession, openSession } from './support/kept-session.js';

const FILES = {
  'registry.yaml': 'person:\n  ann: { name: Ann }\n',
  'a.md': ':person[Ann] and :person[Bo] met. See [this](b.md#one) and [that](none.pdf).\n',
  'b.md': '# One\n\nNothing is tagged here: “words” only.\n',
  'c.md': ':place[Arcadia] :commitment[agreed to pay]{#c-a by=arcadia to=ann due=2020}.\n',
};

const stamp = (id: string): string => `as it was: ${id}`;

interface Kept {
  readonly home: string;
  readonly folder: string;
  readonly files: KeptFiles;
  open(files?: Readonly<Record<string, string>>): Promise<OpenedSession>;
}

/** A workspace that was opened and kept. */
async function keptOnce(context: TestContext): Promise<Kept> {
  const home = folderWith(context, {});
  const files = keptFiles('file:///briefs', home);
  const open = (now: Readonly<Record<string, string>> = FILES): Promise<OpenedSession> =>
    openSession({ files: now, stamp, kept: files });
  await (await open()).keep();
  const above = path.join(home, 'rapporteur', 'editor');
  return { home, folder: path.join(above, fs.readdirSync(above)[0] ?? ''), files, open };
}

const onUnix = { skip: process.platform === 'win32' && 'no modes of files' };

test('nothing is read and nothing is checked a second time', async (context) => {
  const { open } = await keptOnce(context);
  const second = await open();
  assert.deepEqual(second.read, []);
  assert.equal(second.checked, 0);
  assert.deepEqual(allOf(second), allOf(await openSession({ files: FILES, stamp })));
});

test('of many files the one that changed is read, and what it matters to is checked', async (context) => {
  const many: Record<string, string> = { ...FILES };
  for (let at = 0; at < 50; at += 1) many[`more-${at}.md`] = `:person[Ann] spoke of ${at}.\n`;
  const { files: kept, open } = await keptOnce(context);
  await (await open(many)).keep();
  const session = {
    files: { ...many, 'c.md': ':place[Arcadia] came.\n' },
    stamp: (id: string): string => (id === 'c.md' ? 'later' : stamp(id)),
  };
  const second = await openSession({ ...session, kept });
  assert.deepEqual(second.read, ['c.md']);
  // It, and where a name that is not known may be meant to be one of these.
  assert.ok(second.checked <= 3, `${second.checked} checked`);
  assert.deepEqual(allOf(second), allOf(await openSession(session)));
});

test('nobody else can read what is kept', onUnix, async (context) => {
  const { folder } = await keptOnce(context);
  assert.equal(fs.statSync(folder).mode & 0o777, 0o700);
  for (const name of fs.readdirSync(folder))
    assert.equal(fs.statSync(path.join(folder, name)).mode & 0o777, 0o600, name);
});

test('what others could have put there does not count', onUnix, async (context) => {
  const { home, folder } = await keptOnce(context);
  fs.chmodSync(folder, 0o777);
  const others = keptFiles('file:///briefs', home);
  assert.equal(others.read(), undefined);
});

test('a bit that is wrong anywhere, and all is read again and kept anew', async (context) => {
  const { folder, open } = await keptOnce(context);
  for (const name of fs.readdirSync(folder)) {
    const file = path.join(folder, name);
    const whole = fs.readFileSync(file);
    const places = [0, 19, 23, 30, whole.length >> 1, whole.length - 1];
    for (const at of places) {
      const bytes = Buffer.from(whole);
      bytes[at] = (bytes[at] ?? 0) ^ 4;
      fs.writeFileSync(file, bytes);
      const again = await open();
      assert.deepEqual([...new Set(again.read)].sort(), Object.keys(FILES).sort(), `${name} ${at}`);
    }
    fs.writeFileSync(file, whole.subarray(0, whole.length - 3));
    assert.ok((await open()).read.includes('c.md'));
    fs.writeFileSync(file, whole);
  }
  fs.writeFileSync(path.join(folder, 'workspace'), 'half');
  await (await open()).keep();
  assert.deepEqual((await open()).read, []);
});

test('a file of pages that is gone is written again', async (context) => {
  const { folder, open } = await keptOnce(context);
  const session = await open();
  for (const name of fs.readdirSync(folder))
    if (name.endsWith('.pages')) fs.rmSync(path.join(folder, name));
  await session.keep();
  assert.deepEqual((await open()).read, []);
});

test('what is of no use any more goes, and what is not ours stays', async (context) => {
  const { folder, open } = await keptOnce(context);
  fs.writeFileSync(path.join(folder, 'notes.txt'), 'mine');
  const old = path.join(path.dirname(folder), '0123456789abcdef');
  fs.mkdirSync(old);
  fs.writeFileSync(path.join(old, 'workspace'), '');
  fs.utimesSync(path.join(old, 'workspace'), 0, 0);
  const others = path.join(path.dirname(folder), 'others');
  fs.mkdirSync(others);
  for (let round = 0; round < 8; round += 1) {
    const session = await openSession({
      files: { ...FILES, 'a.md': `:person[Ann] came ${'again '.repeat(round)}.\n` },
      stamp: (id) => (id === 'a.md' ? `${round}` : stamp(id)),
      kept: keptFiles('file:///briefs', path.join(folder, '../../..')),
    });
    await session.keep();
  }
  const names = fs.readdirSync(folder);
  assert.ok(names.filter((name) => name.endsWith('.pages')).length <= 6, names.join());
  assert.ok(names.includes('notes.txt'));
  assert.ok(!fs.existsSync(old));
  assert.ok(fs.existsSync(others));
  assert.deepEqual((await open({ ...FILES })).read, ['a.md']);
});

test('half a character and a mark of byte order come back as they were', async (context) => {
  const { files } = await keptOnce(context);
  const texts = ['\ufeffa', '\ud83d', 'a\udc00b', '“ü”', '', '\ufffd'];
  const facts = new Uint8Array([1, 2, 3]);
  const places = files.writePages(texts.map((text) => ({ text, facts }))) ?? [];
  const { workspace } = files.read() ?? assert.fail();
  const pages = places.map(
    (at, index) => ({ id: `${index}`, stamp: '', role: 'brief', at }) as const,
  );
  files.write({ ...workspace, pages });
  const read = files.read() ?? assert.fail();
  assert.deepEqual(places.map(read.textAt), texts);
  assert.deepEqual(new Uint8Array(read.factsAt(places[2] ?? assert.fail())), facts);
});

test('facts that cannot be read are read from the text', async (context) => {
  const { files, open } = await keptOnce(context);
  const { workspace } = files.read() ?? assert.fail();
  const pages = workspace.pages.map((page) => {
    const { at } = page;
    return at === undefined ? page : { ...page, at: [at[0], at[1], at[2], at[3] - 1] as const };
  });
  files.write({ ...workspace, pages });
  const second = await open();
  assert.deepEqual(second.read, []);
  assert.deepEqual(allOf(second), allOf(await openSession({ files: FILES, stamp })));
});

test('what is no workspace at all is left alone, and goes', async (context) => {
  const { files, folder, open } = await keptOnce(context);
  const { workspace } = files.read() ?? assert.fail();
  files.write({ ...workspace, graph: {} as typeof workspace.graph });
  const second = await open();
  assert.deepEqual(allOf(second), allOf(await openSession({ files: FILES, stamp })));
  assert.ok(!fs.existsSync(path.join(folder, 'workspace')));
});

test('a workspace is kept that takes long to read, and not long to keep', async () => {
  const isKept = async (texts: readonly string[]): Promise<boolean> => {
    const files = Object.fromEntries(texts.map((text, at) => [`${at}.md`, text]));
    return isWorthKeeping((await openSession({ files, stamp })).root);
  };
  const text = (size: number): string => ':person[Ann] came. '.padEnd(size, 'x ');
  assert.equal(await isKept([text(900_000)]), false);
  assert.equal(await isKept([text(900_000), text(200_000)]), true);
  assert.equal(await isKept([text(900_000), text(2_100_000)]), false);
});

test('it goes when it is not wanted', async (context) => {
  const { files, folder } = await keptOnce(context);
  files.remove();
  assert.ok(!fs.existsSync(folder));
});
