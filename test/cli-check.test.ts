import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';
import { folderWith, rapporteur } from './support/cli.js';

const REGISTRY = `person:
  ada:
    name: Ada Moreau
source:
  release:
    name: Press release
`;

const CLEAN = `---
date: 2025-10-31
source: release
---

:person[Ada Moreau] spoke in :date[October 2025].
`;

const UNKNOWN = CLEAN.replace('Ada Moreau', 'Ada Moreaux');

interface Report {
  readonly summary: Readonly<Record<string, number>>;
  readonly findings: readonly {
    readonly rule: string;
    readonly file: string;
    readonly range: { readonly start: { readonly line: number; readonly column: number } };
  }[];
}

function reported(stdout: string): Report {
  return JSON.parse(stdout) as Report;
}

function rulesIn(stdout: string): string[] {
  return reported(stdout).findings.map(({ file, rule }) => `${file} ${rule}`);
}

test('a clean workspace is one quiet line', async (context) => {
  const cwd = folderWith(context, { 'registry.yaml': REGISTRY, 'a.md': CLEAN });
  assert.deepEqual(await rapporteur(cwd, ['check']), {
    status: 0,
    stdout: '1 brief, 1 registry: nothing to report (as of 2025-11-01)\n',
    stderr: '',
  });
});

test('a finding shows its line, the words, the rule and the count', async (context) => {
  const cwd = folderWith(context, { 'registry.yaml': REGISTRY, 'a.md': UNKNOWN });
  const { status, stdout } = await rapporteur(cwd, ['check', 'a.md']);
  assert.equal(status, 1);
  assert.match(stdout, /^a\.md\n\n {2}6:9 {2}error {2}/);
  assert.match(stdout, /\(unresolved-name\)\n/);
  assert.match(
    stdout,
    / {6}6 │ :person\[Ada Moreaux\] spoke in :date\[October 2025\]\.\n {8}│ {9}\^{11}\n/,
  );
  assert.match(stdout, /\n1 brief: 1 error \(as of 2025-11-01\)\n/);
  assert.match(stdout, /rapporteur explain unresolved-name/);
});

test('the JSON report has exactly the keys of the interface', async (context) => {
  const cwd = folderWith(context, {
    'registry.yaml': REGISTRY.replace('ada:', 'ada-moreau:'),
    'a.md': UNKNOWN.replace('Moreaux]', 'Moreau]{ref=ada-moraeu}'),
  });
  const { stdout } = await rapporteur(cwd, ['check', '--format', 'json', 'a.md']);
  const document = JSON.parse(stdout);
  assert.deepEqual(Object.keys(document), ['tool', 'today', 'summary', 'findings']);
  assert.deepEqual(Object.keys(document.tool), ['name', 'version']);
  assert.equal(document.today, '2025-11-01');
  assert.deepEqual(document.summary, {
    files: 1,
    errors: 1,
    warnings: 0,
    infos: 0,
    hints: 0,
    suppressed: 0,
    known: 0,
  });
  const [finding] = document.findings;
  assert.deepEqual(Object.keys(finding), [
    'rule',
    'severity',
    'message',
    'file',
    'range',
    'related',
    'fixes',
  ]);
  const offset = fs.readFileSync(path.join(cwd, 'a.md'), 'utf8').indexOf('ada-moraeu');
  assert.equal(finding.rule, 'unresolved-reference');
  assert.deepEqual(finding.range, {
    start: { line: 6, column: 25, byte: 25, offset },
    end: { line: 6, column: 35, byte: 35, offset: offset + 10 },
  });
  assert.deepEqual(finding.fixes[0].edits[0], {
    file: 'a.md',
    range: finding.range,
    text: 'ada-moreau',
  });
});

test('paths choose whose findings are told; the workspace is read whole', async (context) => {
  const cwd = folderWith(context, {
    'registry.yaml': REGISTRY,
    'x/a.md': UNKNOWN,
    'y/b.md': UNKNOWN,
    'y/c.md': CLEAN,
  });
  const files = async (...words: string[]): Promise<string[]> =>
    rulesIn((await rapporteur(cwd, ['check', '--format', 'json', ...words])).stdout);
  assert.deepEqual(await files('y'), ['y/b.md unresolved-name']);
  assert.deepEqual(await files('x/a.md'), ['x/a.md unresolved-name']);
  assert.deepEqual(await files(), ['x/a.md unresolved-name', 'y/b.md unresolved-name']);
  const below = await rapporteur(path.join(cwd, 'y'), ['check', '--format', 'json']);
  assert.deepEqual(rulesIn(below.stdout), ['../x/a.md unresolved-name', 'b.md unresolved-name']);
});

