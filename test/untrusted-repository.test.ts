// A repository is not to be trusted: its links and devices neither lead us to read or write elsewhere, nor hold us up.
import assert from 'node:assert/strict';
import { execFileSync, spawnSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, it } from 'node:test';
import { SLOW, withGit } from './support/needs.js';
import { HANGS } from './support/patience.js';

const CLI = path.resolve('dist', 'cli.js');
const BRIEF = '---\ndate: 2025-10-31\n---\n:person[Nobody Known] came.\n';
const SECRET = 'machine secret.example login ann password hunter2\n';
const TAGGED = ':person[Ann Lee]{ref=ann-lee} spoke.\n';

let outer = '';
let repository = '';
let home = '';

beforeEach(() => {
  outer = fs.realpathSync(fs.mkdtempSync(path.join(os.tmpdir(), 'rapporteur-untrusted-')));
  repository = path.join(outer, 'repository');
  home = path.join(outer, 'home');
  for (const folder of [path.join(repository, '.git'), home])
    fs.mkdirSync(folder, { recursive: true });
  put('brief.md', BRIEF);
  fs.writeFileSync(path.join(home, 'secret'), SECRET);
});

afterEach(() => fs.rmSync(outer, { recursive: true, force: true }));

withGit('what the configuration of a repository would have git run is not run', async () => {
  fs.rmSync(path.join(repository, '.git'), { recursive: true });
  const git = (...words: string[]): void => {
    const who = ['-c', 'user.name=Ann', '-c', 'user.email=ann@example.org'];
    execFileSync('git', [...who, ...words], { cwd: repository, stdio: 'ignore' });
  };
  git('init', '-q');
  git('add', '.');
  git('commit', '-qm', 'first');
  const witness = path.join(home, 'was-run');
  put('run.sh', `#!/bin/sh\ntouch '${witness}'\ncat "$1" 2>/dev/null\n`);
  fs.chmodSync(path.join(repository, 'run.sh'), 0o755);
  const program = path.join(repository, 'run.sh');
  for (const key of ['core.fsmonitor', 'diff.external', 'diff.md.textconv', 'core.pager'])
    git('config', key, program);
  put('.gitattributes', '*.md diff=md\n');
  put('brief.md', `${BRIEF}More.\n`);
  assert.equal(run(['check', '--since', 'HEAD']).status, 1);
  assert.equal(fs.existsSync(witness), false);
});

