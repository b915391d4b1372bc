import { type SpawnSyncReturns, spawnSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import type { TestContext } from 'node:test';

const CLI = path.resolve('dist', 'cli.js');

/** Scripts of shells are run where there is one. */
export const WITH_SHELL = {
  skip: process.platform === 'win32' ? 'there is no bash to count on' : false,
} as const;

export interface Shell {
  /** A folder for what the scripts put aside. */
  readonly temp: string;
  run(
    script: string,
    options: { cwd: string; env?: Readonly<Record<string, string>> },
  ): SpawnSyncReturns<string>;
}

/**
 * A bash in which `rapporteur` and `npx rapporteur@…` are the bundle of this repository; any other `npx`
 * fails, and the environment is that of nobody's CI.
 */
export function shellFor(context: TestContext): Shell {
  const folder = fs.realpathSync(fs.mkdtempSync(path.join(os.tmpdir(), 'rapporteur-shell-')));
  context.after(() => fs.rmSync(folder, { recursive: true, force: true }));
  const bin = path.join(folder, 'bin');
  const temp = path.join(folder, 'temp dir');
  for (const each of [bin, temp]) fs.mkdirSync(each);
  const tool = `exec '${process.execPath}' '${CLI}' "$@"`;
  put(bin, 'rapporteur', tool);
  put(
    bin,
    'npx',
    `case "$1 $2" in '--yes rapporteur@'*|'--yes rapporteur') shift 2; ${tool} ;; esac; echo "npx: $*" >&2; exit 99`,
  );
  const base = {
    PATH: `${bin}${path.delimiter}${process.env.PATH}`,
    HOME: folder,
    COLUMNS: '100',
    NO_COLOR: '1',
    RUNNER_TEMP: temp,
    GIT_CONFIG_NOSYSTEM: '1',
  };
  return {
    temp,
    run: (script, { cwd, env = {} }) =>
      // As GitHub runs a step.
      spawnSync('bash', ['--noprofile', '--norc', '-eo', 'pipefail', '-c', script], {
        cwd,
        encoding: 'utf8',
        env: { ...base, ...env },
      }),
  };
}

function put(folder: string, name: string, line: string): void {
  fs.writeFileSync(path.join(folder, name), `#!/bin/sh\n${line}\n`, { mode: 0o755 });
}

/** Makes a folder a git repository with all that is in it committed. */
export function commitAll(folder: string, words = 'As it was'): void {
  fs.rmSync(path.join(folder, '.git'), { recursive: true, force: true });
  git(folder, ['init', '--quiet', '--initial-branch=main']);
  commit(folder, words);
}

export function commit(folder: string, words: string): void {
  git(folder, ['add', '--all']);
  git(folder, ['-c', 'user.name=A', '-c', 'user.email=a@b.c', 'commit', '--quiet', '-m', words]);
}

export function git(cwd: string, args: readonly string[]): string {
  const run = spawnSync('git', args, { cwd, encoding: 'utf8' });
  if (run.status !== 0) throw new Error(`git ${args.join(' ')}: ${run.stderr}`);
  return run.stdout;
}