test('a folder with its own configuration is a workspace of its own', async (context) => {
  const cwd = folderWith(context, {
    'registry.yaml': REGISTRY,
    'inner/rapporteur.yaml': 'rules: { unresolved-name: warning }\n',
    'inner/registry.yaml': REGISTRY,
    'inner/a.md': UNKNOWN,
    'b.md': CLEAN,
  });
  const all = await rapporteur(cwd, ['check', '--format', 'json']);
  assert.equal(all.status, 0);
  assert.deepEqual(reported(all.stdout).summary, {
    files: 4,
    errors: 0,
    warnings: 1,
    infos: 0,
    hints: reported(all.stdout).summary.hints,
    suppressed: 0,
    known: 0,
  });
  const one = await rapporteur(cwd, ['check', 'inner/a.md', '--format', 'json']);
  assert.deepEqual(rulesIn(one.stdout), ['inner/a.md unresolved-name']);
});

test('exit status follows --fail-on, then the settings', async (context) => {
  const cwd = folderWith(context, {
    'rapporteur.yaml': 'failOn: warning\nrules: { unresolved-name: warning }\n',
    'registry.yaml': REGISTRY,
    'a.md': UNKNOWN,
  });
  const status = async (...words: string[]): Promise<number> =>
    (await rapporteur(cwd, ['check', ...words])).status;
  assert.equal(await status('a.md'), 1);
  assert.equal(await status('a.md', '--fail-on', 'error'), 0);
  assert.equal(await status('a.md', '--fail-on', 'info'), 1);
  assert.equal(await status('a.md', '--fail-on', 'never'), 0);
  const quiet = await rapporteur(cwd, ['check', 'a.md', '--quiet']);
  assert.deepEqual(quiet, { status: 1, stdout: '', stderr: '' });
});

test('a workspace without a brief says so in one line; asked for by name it is a slip', async (context) => {
  const cwd = folderWith(context, {
    'notes/a.md': '- [x] 10:30, [quoted text], :smile:, a::b\n',
    'empty/': '',
  });
  const plain = await rapporteur(cwd, ['check']);
  assert.deepEqual([plain.status, plain.stderr], [0, '']);
  assert.match(plain.stdout, /^No brief .*\n$/);
  for (const folder of ['notes', 'empty']) {
    const refused = await rapporteur(cwd, ['check', folder]);
    assert.deepEqual([refused.status, refused.stdout], [2, '']);
    assert.match(refused.stderr, /no brief or registry in (?:notes|empty), .*--allow-empty/);
    const borne = await rapporteur(cwd, ['check', folder, '--allow-empty']);
    assert.deepEqual([borne.status, borne.stderr], [0, '']);
    assert.match(borne.stdout, /^No brief .*\n$/);
  }
});

test('standard input stands in for the file it names', async (context) => {
  const cwd = folderWith(context, { 'registry.yaml': REGISTRY, 'a.md': CLEAN });
  const { status, stdout } = await rapporteur(
    cwd,
    ['check', '-', '--stdin-filename', 'a.md', '--format', 'json'],
    { stdin: UNKNOWN },
  );
  assert.equal(status, 1);
  assert.deepEqual(rulesIn(stdout), ['a.md unresolved-name']);
});

test('what cannot be done exits with 2 and says why', async (context) => {
  const cwd = folderWith(context, { 'briefs/first.md': CLEAN });
  const says = async (words: readonly string[], pattern: RegExp): Promise<void> => {
    const { status, stdout, stderr } = await rapporteur(cwd, words);
    assert.equal(status, 2, words.join(' '));
    assert.equal(stdout, '');
    assert.match(stderr, pattern);
  };
  await says(
    ['check', 'briefs/frist.md'],
    /no file or folder 'briefs\/frist\.md'.*briefs\/first\.md/,
  );
  await says(['check', '--fromat', 'json'], /unknown option '--fromat'[\s\S]*--format/);
  await says(['chekc'], /unknown command 'chekc'[\s\S]*check/);
  await says(['check', '--format', 'xml'], /xml.*text, compact, json/);
  await says(['check', '--today', '2025-02-30'], /'2025-02-30' is not a date/);
  await says(['check', '--config', 'no.yaml'], /no configuration 'no\.yaml'/);
  await says(['check', '--stdin-filename', 'a.md'], /'-'/);
  await says(['list', 'mention'], /Did you mean 'mentions'/);
  await says(['explain', 'overdue-comitment'], /overdue-commitment/);
  await says(['strip', 'briefs'], /--write/);
  await says([], /Usage: rapporteur/);
});