describe('nothing is written out of the repository', () => {
  it('a report unasked replaces the link in its place', () => {
    link('gl-code-quality-report.json', path.join(home, 'secret'));
    run(['check'], { GITLAB_CI: 'true' });
    assert.equal(secret(), SECRET);
    assert.ok(fs.lstatSync(path.join(repository, 'gl-code-quality-report.json')).isFile());
  });

  for (const format of ['json', 'sarif', 'junit']) {
    it(`a report that was asked for replaces the link in its place: ${format}`, () => {
      link('out', path.join(home, 'secret'));
      run(['check', '--format', `${format}=out`]);
      assert.equal(secret(), SECRET);
      assert.ok(fs.lstatSync(path.join(repository, 'out')).isFile());
    });
  }

  it('a report below a folder that leads out is refused in words', () => {
    link('reports', home);
    const { stderr, status } = run(['check', '--format', 'json=reports/out.json']);
    assert.match(stderr, /could not be written: a link in its path leads out of the repository/);
    assert.equal(status, 2);
    assert.deepEqual(fs.readdirSync(home), ['secret']);
  });

  it('a first registry and brief below a folder that leads out are refused in words', () => {
    link('briefs', home);
    const { stderr, status } = run(['init']);
    assert.match(stderr, /could not be written: a link in its path leads out of the repository/);
    assert.equal(status, 2);
    assert.deepEqual(fs.readdirSync(home), ['secret']);
  });

  it('a baseline replaces the link in its place', () => {
    link('rapporteur-baseline.json', path.join(home, 'secret'));
    link('.rapporteur-baseline.json', path.join(home, 'secret'));
    run(['check', '--update-baseline']);
    run(['check', '--update-baseline', '--baseline', 'named.json']);
    assert.equal(secret(), SECRET);
  });

  it('the cache goes elsewhere when its folder leads out', () => {
    fs.mkdirSync(path.join(repository, 'node_modules', '.cache'), { recursive: true });
    link('node_modules/.cache/rapporteur', home);
    const { status } = run(['check', '--cache'], { XDG_CACHE_HOME: path.join(outer, 'cache') });
    assert.equal(status, 1);
    assert.deepEqual(fs.readdirSync(home), ['secret']);
    run(['check', '--cache', '--cache-location', 'node_modules/.cache/rapporteur']);
    assert.deepEqual(fs.readdirSync(home), ['secret']);
  });

  it('strip shows no text that a link leads to outside', () => {
    fs.writeFileSync(path.join(home, 'tagged.md'), TAGGED);
    link('tagged.md', path.join(home, 'tagged.md'));
    link('folder', home);
    for (const name of ['tagged.md', 'folder/tagged.md']) {
      const { stdout, stderr, status } = run(['strip', name]);
      assert.deepEqual([stdout, status], ['', 2]);
      assert.match(stderr, /was not changed: it is a link that leads out of the repository/);
    }
    assert.equal(run(['strip', path.join(home, 'tagged.md')]).status, 0);
  });

  it('neither --fix nor strip --write follows a link', () => {
    const slip = ':person [Ann Lee]{#ann-lee}\n';
    fs.writeFileSync(path.join(home, 'notes.md'), slip);
    fs.writeFileSync(path.join(home, 'tagged.md'), TAGGED);
    link('notes.md', path.join(home, 'notes.md'));
    link('tagged.md', path.join(home, 'tagged.md'));
    link('docs', home);
    run(['check', '--fix']);
    run(['check', '--fix', 'notes.md', 'docs/notes.md']);
    run(['strip', '--write', '.']);
    run(['strip', '--write', 'tagged.md', 'docs/tagged.md']);
    assert.equal(fs.readFileSync(path.join(home, 'notes.md'), 'utf8'), slip);
    assert.equal(fs.readFileSync(path.join(home, 'tagged.md'), 'utf8'), TAGGED);
  });

  it('what the user typed that lies elsewhere is written as ever', () => {
    run(['check', '--format', `json=${path.join(home, 'report.json')}`]);
    assert.ok(fs.existsSync(path.join(home, 'report.json')));
    fs.writeFileSync(path.join(home, 'tagged.md'), TAGGED);
    run(['strip', '--write', path.join(home, 'tagged.md')]);
    assert.equal(fs.readFileSync(path.join(home, 'tagged.md'), 'utf8'), 'Ann Lee spoke.\n');
  });
});

