// Installed from a checkout, as npm does it from git and pre-commit for its hooks; and the hooks themselves.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import test, { type TestContext } from 'node:test';
import { parse } from 'yaml';
import { folderWith } from './support/cli.js';
import { slow } from './support/needs.js';
import { shellFor, WITH_SHELL } from './support/stand-ins.js';

/** What is needed to build the package, as it would be in a fresh clone; nothing that is built. */
const CHECKOUT = [
  '.build',
  '.npmrc',
  'server',
  'man',
  'docs',
  'package.json',
  'package-lock.json',
  'tsconfig.json',
  'LICENSE',
  'CHANGELOG.md',
  'README.md',
];

function checkout(context: TestContext): string {
  const folder = fs.realpathSync(fs.mkdtempSync(path.join(os.tmpdir(), 'rapporteur-clone-')));
  context.after(() => fs.rmSync(folder, { recursive: true, force: true }));
  for (const name of CHECKOUT) {
    const filter = (file: string): boolean => !file.endsWith('.tsbuildinfo');
    fs.cpSync(name, path.join(folder, name), { recursive: true, filter });
  }
  // `npm install` was run: that asks the registry.
  fs.symlinkSync(path.resolve('node_modules'), path.join(folder, 'node_modules'), 'junction');
  return folder;
}

slow(
  'npm pack in a fresh checkout builds the package, and says its name and nothing else',
  (context) => {
    const folder = checkout(context);
    const shell = process.platform === 'win32';
    const manifest = fs.readFileSync('package.json', 'utf8');
    const packed = spawnSync('npm', ['pack'], { cwd: folder, encoding: 'utf8', shell });
    assert.equal(packed.status, 0, packed.stderr);
    assert.equal(fs.readFileSync(path.join(folder, 'package.json'), 'utf8'), manifest);
    // pre-commit takes the whole of it for the name of the file.
    assert.match(packed.stdout.trim(), /^rapporteur-[\w.-]+\.tgz$/);
    const untar = spawnSync('tar', ['-xzf', packed.stdout.trim()], { cwd: folder });
    assert.equal(untar.status, 0);
    const shipped = fs.readFileSync(path.join(folder, 'package', 'package.json'), 'utf8');
    for (const key of ['scripts', 'devDependencies', 'contributes', 'activationEvents'])
      assert.ok(!(key in JSON.parse(shipped)), key);
    assert.ok(!fs.existsSync(path.join(folder, 'package', 'test')));
    assert.ok(!fs.existsSync(path.join(folder, 'package.json.whole')));
    fs.writeFileSync(path.join(folder, 'brief.md'), ':person[Nobody]\n');
    const cli = path.join(folder, 'package', 'dist', 'cli.js');
    const check = spawnSync(process.execPath, [cli, 'check', 'brief.md'], {
      cwd: folder,
      encoding: 'utf8',
    });
    assert.equal(check.status, 1, check.stderr);
    assert.match(check.stdout, /unresolved-name/);
    for (const name of [
      'man/rapporteur.1',
      'dist/server.cjs',
      'dist/core.js',
      'out/server/core/index.d.ts',
    ]) {
      assert.ok(fs.existsSync(path.join(folder, 'package', name)), name);
    }
  },
);

test('without the tools to build it, npm ci does not fail', (context) => {
  const folder = checkout(context);
  fs.unlinkSync(path.join(folder, 'node_modules'));
  const run = spawnSync(process.execPath, ['.build/prepare.mjs'], {
    cwd: folder,
    encoding: 'utf8',
  });
  assert.equal(run.status, 0, run.stderr);
  assert.ok(!fs.existsSync(path.join(folder, 'dist')));
});

interface Hook {
  readonly id: string;
  readonly entry: string;
  readonly args: readonly string[];
  readonly language: string;
  readonly files?: string;
  readonly types_or?: readonly string[];
  readonly require_serial: boolean;
  readonly pass_filenames?: boolean;
  readonly stages: readonly string[];
}

const hooks = parse(fs.readFileSync('.pre-commit-hooks.yaml', 'utf8')) as readonly Hook[];
const hook = (id: string): Hook => {
  const found = hooks.find((each) => each.id === id);
  assert.ok(found, id);
  return found;
};

test('the hooks: files one by one before a commit, everything before a push', () => {
  assert.deepEqual(
    hooks.map(({ id }) => id),
    ['rapporteur', 'rapporteur-full'],
  );
  assert.deepEqual(hook('rapporteur').types_or, ['markdown', 'yaml']);
  assert.equal(hook('rapporteur-full').pass_filenames, false);
  for (const { language, require_serial, stages } of hooks) {
    assert.equal(language, 'node');
    assert.equal(require_serial, true);
    for (const stage of stages) assert.ok(['pre-commit', 'pre-push', 'manual'].includes(stage));
  }
});

test('the hook is given briefs and registries, and no other YAML', () => {
  const { files } = hook('rapporteur');
  const isGiven = new RegExp(files ?? '');
  for (const name of [
    'a.md',
    'x/b.markdown',
    'registry.yaml',
    'x/people.registry.yml',
    'registry/a/b.yaml',
  ]) {
    assert.match(name, isGiven);
  }
  for (const name of ['ci.yml', 'x/registries.yaml', 'a.md.txt', 'notregistry.yaml']) {
    assert.doesNotMatch(name, isGiven);
  }
});

test('the hooks run as pre-commit runs them', WITH_SHELL, (context) => {
  const cwd = folderWith(context, {
    'registry.yaml': 'person:\n  mo:\n    name: Mo Haddad\n',
    'a b.md': ':person[Mo Haddad]\n',
    'bad.md': ':person[Nobody]\n',
    'README.md': '# No brief\n',
  });
  const shell = shellFor(context);
  const run = (id: string, names = ''): number | null => {
    const { entry, args } = hook(id);
    return shell.run(`${entry} ${args.join(' ')} ${names}`, { cwd }).status;
  };
  assert.equal(run('rapporteur', "'a b.md' registry.yaml"), 0);
  assert.equal(run('rapporteur', 'bad.md'), 1);
  assert.equal(run('rapporteur', 'README.md'), 0, 'a file that is no brief is no fault');
  assert.equal(run('rapporteur-full'), 1);
});
