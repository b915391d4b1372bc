// `npm test [part of a file name …] [--no-vscode] [--quick]`: builds and runs every test, those in a real VS Code last, and
// ends with "N passed, N failed". `--quick` leaves out VS Code and what test/support/needs.ts names, and says so.
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { run } from 'node:test';
import { spec } from 'node:test/reporters';
import { buildAll } from './build.mjs';
import { ROOT } from './setup.mjs';
import { shared } from './share.mjs';

const NO_VSCODE = '--no-vscode';
const QUICK = '--quick';
/** Files of these need too much for a quick run: what for, test/support/needs.ts says. */
const NOT_QUICK = /\.(?:property|git)\.test\.js$/;
/** Files that start the program again and again: what is shipped, where reports go, what is watched, threads. */
const WHOLE_RUNS =
  /^(?:ship-|outputs-|watch-|interrupt|engine-threads|hostile|cache-check|fix-cli|cli-surroundings|untrusted|lsp-files|lsp-in-document)/;
/** A file that takes so long hangs, on a machine however busy: in milliseconds. At rest none takes a minute. */
const HANGS = 30 * 60_000;
/** So ends the reason of a test that is skipped by test/support/needs.ts. */
const NOT_WITH_QUICK = ': not with --quick';

await buildAll();
process.chdir(ROOT);
const isQuick = process.argv.includes(QUICK);
const wanted = process.argv.slice(2).filter((each) => each !== NO_VSCODE && each !== QUICK);
if (isQuick) process.env.QUICK = '1';
const leftOut = new Map();
const unit = await runUnits(isQuick ? inFewProcesses(unitFiles()) : unitFiles());
const editor =
  isQuick || process.argv.includes(NO_VSCODE) ? { passed: 0, failed: 0 } : await runInEditor();
const passed = unit.passed + editor.passed;
const failed = unit.failed + editor.failed;
if (isQuick) console.log(`Left out with --quick: ${whatIsLeftOut()}.`);
console.log(`${passed} passed, ${failed} failed`);
process.exitCode = failed > 0 || passed === 0 ? 1 : 0;

function unitFiles() {
  const folder = path.join(ROOT, 'out', 'test');
  return (
    fs
      .readdirSync(folder)
      .filter((name) => name.endsWith('.test.js'))
      // A test whose source is gone would otherwise run for ever from the old output.
      .filter((name) => fs.existsSync(path.join(ROOT, 'test', name.replace(/\.js$/, '.ts'))))
      .filter((name) => wanted.length === 0 || wanted.some((part) => name.includes(part)))
      .filter((name) => {
        const isLeftOut = isQuick && NOT_QUICK.test(name);
        if (isLeftOut) leaveOut('files of property runs or git histories');
        const isSlow = isQuick && !isLeftOut && wanted.length === 0 && WHOLE_RUNS.test(name);
        if (isSlow) leaveOut('files of runs of the whole program');
        return !isLeftOut && !isSlow;
      })
      .map((name) => path.join(folder, name))
  );
}

function inFewProcesses(files) {
  const folder = path.join(ROOT, 'out', 'test', 'shared');
  return shared(files, folder, os.availableParallelism());
}

function leaveOut(what) {
  leftOut.set(what, (leftOut.get(what) ?? 0) + 1);
}

function whatIsLeftOut() {
  return ['VS Code', ...[...leftOut].map(([what, count]) => `${count} ${what}`)].join(', ');
}

async function runUnits(files) {
  const count = { passed: 0, failed: 0 };
  if (files.length === 0) return count;
  const isTest = ({ details }) => details.type !== 'suite';
  const stream = run({ files, concurrency: os.availableParallelism(), timeout: HANGS });
  stream.on('test:pass', (event) => {
    const reason = String(event.skip).split(NOT_WITH_QUICK);
    if (reason.length > 1) leaveOut(reason[0]);
    if (isTest(event) && event.skip === undefined && event.todo === undefined) count.passed += 1;
  });
  stream.on('test:fail', (event) => {
    if (isTest(event) && event.todo === undefined) count.failed += 1;
  });
  for await (const words of stream.compose(new spec())) process.stdout.write(words);
  return count;
}

/** The suite in VS Code; that it cannot be run is a failure like any other. */
async function runInEditor() {
  // Only now, as a project that is not installed yet has none of what they import.
  const { suiteNames } = await import('./suite.mjs');
  const { runInServer } = await import('../test/vscode/run-server.mjs');
  const names = suiteNames(wanted);
  if (names.length === 0) return { passed: 0, failed: 0 };
  console.log('\nIn a real VS Code:');
  return runInServer({ names }).catch((error) => {
    console.error(`The tests could not be run in VS Code. ${error.message}`);
    console.error(`Without them: npm test -- ${NO_VSCODE}`);
    return { passed: 0, failed: 1 };
  });
}