describe('nothing is read and shown from elsewhere', SLOW, () => {
  const silent = (args: readonly string[] = ['check']): void => {
    const { stdout, stderr } = run(args);
    assert.doesNotMatch(stdout + stderr, /hunter2|secret\.example/);
  };

  it('by extends', () => {
    for (const target of [
      '../home/secret',
      path.join(home, 'secret'),
      '../../../../../../proc/self/environ',
    ]) {
      put('rapporteur.yaml', `extends: ${target}\n`);
      silent();
      silent(['check', '--print-config', 'brief.md']);
    }
  });

  it('by a configuration, a registry, a baseline, a .gitignore or a brief that is a link', () => {
    for (const name of [
      'rapporteur.yaml',
      'x.registry.yaml',
      'registry/y.yaml',
      'rapporteur-baseline.json',
      '.gitignore',
      'note.md',
      'sub/rapporteur.yaml',
    ]) {
      fs.mkdirSync(path.dirname(path.join(repository, name)), { recursive: true });
      link(name, path.join(home, 'secret'));
      silent();
      silent(['check', name]);
      silent(['list', 'mentions']);
      fs.rmSync(path.join(repository, name));
    }
  });

  it('a link that leaves is left out with a note', () => {
    link('x.registry.yaml', path.join(home, 'secret'));
    assert.match(
      run(['check']).stderr,
      /x\.registry\.yaml was left out: it is a link that leads out/,
    );
  });

  it('a configuration that the user named is read wherever it lies', () => {
    fs.writeFileSync(path.join(home, 'base.yaml'), 'rules: { unresolved-name: hint }\n');
    fs.writeFileSync(path.join(home, 'ours.yaml'), 'extends: base.yaml\n');
    const { stdout } = run([
      'check',
      '--config',
      path.join(home, 'ours.yaml'),
      '--format',
      'compact',
    ]);
    assert.match(stdout, /hint unresolved-name/);
  });

  it('a link to another folder of the repository is followed', () => {
    put('shared/registry.yaml', 'person:\n  known: { name: Nobody Known }\n');
    put('work/rapporteur.yaml', '{}\n');
    put('work/brief.md', BRIEF);
    link('work/registry.yaml', '../shared/registry.yaml');
    const { stdout } = run(['check', 'work', '--format', 'compact']);
    assert.doesNotMatch(stdout, /unresolved-name/);
  });
});

describe('what killed runs have left', () => {
  it('is removed by the next run; what belongs to others stays', () => {
    const dead = spawnSync(process.execPath, ['-e', '']).pid;
    const names = [
      `.rapporteur-${dead}-0123456789ab.tmp`,
      `.rapporteur-${process.pid}-0123456789ab.tmp`,
      `.rapporteur-${dead}-notes.tmp`,
      `rapporteur-${dead}-0123456789ab.tmp`,
    ];
    for (const name of names) put(`sub/${name}`, BRIEF);
    run(['check']);
    assert.deepEqual(fs.readdirSync(path.join(repository, 'sub')).sort(), names.slice(1).sort());
  });
});

describe('reading always ends', { skip: process.platform === 'win32' || SLOW.skip }, () => {
  const NAMES = [
    '.gitignore',
    'rapporteur.yaml',
    'base.yaml',
    'rapporteur-baseline.json',
    'registry.yaml',
    'other.md',
    'sub/.gitignore',
    'sub/rapporteur.yaml',
  ];
  for (const name of NAMES) {
    it(`${name} is a device or a pipe`, () => {
      fs.mkdirSync(path.join(repository, 'sub'));
      put('sub/brief.md', BRIEF);
      if (name === 'base.yaml') put('rapporteur.yaml', 'extends: base.yaml\n');
      if (name === 'rapporteur-baseline.json') put('rapporteur.yaml', `baseline: ${name}\n`);
      const file = path.join(repository, name);
      fs.symlinkSync('/dev/zero', file);
      assert.notEqual(run(['check']).status, null);
      assert.notEqual(run(['check', name]).status, null);
      fs.rmSync(file);
      execFileSync('mkfifo', [file]);
      assert.notEqual(run(['check']).status, null);
      assert.notEqual(run(['check', name]).status, null);
    });
  }
});

function put(name: string, text: string): void {
  const file = path.join(repository, name);
  fs.mkdirSync(path.dirname(file), { recursive: true });
  fs.writeFileSync(file, text);
}

function link(name: string, target: string): void {
  fs.symlinkSync(target, path.join(repository, name));
}

function secret(): string {
  return fs.readFileSync(path.join(home, 'secret'), 'utf8');
}

interface Run {
  readonly stdout: string;
  readonly stderr: string;
  readonly status: number | null;
}

/** Ended after a while: then its status is `null`. */
function run(args: readonly string[], env: Readonly<Record<string, string>> = {}): Run {
  const outside = { GITHUB_ACTIONS: '', GITLAB_CI: '', TF_BUILD: '' };
  return spawnSync(process.execPath, [CLI, ...args], {
    cwd: repository,
    encoding: 'utf8',
    timeout: HANGS,
    maxBuffer: 1 << 26,
    env: { ...process.env, HOME: outer, ...outside, ...env },
  });
}

