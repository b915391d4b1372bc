// The Dockerfile, as far as it goes without an engine: read by a parser, its steps run in a folder.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import test from 'node:test';
import { type Copy, DockerfileParser, type Instruction } from 'dockerfile-ast';
import picomatch from 'picomatch/posix.js';
import { SLOW } from './support/needs.js';
import { WITH_SHELL } from './support/stand-ins.js';

const ONCE_SLOW = SLOW.skip === false ? WITH_SHELL : SLOW;

const dockerfile = DockerfileParser.parse(fs.readFileSync('Dockerfile', 'utf8'));

/** As docker reads it: patterns from the root, each about all that is below; the last that fits counts. */
const PATTERNS = fs
  .readFileSync('.dockerignore', 'utf8')
  .split('\n')
  .filter((line) => line !== '' && !line.startsWith('#'))
  .map((line) => {
    const pattern = line.replace(/^!/, '');
    const options = { dot: true };
    return { leavesOut: line === pattern, fits: picomatch([pattern, `${pattern}/**`], options) };
  });

function isLeftOut(name: string): boolean {
  return PATTERNS.findLast(({ fits }) => fits(name))?.leavesOut ?? false;
}

function instructions(keyword: string): readonly Instruction[] {
  return dockerfile.getInstructions().filter((each) => each.getKeyword() === keyword);
}

const wordsOf = (each: Instruction): readonly string[] => each.getArguments().map(String);

function lastOf(keyword: string): string {
  const text = instructions(keyword).at(-1)?.getArgumentsContent();
  assert.ok(text, keyword);
  return text;
}

test('it runs as a user without rights, in the folder that is mounted', () => {
  assert.equal(lastOf('USER'), 'node');
  assert.equal(lastOf('WORKDIR'), '/work');
  assert.deepEqual(JSON.parse(lastOf('ENTRYPOINT')), ['rapporteur']);
  assert.deepEqual(JSON.parse(lastOf('CMD')), ['check']);
  const names = dockerfile.getInstructions().map((each) => each.getKeyword());
  const after = names.slice(names.lastIndexOf('USER'));
  assert.ok(
    !after.some((name) => ['RUN', 'COPY', 'ADD'].includes(name)),
    'nothing is made after that',
  );
});

test('each stage stands on the Node.js that the tool supports', () => {
  const { engines } = JSON.parse(fs.readFileSync('package.json', 'utf8'));
  const least = Number(/\d+/.exec(engines.node)?.[0]);
  for (const from of dockerfile.getFROMs()) {
    const [, major] = /^node:(\d+)-alpine$/.exec(from.getImage() ?? '') ?? [];
    assert.ok(Number(major) > least, from.getImage() ?? '');
  }
});

test('what is copied is there, and not left out of the context', () => {
  const stages = new Set(dockerfile.getFROMs().map((from) => from.getBuildStage()));
  for (const copy of instructions('COPY')) {
    const from = (copy as Copy).getFlags().find((flag) => flag.getName() === 'from');
    if (from !== undefined) assert.ok(stages.has(from.getValue()));
    else {
      for (const name of wordsOf(copy).slice(0, -1)) {
        assert.ok(fs.existsSync(name), name);
        if (name !== '.') assert.ok(!isLeftOut(name), name);
      }
    }
  }
  for (const name of [
    'node_modules',
    '.git',
    'out',
    'dist',
    'test',
    '.env',
    'rapporteur-0.1.0.tgz',
  ]) {
    assert.ok(isLeftOut(name), name);
  }
});

test('its steps make the tool from what is in the context, and it runs', ONCE_SLOW, (context) => {
  const root = fs.realpathSync(fs.mkdtempSync(path.join(os.tmpdir(), 'rapporteur-image-')));
  context.after(() => fs.rmSync(root, { recursive: true, force: true }));
  const src = path.join(root, 'src');
  fs.cpSync('.', src, {
    recursive: true,
    filter: (name) => {
      const own = path.relative('.', name).replaceAll(path.sep, '/');
      return own === '' || !isLeftOut(own);
    },
  });
  // In place of `npm ci`, which asks the registry.
  fs.symlinkSync(path.resolve('node_modules'), path.join(src, 'node_modules'));
  fs.mkdirSync(path.join(root, 'tmp'));
  const build = instructions('RUN').flatMap((each) => {
    const line = each.getArgumentsContent() ?? '';
    return /^(npm run prepare|mkdir \/rapporteur)/.test(line) ? [line] : [];
  });
  assert.equal(build.length, 2);
  for (const line of build) {
    const here = line
      .replaceAll('/tmp', `${root}/tmp`)
      .replaceAll('/rapporteur ', `${root}/rapporteur `);
    const inside = here.replace(/-C \/rapporteur$/, `-C ${root}/rapporteur`);
    const run = spawnSync('sh', ['-ec', inside], { cwd: src, encoding: 'utf8' });
    assert.equal(run.status, 0, `${inside}\n${run.stdout}${run.stderr}`);
  }
  const cli = path.join(root, 'rapporteur', 'dist', 'cli.js');
  const links = instructions('RUN')
    .map((each) => each.getArgumentsContent() ?? '')
    .join('\n');
  assert.ok(
    links.includes('ln -s /usr/local/lib/rapporteur/dist/cli.js /usr/local/bin/rapporteur'),
  );
  fs.writeFileSync(path.join(root, 'a.md'), ':person[Nobody]\n');
  const check = spawnSync(process.execPath, [cli, 'check', 'a.md'], {
    cwd: root,
    encoding: 'utf8',
  });
  assert.equal(check.status, 1, check.stderr);
  assert.match(check.stdout, /unresolved-name/);
});
