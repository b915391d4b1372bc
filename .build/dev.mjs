// `npm run dev`: builds, then watches: every saved change is compiled, bundled and tried on the samples.
import { spawn, spawnSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { buildAll } from './build.mjs';
import { bundle } from './bundle.mjs';
import { bin, ROOT } from './setup.mjs';

await buildAll();
spawn(bin('tsc'), ['-b', '--watch', '--preserveWatchOutput'], { cwd: ROOT, stdio: 'inherit' });
openSamples();
trySamples();

let waiting;
for (const folder of ['server', 'samples']) {
  fs.watch(path.join(ROOT, folder), { recursive: true }, () => {
    clearTimeout(waiting);
    waiting = setTimeout(rebuild, 200);
  });
}

async function rebuild() {
  await bundle().then(trySamples, () => {
    // esbuild has said what is wrong; the next save tries again.
  });
}

function trySamples() {
  const command = ['dist/cli.js', 'check', 'samples/us-india-defense'];
  spawnSync(process.execPath, command, { cwd: ROOT, stdio: 'inherit' });
}

/** In the editor, where there is one on the PATH. */
function openSamples() {
  const editor = spawn('code', ['samples'], {
    cwd: ROOT,
    stdio: 'ignore',
    shell: process.platform === 'win32',
  });
  editor.on('error', () => console.log('The samples are in samples/ (no `code` on the PATH).'));
}
