// `npm run test:electron`: the suite in the desktop's VS Code, which @vscode/test-electron downloads into
// .vscode-test/, or the one that VSCODE_EXECUTABLE names.
import fs from 'node:fs';
import path from 'node:path';
import { buildAll } from '../../.build/build.mjs';
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
try {
  const executable = process.env.VSCODE_EXECUTABLE;
  await runTests({
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
  });
} catch (error) {
  console.error(`The tests in the desktop's VS Code failed. ${error.message}`);
  process.exitCode = 1;
} finally {
  samples.remove();
}
