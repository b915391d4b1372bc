// *Open the Sample*, with a VS Code of a few lines that works on real folders.
import assert from 'node:assert/strict';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import test, { type TestContext } from 'node:test';
import type { CommandContext } from '../client/commands/command.js';
import { loadClientModule } from './support/client-module.js';

const BRIEF = 'briefs/2025-10-31-framework.md';
const SAMPLE = path.resolve('samples', 'us-india-defense');

/** A place on this machine is its path. */
const fileSystem = {
  stat: async (file: string) => fs.promises.stat(file),
  copy: async (from: string, to: string) =>
    fs.promises.cp(from, to, { recursive: true, errorOnExist: true, force: false }),
};

async function openSample(storage: string): Promise<readonly (readonly unknown[])[]> {
  const called: (readonly unknown[])[] = [];
  const commands = {
    executeCommand: async (...call: readonly unknown[]) => void called.push(call),
  };
  const vscode = { Uri: { joinPath: path.join }, workspace: { fs: fileSystem }, commands };
  const module = await loadClientModule<typeof import('../client/commands/open-sample.js')>(
    'client/commands/open-sample.ts',
    { vscode },
  );
  const folders = { extension: path.resolve('.'), storage };
  await module.openSample.run({ folders } as unknown as CommandContext);
  return called;
}

function emptyFolder(context: TestContext): string {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'rapporteur-sample-'));
  context.after(() => fs.rmSync(folder, { recursive: true, force: true }));
  return folder;
}

const filesIn = (folder: string): readonly string[] =>
  fs.readdirSync(folder, { recursive: true, encoding: 'utf8' }).sort();

test('the sample is opened in a new window, from a copy of all its files; the step is done', async (context) => {
  const storage = emptyFolder(context);
  const copy = path.join(storage, 'sample');
  assert.deepEqual(await openSample(storage), [
    ['setContext', 'rapporteur.did.sample', true],
    ['vscode.openFolder', copy, { forceNewWindow: true }],
  ]);
  assert.deepEqual(filesIn(copy), filesIn(SAMPLE));
  assert.ok(filesIn(copy).includes(path.normalize(BRIEF)));
  assert.equal(
    fs.readFileSync(path.join(copy, BRIEF), 'utf8'),
    fs.readFileSync(path.join(SAMPLE, BRIEF), 'utf8'),
  );
});

test('what somebody has written in the copy is there the next time, and the sample is as it was', async (context) => {
  const storage = emptyFolder(context);
  const brief = path.join(storage, 'sample', BRIEF);
  const before = fs.readFileSync(path.join(SAMPLE, BRIEF), 'utf8');
  await openSample(storage);
  fs.writeFileSync(brief, 'mine');
  const again = await openSample(storage);
  assert.deepEqual(again.at(-1)?.slice(0, 2), ['vscode.openFolder', path.join(storage, 'sample')]);
  assert.equal(fs.readFileSync(brief, 'utf8'), 'mine');
  assert.equal(fs.readFileSync(path.join(SAMPLE, BRIEF), 'utf8'), before);
});

test('where the copy cannot be made nothing is opened, and the step is not done', async (context) => {
  const storage = path.join(emptyFolder(context), 'a-file');
  fs.writeFileSync(storage, '');
  await assert.rejects(openSample(storage));
  assert.equal(fs.readFileSync(storage, 'utf8'), '');
});
