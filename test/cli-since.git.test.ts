// `check --since`: what changed, and what is found otherwise because of it. With a real git.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { type TestContext, test } from 'node:test';
import { rapporteur } from './support/cli.js';

const REGISTRY = `person:
  ada: { name: Ada Moreau }
  bea: { name: Bea Lund }
source:
  release: { name: Press release }
`;
const brief = (words: string): string => `---
date: 2025-10-31
source: release
---

${words}
`;
const OLD = brief('An old fault: :person[Nobody].');

interface Repository {
  readonly cwd: string;
  git(...words: string[]): string;
  write(files: Readonly<Record<string, string>>): void;
  commit(files?: Readonly<Record<string, string>>): void;
  /** `FILE RULE` of what is reported. */
  found(...words: string[]): Promise<readonly string[]>;
}

function repositoryWith(context: TestContext, files: Readonly<Record<string, string>>): Repository {
  const cwd = fs.realpathSync(fs.mkdtempSync(path.join(os.tmpdir(), 'rapporteur-since-')));
  context.after(() => fs.rmSync(cwd, { recursive: true, force: true }));
  const env = {
    ...process.env,
    GIT_CONFIG_GLOBAL: os.devNull,
    GIT_CONFIG_NOSYSTEM: '1',
    GIT_AUTHOR_NAME: 'A',
    GIT_AUTHOR_EMAIL: 'a@example.org',
    GIT_COMMITTER_NAME: 'A',
    GIT_COMMITTER_EMAIL: 'a@example.org',
  };
  const git = (...words: string[]): string =>
    execFileSync('git', words, { cwd, env, encoding: 'utf8', stdio: 'pipe' });
  const write = (some: Readonly<Record<string, string>>): void => {
    for (const [name, text] of Object.entries(some)) {
      fs.mkdirSync(path.dirname(path.join(cwd, name)), { recursive: true });
      fs.writeFileSync(path.join(cwd, name), text);
    }
  };
  const commit = (some: Readonly<Record<string, string>> = {}): void => {
    write(some);
    git('add', '-A');
    git('commit', '-q', '-m', 'change');
  };
  git('init', '-q', '-b', 'main');
  commit(files);
  return {
    cwd,
    git,
    write,
    commit,
    async found(...words) {
      const ran = await rapporteur(cwd, ['check', '--format', 'json', ...words]);
      assert.equal(ran.stderr, '');
      const { findings } = JSON.parse(ran.stdout) as { findings: { file: string; rule: string }[] };
      return findings.map(({ file, rule }) => `${file} ${rule}`);
    },
  };
}

const START = {
  'registry.yaml': REGISTRY,
  'old.md': OLD,
  'ada.md': brief(':person[Ada Moreau] spoke.'),
  'bea.md': brief(':person[Bea Lund] spoke. :person[Bea Lund] left.'),
};

test('only a changed file is reported, whatever stands in the others', async (context) => {
  const { commit, found, write, git } = repositoryWith(context, START);
  assert.deepEqual(await found(), ['old.md unresolved-name']);
  assert.deepEqual(await found('--since', 'HEAD'), []);
  git('switch', '-q', '-c', 'work');
  commit({ 'ada.md': brief(':person[Ada Moreaux] met :person[Ada Moreau].') });
  assert.deepEqual(await found('--since', 'main'), ['ada.md unresolved-name']);
  assert.deepEqual(await found('--since', 'HEAD'), []);
  write({ 'new.md': brief(':person[Zoe] came.') });
  assert.deepEqual(await found('--since', 'HEAD'), ['new.md unresolved-name']);
  git('add', 'new.md');
  assert.deepEqual(await found('--since', 'main'), [
    'ada.md unresolved-name',
    'new.md unresolved-name',
  ]);
  assert.deepEqual(await found('--since', 'main', 'ada.md'), ['ada.md unresolved-name']);
});

test('a registry entry removed makes every brief that used it speak, and no other', async (context) => {
  const { commit, found, git } = repositoryWith(context, START);
  git('switch', '-q', '-c', 'work');
  commit({ 'registry.yaml': REGISTRY.replace(/ {2}bea.*\n/, '') });
  assert.deepEqual(await found('--since', 'main'), [
    'bea.md unresolved-name',
    'bea.md unresolved-name',
  ]);
});

test('what others did meanwhile on the main branch is not ours', async (context) => {
  const { commit, found, git } = repositoryWith(context, START);
  git('switch', '-q', '-c', 'work');
  commit({ 'mine.md': brief(':person[Mine] spoke.') });
  git('switch', '-q', 'main');
  commit({ 'theirs.md': brief(':person[Theirs] spoke.') });
  git('switch', '-q', 'work');
  git('merge', '-q', '--no-edit', 'main');
  assert.deepEqual(await found('--since', 'main'), ['mine.md unresolved-name']);
});

