// `npm run package`: the npm package and the extension for VS Code, from a fresh build, with their sizes.
// `npm run test:vsix`: the same, and the suite on the extension as it is installed from there.
import fs from 'node:fs';
import path from 'node:path';
import { buildAll } from './build.mjs';

await buildAll();
const { makeTarball } = await import('./tarball.mjs');
const { makeVsix } = await import('./vsix.mjs');
const vsix = await makeVsix();
for (const file of [makeTarball(), vsix]) console.log(`${path.basename(file)}  ${sizeOf(file)}`);
if (process.argv.includes('--test')) await test();

function sizeOf(file) {
  return `${Math.ceil(fs.statSync(file).size / 1000).toLocaleString('en')} kB`;
}

async function test() {
  const { suiteNames } = await import('./suite.mjs');
  const { runInServer } = await import('../test/vscode/run-server.mjs');
  const { passed, failed } = await runInServer({ names: suiteNames([]), vsix });
  console.log(`${passed} passed, ${failed} failed`);
  process.exitCode = failed > 0 ? 1 : 0;
}
