// The manifest that is shipped: it says nothing of how the package is made. A script that runs when the package is installed
// would make npm warn of it. `npm pack` and `npm publish` take the manifest that lies there, so they put this one in its
// place (`ship`, after the build) and take it away again (`restore`); if they are killed, `git checkout package.json` does.
import fs from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { ROOT } from './setup.mjs';

/** What of package.json concerns those who install the package; `files` is what npm packs. */
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
  'files',
  'dependencies',
];

const WHOLE = path.join(ROOT, 'package.json');
/** Where the whole of it lies in the meantime. */
const KEPT = path.join(ROOT, 'package.json.whole');

/** @param {string} whole package.json */
export function shippedManifest(whole) {
  const { engines, ...all } = JSON.parse(whole);
  const kept = KEYS.filter((key) => key in all).map((key) => [key, all[key]]);
  const manifest = { ...Object.fromEntries(kept), engines: { node: engines.node } };
  return `${JSON.stringify(manifest, null, 2)}\n`;
}

function ship() {
  const whole = fs.readFileSync(WHOLE, 'utf8');
  if (!('scripts' in JSON.parse(whole))) return;
  fs.writeFileSync(KEPT, whole);
  fs.writeFileSync(WHOLE, shippedManifest(whole));
}

function restore() {
  if (fs.existsSync(KEPT)) fs.renameSync(KEPT, WHOLE);
}

if (process.argv[1] === fileURLToPath(import.meta.url))
  process.argv[2] === 'ship' ? ship() : restore();