test('a file that only moved brings no old findings along, told to git or not', async (context) => {
  const { cwd, commit, found, git } = repositoryWith(context, {
    ...START,
    'links.md': brief(':person[Ada Moreau] knows [the old one](old.md).'),
  });
  git('switch', '-q', '-c', 'work');
  fs.mkdirSync(path.join(cwd, 'archive'));
  fs.renameSync(path.join(cwd, 'old.md'), path.join(cwd, 'archive', 'old.md'));
  assert.deepEqual(await found('--since', 'main'), ['links.md broken-link']);
  commit();
  assert.deepEqual(await found('--since', 'main'), ['links.md broken-link']);
  commit({ 'archive/old.md': `${OLD}\nMore.\n` });
  assert.deepEqual(await found('--since', 'main'), [
    'archive/old.md unresolved-name',
    'links.md broken-link',
  ]);
});

test('a picture that went, and a name given to another too, are seen where they matter', async (context) => {
  const { cwd, commit, found, git } = repositoryWith(context, {
    ...START,
    'map.md': brief(':person[Bea Lund] drew ![A map](maps/one.png)'),
    'maps/one.png': 'png',
  });
  git('switch', '-q', '-c', 'work');
  fs.rmSync(path.join(cwd, 'maps/one.png'));
  assert.deepEqual(await found('--since', 'main'), ['map.md broken-link']);
  commit({
    'registry.yaml': `${REGISTRY}`.replace('source:', '  ada2: { name: Ada Moreau }\nsource:'),
  });
  assert.deepEqual(await found('--since', 'main'), ['ada.md ambiguous-name', 'map.md broken-link']);
});

test('a changed configuration concerns everything', async (context) => {
  const { found, write } = repositoryWith(context, { ...START, 'rapporteur.yaml': 'rules: {}\n' });
  assert.deepEqual(await found('--since', 'HEAD'), []);
  write({ 'rapporteur.yaml': 'rules: { unresolved-name: warning }\n' });
  assert.deepEqual(await found('--since', 'HEAD'), ['old.md unresolved-name']);
});

test('a changed baseline concerns everything, wherever it lies', async (context) => {
  const { found, write, commit, cwd } = repositoryWith(context, START);
  const known = ['--baseline', 'known/old.json'];
  const quiet = await rapporteur(cwd, ['check', '--update-baseline', ...known]);
  assert.equal(quiet.status, 0);
  commit();
  assert.deepEqual(await found('--since', 'HEAD', ...known), []);
  write({ 'known/old.json': '{ "tool": "rapporteur", "version": 1, "findings": [] }' });
  assert.deepEqual(await found('--since', 'HEAD'), []);
  assert.deepEqual(await found('--since', 'HEAD', ...known), ['old.md unresolved-name']);
});

test('a changed .gitignore concerns the workspaces above and below it', async (context) => {
  const { found, write } = repositoryWith(context, {
    '.gitignore': 'drafts/\n',
    'in/rapporteur.yaml': '',
    'in/registry.yaml': REGISTRY,
    'in/drafts/old.md': OLD,
  });
  assert.deepEqual(await found('--since', 'HEAD', 'in'), []);
  write({ '.gitignore': '' });
  const all = await found('in');
  assert.ok(all.includes('in/drafts/old.md unresolved-name'));
  assert.deepEqual(await found('--since', 'HEAD', 'in'), all);
});

test('odd names of files are no hindrance', async (context) => {
  const { found, write } = repositoryWith(context, START);
  const names = ['a b.md', 'ünï.md', 'tab\tand\nbreak.md', '--since.md', "quote'.md"];
  write(Object.fromEntries(names.map((name) => [name, brief(':person[Zoe] came.')])));
  assert.deepEqual(
    (await found('--since', 'HEAD')).toSorted(),
    names.map((name) => `${name} unresolved-name`).toSorted(),
  );
});

test('a workspace below the top of the repository, seen from a folder in it', async (context) => {
  const { cwd, write } = repositoryWith(context, {
    'briefs/rapporteur.yaml': '',
    'briefs/registry.yaml': REGISTRY,
    'briefs/x/a.md': brief(':person[Ada Moreau] spoke.'),
    'readme.md': 'Nothing here.\n',
  });
  write({
    'briefs/registry.yaml': REGISTRY.replace('Ada Moreau', 'Ada Moore'),
    'readme.md': 'Is.',
  });
  const ran = await rapporteur(path.join(cwd, 'briefs/x'), [
    ...['check', '--format', 'json', '--since', 'HEAD'],
  ]);
  const { findings } = JSON.parse(ran.stdout);
  assert.deepEqual(
    [...new Set(findings.map((one: { file: string }) => one.file))],
    ['../registry.yaml', 'a.md'],
  );
});