it('a folder whose name is not UTF-8 is spoken of, wherever it is, and the check fails', {
  skip: process.platform !== 'linux',
}, () => {
  for (const above of ['', 'deep/er/']) {
    const folder = Buffer.concat([
      Buffer.from(`${path.join(repository, above)}/caf`),
      Buffer.from([0xe9]),
    ]);
    fs.mkdirSync(folder, { recursive: true });
    fs.writeFileSync(Buffer.concat([folder, Buffer.from('/a.md')]), BRIEF);
    const { stderr, status } = run(['check']);
    assert.match(stderr, /the folder \S*caf\ufffd could not be read: its name is not in UTF-8/);
    assert.equal(status, 2);
    fs.rmSync(folder, { recursive: true });
  }
});

it('a link to a file whose name is not UTF-8 leads there, and a path of such a name is refused with its reason', {
  skip: process.platform !== 'linux',
}, () => {
  const bytes = (written: string): Buffer => Buffer.from(path.join(repository, written), 'latin1');
  const links = '[a](caf%E9.md), [b](%FF.png), [c](%E9/x.md), [d](n%E9.md)\n';
  fs.writeFileSync(path.join(repository, 'a.md'), `In :date[2025]: ${links}`);
  fs.mkdirSync(bytes('\u00e9'));
  for (const each of ['caf\u00e9.md', '\u00ff.png', '\u00e9/x.md'])
    fs.writeFileSync(bytes(each), 'x');
  const named = run(['check', 'a.md', '--format', 'compact']);
  assert.equal(named.stdout.split('broken-link').length, 2, named.stdout);
  assert.match(named.stdout, /no file 'n%E9\.md' here: '%E9' is not UTF-8/);
  for (const words of [
    'check caf\u00e9.md',
    'strip \u00e9/x.md',
    'annotate \u00e9/x.md',
    'check \u00e9',
  ]) {
    const said = runInShell(`"${process.execPath}" "${CLI}" ${words}`);
    assert.match(said.stderr, /cannot be read: the name of .* is not in UTF-8\. Rename it/, words);
    assert.equal(said.status, 2, words);
  }
  const before = fs.readdirSync(repository);
  for (const words of ['check', 'init', 'annotate']) {
    const said = runInShell(`cd \u00e9 && "${process.execPath}" "${CLI}" ${words}`);
    assert.match(said.stderr, /the name of the current folder is not in UTF-8/, words);
    assert.equal(said.status, 2, words);
  }
  assert.deepEqual(fs.readdirSync(repository), before);
});

/** Words of Latin-1 come through a shell only: Node writes arguments in UTF-8. */
function runInShell(line: string): ReturnType<typeof run> {
  const script = path.join(outer, 'line.sh');
  fs.writeFileSync(script, Buffer.from(line, 'latin1'));
  return spawnSync('sh', [script], { cwd: repository, encoding: 'utf8', timeout: HANGS });
}

it('whether something is there outside of the repository is not told by links', () => {
  fs.writeFileSync(path.join(outer, 'there.md'), 'x');
  fs.symlinkSync(outer, path.join(repository, 'out'));
  fs.symlinkSync(path.join(outer, 'none.md'), path.join(repository, 'gone.md'));
  const links = [
    '..%2Fthere.md',
    '..%2Fnone.md',
    'out/there.md',
    'out/none.md',
    'gone.md',
    'no.md',
  ];
  const text = links.map((link) => `[x](${link})`).join(', ');
  fs.writeFileSync(path.join(repository, 'a.md'), `In :date[2025]: ${text}\n`);
  const { stdout } = run(['check', 'a.md', '--format', 'json']);
  const { findings } = JSON.parse(stdout) as { findings: { message: string }[] };
  assert.deepEqual(
    findings.map(({ message }) => message.slice(0, 30)),
    ["There is no file 'no.md' here."],
  );
});
