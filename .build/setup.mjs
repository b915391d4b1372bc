// Installs what is missing, once. Runs before anything is installed, so it imports nothing but Node.
import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

export const ROOT = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..');

/** Runs a command of the project in its root; a failure ends the whole run with its exit code. */
export function run(command, args, options = {}) {
  const windows = process.platform === 'win32';
  const { status, error } = spawnSync(command, args, {
    cwd: ROOT,
    stdio: ['ignore', 'inherit', 'inherit'],
    shell: windows,
    ...options,
  });
  if (error) console.error(`Could not run ${command}: ${error.message}`);
  if (status !== 0) process.exit(status || 1);
}

/** The path of a tool that npm installed. */
export const bin = (name) => path.join(ROOT, 'node_modules', '.bin', name);

function nodeIsNewEnough() {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
  return major > 20 || (major === 20 && minor >= 19);
}

function installed() {
  const lock = fs.statSync(path.join(ROOT, 'package-lock.json'));
  const done = fs.statSync(path.join(ROOT, 'node_modules', '.package-lock.json'), {
    throwIfNoEntry: false,
  });
  return done !== undefined && done.mtimeMs >= lock.mtimeMs;
}

export function setup() {
  if (!nodeIsNewEnough()) {
    console.error(`Rapporteur needs Node.js 20.19 or newer; this is ${process.version}.`);
    process.exit(2);
  }
  if (installed()) return;
  console.error('Installing what is missing (npm ci) ...');
  // The report of the command that was asked for is all that belongs on stdout.
  run('npm', ['ci', '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error'], {
    stdio: ['ignore', 2, 2],
  });
  const now = new Date();
  fs.utimesSync(path.join(ROOT, 'node_modules', '.package-lock.json'), now, now);
}
