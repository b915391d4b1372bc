// `npm run test:electron`: the suite in the desktop's VS Code, which @vscode/test-electron downloads into
// .vscode-test/, or the one that VSCODE_EXECUTABLE names.
import fs from 'node:fs';
import path from 'node:path';
import { buildAll } from '../../.build/build.mjs';
import { verdict } from './result.mjs';
import { copySamples, SETTINGS } from './samples.mjs';

await buildAll();
const { runTests } = await import('@vscode/test-electron');
const { bundleSuite, suiteNames } = await import('../../.build/suite.mjs');

const ROOT = path.resolve(import.meta.dirname, '..', '..');
const samples = copySamples();
const data = path.join(path.dirname(samples.folder), 'user-data');
const quiet = JSON.parse(fs.readFileSync(path.join(import.meta.dirname, 'settings.json'), 'utf8'));
fs.mkdirSync(path.join(data, 'User'), { recursive: true });
fs.writeFileSync(
  path.join(data, 'User', 'settings.json'),
  JSON.stringify({ ...quiet, ...SETTINGS }),
);
const executable = process.env.VSCODE_EXECUTABLE;
try {
  const exitCode = await runTests({
    ...(executable ? { vscodeExecutablePath: executable } : {}),
    extensionDevelopmentPath: ROOT,
    extensionTestsPath: await bundleSuite({
      names: suiteNames(process.argv.slice(2)),
      host: 'electron',
    }),
    launchArgs: [
      samples.folder,
      ...['--user-data-dir', data],
      '--disable-extensions',
      '--disable-workspace-trust',
      '--skip-welcome',
    ],
  }).catch((error) => {
    console.error(error.message);
    return 1;
  });
  const { passed, failed, fault } = verdict(exitCode, resultIn(path.dirname(samples.folder)));
  if (fault) console.error(`\n${fault}`);
  console.log(`${passed} passed, ${failed} failed`);
  process.exitCode = failed > 0 ? 1 : 0;
} finally {
  samples.remove();
}

/** What the suite wrote when it was done; nothing if it was not. */
function resultIn(folder) {
  const file = path.join(folder, 'result.json');
  return fs.existsSync(file) ? JSON.parse(fs.readFileSync(file, 'utf8')) : undefined;
}
