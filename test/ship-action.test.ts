// The composite action: its file, and its steps run as a runner would, with what is hostile in the inputs.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import test, { type TestContext } from 'node:test';
import { parse } from 'yaml';
import { folderWith } from './support/cli.js';
import { slow } from './support/needs.js';
import { WITH_SHELL } from './support/stand-ins.js';

interface Step {
  readonly id?: string;
  readonly if?: string;
  readonly uses?: string;
  readonly run?: string;
  readonly shell?: string;
  readonly with?: Readonly<Record<string, unknown>>;
  readonly env?: Readonly<Record<string, string>>;
}

interface Action {
  readonly name: string;
  readonly description: string;
  readonly inputs: Readonly<Record<string, { description: string; default?: string }>>;
  readonly outputs: Readonly<Record<string, { description: string; value: string }>>;
  readonly runs: { readonly using: string; readonly steps: readonly Step[] };
}

const TEXT = fs.readFileSync('action.yml', 'utf8');
const action = parse(TEXT) as Action;
const { steps } = action.runs;

test('the action is composite, every script has its shell, every action of others its commit', () => {
  assert.equal(action.runs.using, 'composite');
  for (const step of steps) {
    if (step.run !== undefined) assert.equal(step.shell, 'bash', step.run);
    else assert.match(step.uses ?? '', /^[\w-]+\/[\w/-]+@[0-9a-f]{40}$/);
  }
  for (const input of Object.values(action.inputs)) assert.equal(typeof input.default, 'string');
  for (const each of [...Object.values(action.inputs), ...Object.values(action.outputs)]) {
    assert.match(each.description, /^[A-Z].*\.$/);
  }
});

