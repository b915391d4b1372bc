// Under GitHub Actions, GitLab CI and Azure Pipelines the platform is told unasked.
import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import test, { type TestContext } from 'node:test';
import { folderWith, rapporteur } from './support/cli.js';

const BRIEF = '---\ndate: 2025-10-31\n---\n\n:date[October 2025] and :person[Nobody].\n';
const CODE_QUALITY = 'gl-code-quality-report.json';

const workspace = (context: TestContext, files: Record<string, string> = {}): string =>
  folderWith(context, { 'policy/a.md': BRIEF, 'out/': '', ...files });

const read = (cwd: string, name: string): string => fs.readFileSync(path.join(cwd, name), 'utf8');

const COMMAND =
  '::error title=Rapporteur (unresolved-name),file=policy/a.md,line=5,endLine=5,col=33,endColumn=39::';

test('GitHub: annotations after the text, with paths from the top; the table in the summary', async (context) => {
  const cwd = workspace(context);
  const summary = path.join(cwd, 'out', 'summary.md');
  const env = { GITHUB_ACTIONS: 'true', GITHUB_STEP_SUMMARY: summary };
  const plain = await rapporteur(path.join(cwd, 'policy'), ['check']);
  for (const words of [
    ['check'],
    ['check', '--format', 'text', '--format', 'json=../out/a.json'],
  ]) {
    const told = await rapporteur(path.join(cwd, 'policy'), words, { env });
    assert.deepEqual({ ...told, stdout: '' }, { status: 1, stdout: '', stderr: '' });
    assert.ok(told.stdout.startsWith(`${plain.stdout}${COMMAND}`), told.stdout);
    assert.equal(told.stdout.split('\n').length, plain.stdout.split('\n').length + 1);
  }
  // Appended, each run after the other.
  const headings = read(cwd, 'out/summary.md').match(/^## Rapporteur: 1 error$/gm);
  assert.equal(headings?.length, 2);
  assert.match(read(cwd, 'out/summary.md'), /^\| `a\.md:5:33` \| error \| `unresolved-name` \| /m);
});

test('GitHub: nothing to report is said in the summary alone', async (context) => {
  const cwd = folderWith(context, { 'a.md': BRIEF.replace(' and :person[Nobody]', '') });
  const summary = path.join(cwd, 'summary.txt');
  const env = { GITHUB_ACTIONS: 'true', GITHUB_STEP_SUMMARY: summary };
  const { status, stdout } = await rapporteur(cwd, ['check'], { env });
  assert.deepEqual([status, stdout], [0, '1 brief: nothing to report (as of 2025-11-01)\n']);
  assert.match(read(cwd, 'summary.txt'), /^## Rapporteur: nothing to report\n/);
});

test('GitHub: the summary of a step never grows beyond what is taken', async (context) => {
  const lines = Array.from({ length: 9000 }, (_, index) => `:person[Nobody ${index}]\n`);
  const cwd = workspace(context, { 'policy/b.md': lines.join('\n') });
  const summary = path.join(cwd, 'out', 'summary.md');
  const env = { GITHUB_ACTIONS: 'true', GITHUB_STEP_SUMMARY: summary };
  fs.writeFileSync(summary, 'x'.repeat(400_000));
  const first = await rapporteur(cwd, ['check'], { env });
  assert.deepEqual([first.status, first.stderr], [1, '']);
  const size = fs.statSync(summary).size;
  assert.ok(size > 1_000_000 && size <= 1024 * 1024, String(size));
  assert.match(
    read(cwd, 'out/summary.md'),
    /\n\n[\d,]+ more findings: there is no room for more in the summary of a job\.\n$/,
  );
  fs.writeFileSync(summary, 'x'.repeat(1024 * 1024 - 50));
  const second = await rapporteur(cwd, ['check', 'policy/a.md'], { env });
  assert.equal(second.status, 1);
  assert.match(second.stderr, /^rapporteur: the summary of this step is full, .*\n$/);
  assert.equal(fs.statSync(summary).size, 1024 * 1024 - 50);
});

test('GitHub: a summary that cannot be written is a note and fails nothing', async (context) => {
  const cwd = workspace(context);
  const env = { GITHUB_ACTIONS: 'true', GITHUB_STEP_SUMMARY: path.join(cwd, 'out') };
  const { status, stderr } = await rapporteur(cwd, ['check', '--fail-on', 'never'], { env });
  assert.equal(status, 0);
  assert.equal(
    stderr,
    'rapporteur: the summary of this step could not be written: it is a folder.\n',
  );
});

test('Azure: issues after the text, and the table as the summary', async (context) => {
  const cwd = workspace(context);
  const plain = await rapporteur(cwd, ['check']);
  const temp = path.join(cwd, 'out');
  const env = { TF_BUILD: 'True', AGENT_TEMPDIRECTORY: temp };
  const { status, stdout, stderr } = await rapporteur(cwd, ['check'], { env });
  assert.deepEqual([status, stderr], [1, '']);
  const [file = ''] = fs.readdirSync(temp);
  const added = stdout.slice(plain.stdout.length).split('\n');
  assert.equal(stdout.slice(0, plain.stdout.length), plain.stdout);
  assert.match(
    added[0] ?? '',
    /^##vso\[task\.logissue type=error;sourcepath=policy\/a\.md;linenumber=5;/,
  );
  assert.deepEqual(added.slice(1), [`##vso[task.uploadsummary]${path.join(temp, file)}`, '']);
  assert.match(read(temp, file), /^## Rapporteur: 1 error\n/);
  // Older agents name no such folder: then there is no summary.
  const bare = await rapporteur(cwd, ['check'], { env: { TF_BUILD: 'True' } });
  assert.equal(bare.stdout, `${plain.stdout}${added[0]}\n`);
});

test('GitLab: the Code Quality file at the top of the project, from where GitLab takes it', async (context) => {
  const cwd = workspace(context);
  const env = { GITLAB_CI: 'true', CI_PROJECT_DIR: cwd };
  const policy = path.join(cwd, 'policy');
  const plain = await rapporteur(policy, ['check']);
  const told = await rapporteur(policy, ['check'], { env });
  assert.deepEqual([told.status, told.stdout], [1, plain.stdout]);
  assert.equal(
    told.stderr,
    `rapporteur: wrote ${CODE_QUALITY}; name it under artifacts:reports:codequality.\n`,
  );
  const [issue] = JSON.parse(read(cwd, CODE_QUALITY));
  assert.equal(issue.location.path, 'policy/a.md');
  fs.rmSync(path.join(cwd, CODE_QUALITY));
  // Who asked for it by name gets that one alone.
  const asked = await rapporteur(policy, ['check', '--format', 'gitlab=../out/q.json'], { env });
  assert.equal(asked.stderr, '');
  assert.deepEqual(fs.readdirSync(cwd).sort(), ['.git', 'out', 'policy']);
});

test('GitLab: a project that cannot be written is a note and fails nothing', async (context) => {
  const cwd = workspace(context, { file: '' });
  const env = { GITLAB_CI: 'true', CI_PROJECT_DIR: path.join(cwd, 'file') };
  const { status, stderr } = await rapporteur(cwd, ['check', '--exit-zero'], { env });
  assert.equal(status, 0);
  assert.match(
    stderr,
    /^rapporteur: the report gl-code-quality-report\.json could not be written: .+\.\n$/,
  );
});

test('nobody is told where that was not wanted, or where something else goes to the standard output', async (context) => {
  const cwd = workspace(context);
  const places = [
    { GITHUB_ACTIONS: 'true', GITHUB_STEP_SUMMARY: path.join(cwd, 'out', 's.md') },
    { TF_BUILD: 'True', AGENT_TEMPDIRECTORY: path.join(cwd, 'out') },
    { GITLAB_CI: 'true', CI_PROJECT_DIR: path.join(cwd, 'out') },
  ];
  for (const words of [['--no-annotations'], ['--format', 'compact'], ['--format', 'json']]) {
    const plain = await rapporteur(cwd, ['check', ...words]);
    for (const env of places) {
      assert.deepEqual(await rapporteur(cwd, ['check', ...words], { env }), plain);
    }
  }
  const plain = await rapporteur(cwd, ['check']);
  for (const value of ['', 'false', '0']) {
    const env = { GITHUB_ACTIONS: value, GITLAB_CI: value, TF_BUILD: value };
    assert.deepEqual(await rapporteur(cwd, ['check'], { env }), plain);
  }
  assert.deepEqual(fs.readdirSync(path.join(cwd, 'out')), []);
});

test('nobody is told where the standard output has the fixed text', async (context) => {
  const cwd = workspace(context);
  const words = ['check', '--fix', '-'];
  const plain = await rapporteur(cwd, words, { stdin: BRIEF });
  for (const name of ['GITHUB_ACTIONS', 'GITLAB_CI', 'TF_BUILD']) {
    assert.deepEqual(
      await rapporteur(cwd, words, { stdin: BRIEF, env: { [name]: 'true' } }),
      plain,
    );
  }
  assert.equal(plain.stdout, BRIEF);
  assert.ok(!fs.existsSync(path.join(cwd, CODE_QUALITY)));
});
