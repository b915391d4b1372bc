// The npm package of what is built: what `files` of package.json names, with the manifest that is shipped.
import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { ROOT } from './setup.mjs';
import { shippedManifest } from './shipped-manifest.mjs';

/**
 * Makes `rapporteur-<version>.tgz` of what is built, and returns its path.
 * @param {string} [to] the folder for it
 */
export function makeTarball(to = ROOT) {
  const [{ files }] = pack(ROOT, ['--dry-run']);
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'rapporteur-npm-'));
  try {
    for (const { path: name } of files) fs.cpSync(path.join(ROOT, name), path.join(folder, name));
    const whole = fs.readFileSync(path.join(ROOT, 'package.json'), 'utf8');
    fs.writeFileSync(path.join(folder, 'package.json'), shippedManifest(whole));
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
