// Other linters for Markdown, for benchmarks. They are no dependencies of ours: some have no package for every
// system, and an install that wants one of those fails.
import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { type Contestant, node } from './measure.js';

const VERSIONS = ['rumdl@0.2.75', 'markdownlint-cli2@0.18.1'];
const HOME = path.resolve('node_modules', '.cache', 'bench-peers');

/** The linters that can be had here, each as a check of all Markdown in the folder that it is run in. */
export function peerLinters(): readonly Contestant[] {
  for (const one of VERSIONS) if (!fs.existsSync(packageFolder(one))) install(one);
  return [...rumdl(), ...markdownlint()];
}

function packageFolder(name: string): string {
  return path.join(HOME, 'node_modules', name.replace(/@[^@]*$/, ''));
}

function install(name: string): void {
  fs.mkdirSync(HOME, { recursive: true });
  const words = ['install', '--prefix', HOME, '--no-audit', '--no-fund', '--loglevel=error', name];
  const { status } = spawnSync('npm', words, {
    stdio: 'ignore',
    shell: process.platform === 'win32',
  });
  if (status !== 0) console.log(`${name} cannot be installed here, so it is not compared with.`);
}

/** The program itself: the script that starts it would cost as much as it does. */
function rumdl(): readonly Contestant[] {
  const scope = path.join(HOME, 'node_modules', '@rumdl');
  const folders = fs.existsSync(scope) ? fs.readdirSync(scope) : [];
  return folders
    .flatMap((folder) => ['rumdl', 'rumdl.exe'].map((name) => path.join(scope, folder, name)))
    .filter((program) => fs.existsSync(program))
    .slice(0, 1)
    .map((command) => ({
      title: 'rumdl',
      command,
      words: ['check', '--no-cache', '--silent', '.'],
    }));
}

function markdownlint(): readonly Contestant[] {
  const script = path.join(packageFolder('markdownlint-cli2'), 'markdownlint-cli2-bin.mjs');
  return fs.existsSync(script) ? [node('markdownlint-cli2', script, '**/*.md')] : [];
}
