// `npm run dev [-- --browser] [--port N] [--no-open]`: builds, opens the first sample in VS Code with the extension, and
// watches: every saved change is compiled, bundled and tried on the samples. "Developer: Reload Window"
// in VS Code takes the new bundles.
import { spawn, spawnSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { buildAll } from './build.mjs';
import { bin, ROOT } from './setup.mjs';

await buildAll();
const { bundle } = await import('./bundle.mjs');
const { openSample, optionsOf } = await import('./editor.mjs');
spawn(bin('tsc'), ['-b', '--watch', '--preserveWatchOutput'], { cwd: ROOT, stdio: 'inherit' });
trySamples();
await openSample({ ...optionsOf(process.argv.slice(2)), own: true }).catch((error) =>
  console.error(error.message),
);

let waiting;
for (const folder of ['client', 'server', 'samples']) {
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
