// `npm test [part of a file name …]`: builds and runs every test, and ends with "N passed, N failed".
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { run } from 'node:test';
import { spec } from 'node:test/reporters';
import { buildAll } from './build.mjs';
import { ROOT } from './setup.mjs';

await buildAll();
const wanted = process.argv.slice(2);
const folder = path.join(ROOT, 'out', 'test');
const files = fs
  .readdirSync(folder)
  .filter((name) => name.endsWith('.test.js'))
  // A test whose source is gone would otherwise run for ever from the old output.
  .filter((name) => fs.existsSync(path.join(ROOT, 'test', name.replace(/\.js$/, '.ts'))))
  .filter((name) => wanted.length === 0 || wanted.some((part) => name.includes(part)))
  .map((name) => path.join(folder, name));

const count = { passed: 0, failed: 0 };
const isTest = ({ details }) => details.type !== 'suite';
process.chdir(ROOT);
const stream = run({ files, concurrency: os.availableParallelism(), timeout: 300_000 });
stream.on('test:pass', (event) => {
  if (isTest(event) && event.skip === undefined && event.todo === undefined) count.passed += 1;
});
stream.on('test:fail', (event) => {
  if (isTest(event) && event.todo === undefined) count.failed += 1;
});
stream.compose(new spec()).pipe(process.stdout);
await new Promise((resolve) => stream.once('end', resolve));
// After the reporter's own summary.
process.stdout.write('', () => {
  setTimeout(() => {
    console.log(`${count.passed} passed, ${count.failed} failed`);
    process.exitCode = count.failed > 0 || count.passed === 0 ? 1 : 0;
  }, 50);
});
