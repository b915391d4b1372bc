// What a workspace leaves out, and why: the same whether a folder is walked or a path is asked about.
import assert from 'node:assert/strict';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { type TestContext, test } from 'node:test';
import fc from 'fast-check';
import { DEFAULT_SETTINGS } from '../server/core/index.js';
import {
  beginsWorkspace,
  CONFIG_NAME,
  diskMembership,
  excludedByIgnore,
  memoryHost,
  neverEntered,
  nodeHost,
  readConfigFiles,
  visitFolders,
  walk,
} from '../server/host/index.js';
import { property, runs } from './support/needs.js';

function emptyFolder(context: TestContext): string {
  const folder = fs.realpathSync(fs.mkdtempSync(path.join(os.tmpdir(), 'rapporteur-member-')));
  context.after(() => fs.rmSync(folder, { recursive: true, force: true }));
  return folder;
}

function write(folder: string, files: Readonly<Record<string, string>>): void {
  for (const [name, text] of Object.entries(files)) {
    fs.mkdirSync(path.dirname(path.join(folder, name)), { recursive: true });
    fs.writeFileSync(path.join(folder, name), text);
  }
}

test('each reason is named', (context) => {
  const folder = emptyFolder(context);
  write(folder, {
    '.gitignore': 'old/\n',
    'old/a.md': '',
    'node_modules/x/a.md': '',
    'team/rapporteur.yaml': '',
    'team/a.md': '',
    'part/rapporteur.yaml': 'root: false\n',
    'part/a.md': '',
  });
  fs.symlinkSync(path.join(folder, 'part'), path.join(folder, 'linked'));
  const { exclusionOf, readElsewhere } = diskMembership({ folder, repository: undefined });
  assert.deepEqual(exclusionOf('old/a.md', 'file'), {
    by: 'gitignore',
    file: path.join(folder, '.gitignore'),
    pattern: 'old/',
  });
  const never = { by: 'never-entered', folder: 'node_modules' };
  assert.deepEqual(exclusionOf('node_modules/x/a.md', 'file'), never);
  assert.deepEqual(readElsewhere('team/a.md'), { by: 'nested-workspace', folder: 'team' });
  assert.deepEqual(readElsewhere('linked/a.md'), { by: 'link' });
  for (const id of ['part/a.md', 'team', 'gone/b.md']) {
    assert.deepEqual([exclusionOf(id, 'file'), readElsewhere(id)], [undefined, undefined], id);
  }
});

test('without .gitignore only what is never entered is left out', (context) => {
  const folder = emptyFolder(context);
  write(folder, { '.gitignore': '*.md\n', 'a.md': '' });
  const { exclusionOf } = diskMembership({ folder, repository: folder }, 'ignored');
  assert.equal(exclusionOf('a.md', 'file'), undefined);
  assert.deepEqual(exclusionOf('.git/a.md', 'file'), { by: 'never-entered', folder: '.git' });
  assert.equal(neverEntered('a/git/node_modules.md'), undefined);
});

const NAMES = ['a', 'b', 'node_modules', '.git', 'x.md', 'y.md'];
const PATH = fc
  .array(fc.constantFrom(...NAMES), { minLength: 1, maxLength: 4 })
  .map((parts) => `${parts.join('/')}.txt`);
const CONFIG = fc.constantFrom('', 'root: false\n', 'root: true\n');
const FOLDER = fc.constantFrom('a', 'b', 'a/b', 'a/a', 'b/a');

