// What every run of the suite works with, whatever VS Code it runs in.
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';

const ROOT = path.resolve(import.meta.dirname, '..', '..');

export const SETTINGS = {
  // The samples' deadlines stand around this day.
  'rapporteur.today': '2026-01-15',
  // A browser without a screen knows no keyboard layout.
  'keyboard.dispatch': 'keyCode',
};

/** A copy of `samples/` in a folder of its own, as the tests edit it; `remove()` when done. */
export function copySamples() {
  // The real path, as VS Code reports files by it.
  const parent = fs.realpathSync(fs.mkdtempSync(path.join(os.tmpdir(), 'rapporteur-')));
  const folder = path.join(parent, 'samples');
  fs.cpSync(path.join(ROOT, 'samples'), folder, { recursive: true });
  return {
    folder,
    remove: () => fs.rmSync(parent, { recursive: true, force: true, maxRetries: 5 }),
  };
}

/**
 * VS Code runs tests for an extension under development only: where the packaged one is tested, this
 * folder stands for it.
 */
export function emptyExtension(parent) {
  const folder = path.join(parent, 'tests-only');
  fs.mkdirSync(folder);
  const manifest = { name: 'tests-only', publisher: 'rapporteur', version: '0.0.0' };
  const text = JSON.stringify({ ...manifest, engines: { vscode: '*' } });
  fs.writeFileSync(path.join(folder, 'package.json'), text);
  return folder;
}