test('faults of the configuration are shown at their place', async (context) => {
  const cwd = folderWith(context, {
    'rapporteur.yaml': 'rulez: {}\nfailOn: error\n',
    'a.md': CLEAN,
  });
  const { status, stdout, stderr } = await rapporteur(cwd, ['check']);
  assert.equal(status, 2);
  assert.equal(stdout, '');
  assert.match(stderr, /rapporteur\.yaml:1:1 .*'?rules'?/);
  assert.match(stderr, /1 │ rulez: \{\}\n {8}│ \^{5}\n/);
});

test('a configuration above the repository does not count', async (context) => {
  const outer = folderWith(context, {
    'rapporteur.yaml': 'nonsense: 1\n',
    'repository/.git/': '',
    'repository/a.md': CLEAN.replace('source: release\n', ''),
  });
  const { stderr } = await rapporteur(path.join(outer, 'repository'), ['check']);
  assert.equal(stderr, '');
});

test('colours only where they are wanted', async (context) => {
  const cwd = folderWith(context, { 'a.md': UNKNOWN });
  const isColored = async (
    words: readonly string[],
    options: Parameters<typeof rapporteur>[2] = {},
  ): Promise<boolean> =>
    (await rapporteur(cwd, ['check', ...words], options)).stdout.includes('\u001b[');
  assert.equal(await isColored([]), false);
  assert.equal(await isColored([], { tty: true }), true);
  assert.equal(await isColored([], { tty: true, env: { NO_COLOR: '1' } }), false);
  assert.equal(await isColored([], { env: { FORCE_COLOR: '1' } }), true);
  assert.equal(await isColored(['--color', 'always'], { env: { NO_COLOR: '1' } }), true);
  assert.equal(await isColored(['--color', 'never'], { tty: true }), false);
});

test('many findings of one rule are grouped, and none is lost', async (context) => {
  const names = Array.from({ length: 9 }, (_, index) => `:person[Nobody ${index}]`).join('\n');
  const cwd = folderWith(context, { 'a.md': `---\ndate: 2025-10-31\n---\n\n${names}\n` });
  const { stdout } = await rapporteur(cwd, ['check']);
  assert.equal(stdout.match(/\(unresolved-name\)/g)?.length, 1);
  assert.equal(stdout.match(/│ +\^+/g)?.length, 1);
  for (let line = 6; line <= 13; line += 1) assert.ok(stdout.includes(`${line}:9`), `${line}`);
  assert.match(stdout, /9 errors/);
});

test('a text without a name is a brief by what it holds, whatever files the configuration names', async (context) => {
  const cwd = folderWith(context, {
    'registry.yaml': REGISTRY,
    'rapporteur.yaml': 'briefs: briefs/**\n',
    'notes.md': UNKNOWN,
  });
  const stdin = await rapporteur(cwd, ['check', '-'], { stdin: UNKNOWN });
  assert.match(stdin.stdout, /No person is called 'Ada Moreaux'/);
  const untagged = await rapporteur(cwd, ['check', '-'], { stdin: 'Plain.\n' });
  assert.match(untagged.stdout, /^No brief in the standard input: it has no tag/);
  const notes = await rapporteur(cwd, ['check', 'notes.md']);
  assert.deepEqual(notes, {
    status: 0,
    stdout: "No brief in notes.md: 'briefs' in rapporteur.yaml matches no Markdown file there.\n",
    stderr: '',
  });
});

test('who asks about a registry is not told of briefs', async (context) => {
  const cwd = folderWith(context, { 'registry.yaml': REGISTRY, 'a.md': CLEAN });
  const { stdout } = await rapporteur(cwd, ['check', 'registry.yaml']);
  assert.equal(stdout, '1 registry: nothing to report (as of 2025-11-01)\n');
});
