// The npm package: what `files` of package.json names, with a manifest that says nothing of how it is made. A script that
// runs when the package is installed would make npm warn of it.
import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { ROOT } from './setup.mjs';

/** What of package.json concerns those who install the package. */
const KEYS = [
  'name',
  'version',
  'description',
  'keywords',
  'license',
  'type',
  'sideEffects',
  'bin',
  'man',
  'exports',
  'dependencies',
];

/**
 * Makes `rapporteur-<version>.tgz` of what is built, and returns its path.
 * @param {string} [to] the folder for it
 */
export function makeTarball(to = ROOT) {
  const [{ files }] = pack(ROOT, ['--dry-run']);
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'rapporteur-npm-'));
  try {
    for (const { path: name } of files) fs.cpSync(path.join(ROOT, name), path.join(folder, name));
    const manifest = manifestOf(
      JSON.parse(fs.readFileSync(path.join(ROOT, 'package.json'), 'utf8')),
    );
    fs.writeFileSync(path.join(folder, 'package.json'), `${JSON.stringify(manifest, null, 2)}\n`);
    const [{ filename }] = pack(folder, ['--pack-destination', to]);
    return path.join(to, filename);
  } finally {
    fs.rmSync(folder, { recursive: true });
  }
}

function pack(cwd, words) {
  const options = { cwd, encoding: 'utf8', shell: process.platform === 'win32' };
  return JSON.parse(execFileSync('npm', ['pack', '--json', '--ignore-scripts', ...words], options));
}

function manifestOf({ engines: { node }, ...all }) {
  const kept = KEYS.filter((key) => key in all).map((key) => [key, all[key]]);
  return { ...Object.fromEntries(kept), engines: { node } };
}