test("a hook's variables do not lead elsewhere", async (context) => {
  const { found, write } = repositoryWith(context, START);
  write({ 'new.md': brief(':person[Zoe] came.') });
  process.env.GIT_DIR = path.join(os.tmpdir(), 'nowhere', '.git');
  context.after(() => delete process.env.GIT_DIR);
  assert.deepEqual(await found('--since', 'HEAD'), ['new.md unresolved-name']);
});

test('nothing changed is one line and exit 0', async (context) => {
  const { cwd } = repositoryWith(context, START);
  assert.deepEqual(await rapporteur(cwd, ['check', '--since', 'main']), {
    status: 0,
    stdout: 'No brief or registry has changed, and no finding depends on the changes.\n',
    stderr: '',
  });
});

test('an extended configuration that changed makes every file speak', async (context) => {
  const { found, write } = repositoryWith(context, {
    ...START,
    'rapporteur.yaml': 'extends: shared/rules.yaml\n',
    'shared/rules.yaml': 'rules: { unresolved-name: off }\n',
  });
  assert.deepEqual(await found('--since', 'main'), []);
  write({ 'shared/rules.yaml': '' });
  const all = await found();
  assert.ok(all.length > 0);
  assert.deepEqual(await found('--since', 'main'), all);
});

test('what git cannot answer exits with 2 and names the remedy', async (context) => {
  const { cwd, commit, git } = repositoryWith(context, START);
  commit({ 'more.md': 'More.\n' });
  const said = async (folder: string, ref: string): Promise<string> => {
    const ran = await rapporteur(folder, ['check', '--since', ref]);
    assert.equal(ran.status, 2);
    assert.equal(ran.stdout, '');
    return ran.stderr;
  };
  assert.match(await said(cwd, 'origin/main'), /no commit 'origin\/main'.*git fetch origin main/);
  assert.match(await said(cwd, 'HEAD~9'), /no commit 'HEAD~9' here\. Name a commit or a branch/);
  assert.match(
    await said(cwd, '0'.repeat(40)),
    /for a new branch\. Name the branch it was started from/,
  );
  assert.match(await said(cwd, '--exec=x'), /no commit '--exec=x'/);
  const shallow = fs.mkdtempSync(path.join(os.tmpdir(), 'rapporteur-shallow-'));
  context.after(() => fs.rmSync(shallow, { recursive: true, force: true }));
  git('clone', '-q', '--depth', '1', `file://${cwd}`, path.join(shallow, 'a'));
  const first = git('rev-list', '--max-parents=0', 'HEAD').trim();
  assert.match(await said(path.join(shallow, 'a'), first), /shallow.*fetch-depth: 0.*GIT_DEPTH/s);
  const plain = fs.mkdtempSync(path.join(os.tmpdir(), 'rapporteur-plain-'));
  context.after(() => fs.rmSync(plain, { recursive: true, force: true }));
  fs.writeFileSync(path.join(plain, 'a.md'), OLD);
  assert.match(await said(plain, 'main'), /not a git repository/);
});

test('branches that were never one', async (context) => {
  const { cwd, commit, git } = repositoryWith(context, START);
  git('switch', '-q', '--orphan', 'other');
  commit({ 'a.md': 'A.\n' });
  const { status, stderr } = await rapporteur(cwd, ['check', '--since', 'main']);
  assert.equal(status, 2);
  assert.match(stderr, /'main' and this branch have no commit in common/);
});

test('the standard input has changed where it is not what lies there', async (context) => {
  const { cwd } = repositoryWith(context, START);
  const check = async (stdin: string, ...name: string[]): Promise<string> => {
    const words = ['check', '--since', 'main', '--format', 'compact', ...name, '-'];
    const { stdout, stderr } = await rapporteur(cwd, words, { stdin });
    assert.equal(stderr, '');
    return stdout;
  };
  const typed = brief('Now :person[Someone Else].');
  assert.match(await check(typed, '--stdin-filename', 'old.md'), /^old\.md:6:\d+: error/);
  assert.match(await check(typed, '--stdin-filename', 'new.md'), /^new\.md:6:\d+: error/);
  assert.match(await check(typed), /^stdin\.md:6:\d+: error/);
  assert.equal(await check(OLD, '--stdin-filename', 'old.md'), '');
  const empty = await rapporteur(cwd, ['check', '--since', '']);
  assert.match(empty.stderr, /--since: name a commit or a branch/);
});