property('a path is left out if and only if a walk would not come by it', (context) => {
  const folder = emptyFolder(context);
  fc.assert(
    fc.property(
      fc.array(PATH, { minLength: 1, maxLength: 10 }),
      fc.dictionary(FOLDER, CONFIG, { maxKeys: 2 }),
      fc.dictionary(FOLDER, fc.constantFrom('b\n', '*.md\n', '!b\n', 'x.md.txt\n'), { maxKeys: 2 }),
      fc.constantFrom('', 'a/b\n', 'b/\n'),
      (paths, configs, ignores, top) => {
        for (const name of fs.readdirSync(folder)) {
          fs.rmSync(path.join(folder, name), { recursive: true });
        }
        const named = (files: Readonly<Record<string, string>>, name: string) =>
          Object.fromEntries(Object.entries(files).map(([at, text]) => [`${at}/${name}`, text]));
        write(folder, {
          ...Object.fromEntries(paths.map((at) => [at, ''])),
          ...named(configs, CONFIG_NAME),
          ...named(ignores, '.gitignore'),
          '.gitignore': top,
        });
        const visit = visitFolders(DEFAULT_SETTINGS);
        const walked = walk(folder, {
          repository: folder,
          skips: (id, names) =>
            visit.skips(id, names, () => beginsWorkspace(path.join(folder, id, CONFIG_NAME))),
        });
        const { exclusionOf, readElsewhere } = diskMembership({ folder, repository: folder });
        const asked = [...new Set(paths)].filter((id) => {
          return exclusionOf(id, 'file') === undefined && readElsewhere(id) === undefined;
        });
        assert.deepEqual(asked.sort(), [...walked].filter((id) => paths.includes(id)).sort());
      },
    ),
    runs('run'),
  );
});

test('the glob that leaves a path out is named, with its file', async () => {
  const host = memoryHost({
    'rapporteur.yaml': 'extends: shared/base.yaml\n',
    'shared/base.yaml': 'ignore: [drafts, "*.tmp.md"]\n',
    'part/rapporteur.yaml': 'root: false\nignore: [old]\n',
  });
  const { reading } = await readConfigFiles(host, 'rapporteur.yaml', ['part/rapporteur.yaml']);
  const base = { by: 'ignore', file: 'shared/base.yaml' };
  assert.deepEqual(excludedByIgnore(reading, 'drafts/a.md'), { ...base, glob: 'drafts' });
  assert.deepEqual(excludedByIgnore(reading, 'a.tmp.md'), { ...base, glob: '*.tmp.md' });
  const part = { by: 'ignore', file: 'part/rapporteur.yaml', glob: 'old' };
  assert.deepEqual(excludedByIgnore(reading, 'part/old/a.md'), part);
  assert.equal(excludedByIgnore(reading, 'old/a.md'), undefined);
});

test('folders are visited: their own workspaces, what joins, and what ignore leaves out', async (context) => {
  const folder = emptyFolder(context);
  write(folder, {
    'a.md': '',
    'drafts/b.md': '',
    'drafts/rapporteur.yaml': '',
    'team/rapporteur.yaml': '',
    'team/c.md': '',
    'part/rapporteur.yaml': 'root: false\n',
    'part/d.md': '',
  });
  const list = async (
    visit: ReturnType<typeof visitFolders>,
    ignoring?: 'ignored',
  ): Promise<readonly string[]> => {
    const begins = (id: string) => () => beginsWorkspace(path.join(folder, id, CONFIG_NAME));
    const skips = (id: string, names: readonly string[]): boolean =>
      visit.skips(id, names, begins(id), ignoring);
    const ids: string[] = [];
    for await (const id of nodeHost(folder, { repository: undefined, skips }).list()) ids.push(id);
    return ids.filter((id) => id.endsWith('.md')).sort();
  };
  const settings = { ...DEFAULT_SETTINGS, ignore: ['drafts'] };
  const apart = visitFolders(settings);
  assert.deepEqual(await list(apart), ['a.md', 'part/d.md']);
  assert.deepEqual([[...apart.nested], [...apart.joined]], [['team'], ['part/rapporteur.yaml']]);
  const freed = visitFolders(settings);
  assert.deepEqual(await list(freed, 'ignored'), ['a.md', 'part/d.md']);
  assert.deepEqual([...freed.nested].sort(), ['drafts', 'team']);
  const together = visitFolders(settings, 'together');
  assert.deepEqual(await list(together), ['a.md', 'part/d.md', 'team/c.md']);
  assert.deepEqual([together.nested.size, together.joined.size], [0, 0]);
});
