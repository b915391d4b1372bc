// Where the tool of this run will lie, and what it is: its version, or a digest of the source it is built
// from. Runs before anything is installed, so it imports nothing but Node.
import { createHash } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import { setOutput } from './output.mjs';

/** All that the bundle is made of. */
const SOURCE = ['.build', 'server', 'package.json', 'package-lock.json', 'tsconfig.json'];

const version = process.env.RAPPORTEUR_VERSION?.trim() ?? '';
// A whole version: what is kept under it must never become old.
if (!/^(?:\d+\.\d+\.\d+[\w.+-]*)?$/.test(version)) {
  console.error(`rapporteur: version: '${version}' is not a full version. Write it as 0.1.0.`);
  process.exit(2);
}
const top = path.resolve(process.env.GITHUB_ACTION_PATH ?? '.');
setOutput('id', version === '' ? digestOf(top) : `npm-${version}`);
setOutput('folder', path.join(process.env.RUNNER_TEMP ?? '', 'rapporteur-tool'));

function digestOf(folder) {
  const hash = createHash('sha256');
  for (const name of SOURCE.flatMap((each) => filesUnder(folder, each)).sort()) {
    hash
      .update(`${name}\0`)
      .update(fs.readFileSync(path.join(folder, name)))
      .update('\0');
  }
  return hash.digest('hex').slice(0, 16);
}

function filesUnder(folder, name) {
  const at = path.join(folder, name);
  if (!fs.statSync(at).isDirectory()) return [name];
  return fs.readdirSync(at).flatMap((each) => filesUnder(folder, `${name}/${each}`));
}