test('no input is part of a script: they go through the environment', () => {
  for (const { run } of steps) assert.doesNotMatch(run ?? '', /\$\{\{/);
});

test('what expressions speak of is there, and every input is used', () => {
  const ids = new Set(steps.flatMap(({ id }) => id ?? []));
  for (const [, id] of TEXT.matchAll(/steps\.([\w-]+)\./g)) assert.ok(ids.has(id ?? ''), id);
  const used = new Set([...TEXT.matchAll(/inputs\.([\w-]+)/g)].map(([, name]) => name));
  assert.deepEqual([...used].sort(), Object.keys(action.inputs).sort());
});

test('each variable that the scripts read is given to their step', () => {
  for (const { run, env = {} } of steps) {
    const [, file] = /action\/([\w-]+\.mjs)/.exec(run ?? '') ?? [];
    if (file === undefined) continue;
    const code = fs.readFileSync(path.join('action', file), 'utf8');
    const read = new Set(code.match(/RAPPORTEUR_[A-Z_]+[A-Z]/g) ?? []);
    for (const [, name] of code.matchAll(/given\('[\w-]+', '(\w+)'\)/g))
      read.add(`RAPPORTEUR_${name}`);
    assert.deepEqual([...read].sort(), Object.keys(env).sort(), file);
  }
});

interface Runner {
  readonly workspace: string;
  readonly temp: string;
  /** Runs the step that has this script; what it said and the outputs it set. */
  step(script: string, inputs?: Readonly<Record<string, string>>): Stepped;
}

interface Stepped {
  readonly status: number | null;
  readonly said: string;
  readonly outputs: Readonly<Record<string, string>>;
}

function runnerFor(context: TestContext, files: Readonly<Record<string, string>>): Runner {
  const workspace = folderWith(context, files);
  const temp = fs.realpathSync(fs.mkdtempSync(path.join(os.tmpdir(), 'rapporteur runner ')));
  context.after(() => fs.rmSync(temp, { recursive: true, force: true }));
  const tool = path.join(temp, 'rapporteur-tool');
  fs.mkdirSync(path.join(tool, 'package'), { recursive: true });
  fs.cpSync('dist', path.join(tool, 'package', 'dist'), { recursive: true });
  fs.copyFileSync('package.json', path.join(tool, 'package', 'package.json'));
  return {
    workspace,
    temp,
    step: (script, inputs = {}) => {
      const { run = '', env = {} } = steps.find((step) => step.run?.includes(script)) ?? {};
      const given = { ...env };
      for (const [name, value] of Object.entries(given)) {
        given[name] = valueOfInput(value, inputs, tool);
      }
      const output = path.join(temp, 'output');
      fs.writeFileSync(output, '');
      const done = spawnSync('bash', ['--noprofile', '--norc', '-eo', 'pipefail', '-c', run], {
        cwd: workspace,
        encoding: 'utf8',
        env: {
          PATH: process.env.PATH,
          HOME: temp,
          GITHUB_ACTIONS: 'true',
          GITHUB_ACTION_PATH: path.resolve('.'),
          GITHUB_WORKSPACE: workspace,
          GITHUB_OUTPUT: output,
          GITHUB_STEP_SUMMARY: path.join(temp, 'summary.md'),
          RUNNER_TEMP: temp,
          ...given,
        },
      });
      const outputs = outputsIn(fs.readFileSync(output, 'utf8'));
      return { status: done.status, said: done.stdout + done.stderr, outputs };
    },
  };
}

/** `${{ inputs.x }}` and the folder of the tool; nothing else is used in these. */
function valueOfInput(
  expression: string,
  inputs: Readonly<Record<string, string>>,
  tool: string,
): string {
  const [, name] = /^\$\{\{ inputs\.([\w-]+) \}\}$/.exec(expression) ?? [];
  if (name !== undefined) return inputs[name] ?? action.inputs[name]?.default ?? '';
  assert.equal(expression.replace(/^\$/, ''), '{{ steps.tool.outputs.folder }}');
  return tool;
}

/** As the runner reads the file: `name<<END`, lines, END. */
function outputsIn(text: string): Readonly<Record<string, string>> {
  const outputs: Record<string, string> = {};
  const lines = text.split('\n');
  for (let line = lines.shift(); line !== undefined; line = lines.shift()) {
    if (line === '') continue;
    const [name = '', end] = line.split('<<');
    assert.ok(end, line);
    const at = lines.indexOf(end);
    assert.ok(at >= 0);
    outputs[name] = lines
      .splice(0, at + 1)
      .slice(0, -1)
      .join('\n');
  }
  return outputs;
}

const FILES = {
  'registry.yaml': 'person:\n  mo-haddad:\n    name: Mo Haddad\n',
  'briefs/a.md': ':person[Nobody] and :person[Mo Haddad]\n',
  'briefs/b c.md': ':person[Mo Haddad]\n',
};

test('the check fails with what is found, and counts it', WITH_SHELL, (context) => {
  const runner = runnerFor(context, FILES);
  const { status, said, outputs } = runner.step('check.mjs', { sarif: 'true' });
  assert.equal(status, 1, said);
  assert.match(said, /^::error .*file=briefs\/a\.md,line=1/m);
  const { sarif = '', ...counts } = outputs;
  assert.deepEqual(counts, { errors: '1', warnings: '0', infos: '0', hints: '0', files: '3' });
  const { version, runs } = JSON.parse(fs.readFileSync(sarif, 'utf8'));
  assert.equal(version, '2.1.0');
  assert.equal(runs[0].results.length, 1);
  assert.match(fs.readFileSync(path.join(runner.temp, 'summary.md'), 'utf8'), /unresolved/);
  assert.ok(
    fs.existsSync(path.join(runner.temp, 'rapporteur-facts')),
    'the cache lies where it is saved',
  );
});

test(
  'paths stand one a line, blanks and all; nothing found is no failure',
  WITH_SHELL,
  (context) => {
    const runner = runnerFor(context, FILES);
    const { status, said, outputs } = runner.step('check.mjs', {
      paths: 'briefs/b c.md\r\n\nregistry.yaml\n',
    });
    assert.equal(status, 0, said);
    assert.equal(outputs.files, '2');
    assert.equal(outputs.sarif, undefined);
  },
);

slow(
  'options are read as they are meant',
  (context) => {
    const runner = runnerFor(context, {
      ...FILES,
      'other.yaml': 'rules: { unresolved-name: warning }\n',
    });
    const code = (inputs: Readonly<Record<string, string>>): number | null => {
      const { status, said } = runner.step('check.mjs', inputs);
      assert.notEqual(status, null, said);
      return status;
    };
    assert.equal(code({ 'fail-on': 'never' }), 0);
    assert.equal(code({ args: "--rule 'unresolved-name=warning'" }), 0);
    assert.equal(code({ args: '--rule "unresolved-name=warning" --max-warnings 0' }), 1);
    assert.equal(code({ config: 'other.yaml' }), 0);
    assert.equal(code({ config: 'other.yaml', 'max-warnings': '0' }), 1);
    assert.equal(code({ 'working-directory': 'briefs', paths: 'b c.md' }), 0);
    assert.equal(code({ cache: 'false', sarif: 'out/x.sarif' }), 1);
    assert.ok(fs.existsSync(path.join(runner.workspace, 'out/x.sarif')));
    assert.equal(code({ paths: 'not there.md' }), 2);
    assert.equal(code({ baseline: 'none.json' }), 2);
    assert.equal(code({ since: 'no-such-branch' }), 2);
  },
  WITH_SHELL,
);

test('where the job could not be done there is nothing to count', WITH_SHELL, (context) => {
  const runner = runnerFor(context, FILES);
  runner.step('check.mjs');
  const { status, outputs } = runner.step('check.mjs', { paths: 'not there.md' });
  assert.equal(status, 2);
  assert.deepEqual(outputs, {});
});

const HOSTILE = [
  '$(touch harmed)',
  '`touch harmed`',
  '"; touch harmed; "',
  "'; touch harmed; '",
  '\ntouch harmed\n',
  '&& touch harmed',
  `$${'{'}{ github.token }}`,
  '--help; touch harmed',
  '%0Atouch harmed',
  '::set-output name=errors::9',
  'errors<<END\n9\nEND',
];

slow(
  'nothing in an input is ever run or taken for an output',
  (context) => {
    const runner = runnerFor(context, FILES);
    const { version: _, 'node-version': __, cache: ___, ...inputs } = action.inputs;
    const tried = [
      ...HOSTILE.map((value) =>
        Object.fromEntries(Object.keys(inputs).map((name) => [name, value])),
      ),
      ...Object.keys(inputs).map((name, at) => ({ [name]: HOSTILE[at % 2] ?? '' })),
    ];
    for (const given of tried) {
      const { outputs } = runner.step('check.mjs', { cache: 'false', ...given });
      assert.ok(!fs.existsSync(path.join(runner.workspace, 'harmed')), JSON.stringify(given));
      assert.ok(['1', undefined].includes(outputs.errors), JSON.stringify(given));
    }
    for (const value of [...HOSTILE, 'latest', '^1.0.0', '1']) {
      const { status, said } = runner.step('tool.mjs', { version: value });
      assert.equal(status, 2, value);
      assert.match(said, /is not a full version/);
    }
    assert.ok(!fs.existsSync('harmed'));
  },
  WITH_SHELL,
);

test(
  'the tool is told apart by its version, or by the source it is built from',
  WITH_SHELL,
  (context) => {
    const runner = runnerFor(context, FILES);
    const own = runner.step('tool.mjs').outputs;
    assert.match(own.id ?? '', /^[0-9a-f]{16}$/);
    assert.equal(runner.step('tool.mjs').outputs.id, own.id);
    assert.equal(own.folder, path.join(runner.temp, 'rapporteur-tool'));
    assert.equal(runner.step('tool.mjs', { version: '1.2.3' }).outputs.id, 'npm-1.2.3');
  },
);

test('args are split as a person means it', async () => {
  const { words } = await import(path.resolve('action/words.mjs'));
  assert.deepEqual(words(`a  "b c" --x='d e'f "it's" "" o'k`), [
    'a',
    'b c',
    '--x=d ef',
    "it's",
    '',
    "o'k",
  ]);
  assert.deepEqual(words(' \n\t'), []);
});

test('the problem matcher reads the lines of --format compact', async () => {
  const { problemMatcher } = JSON.parse(fs.readFileSync('action/matcher.json', 'utf8'));
  const { regexp, file, line, column, severity, code } = problemMatcher[0].pattern[0];
  const { stdout } = spawnSync(
    process.execPath,
    ['dist/cli.js', 'check', 'samples/every-finding', '--format', 'compact'],
    { encoding: 'utf8' },
  );
  const lines = stdout.trimEnd().split('\n');
  assert.ok(lines.length > 20);
  for (const each of lines.filter((one) => !/: hint /.test(one))) {
    const match = new RegExp(regexp).exec(each);
    assert.ok(match, each);
    assert.match(match[file] ?? '', /^samples\/every-finding\//);
    assert.match(`${match[line]}:${match[column]}`, /^\d+:\d+$/);
    assert.match(match[severity] ?? '', /^(error|warning|note|info)$/);
    assert.match(match[code] ?? '', /^[a-z-]+$/);
  }
});
