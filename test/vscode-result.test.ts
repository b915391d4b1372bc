// What the runner of the suite in VS Code makes of what it hears. A mistake here would be silent: a run
// in which nothing was tested would look like one in which all is well.
import assert from 'node:assert/strict';
import test from 'node:test';

interface Counts {
  readonly passed: number;
  readonly failed: number;
  readonly skipped: number;
}
interface Reading {
  readLine(line: string): { result?: Counts & { planned: number }; words?: string } | undefined;
  verdict(exitCode: number, result?: Counts & { planned: number }): Counts & { fault?: string };
}

// JavaScript, as it runs before anything is compiled.
const address = new URL('../../test/vscode/result.mjs', import.meta.url).href;
const { readLine, verdict }: Reading = await import(address);

const counts = (planned: number, passed: number, failed = 0, skipped = 0) => ({
  planned,
  passed,
  failed,
  skipped,
});

test('lines of the report are told from what else is logged', () => {
  assert.deepEqual(readLine('##|   ✔ tells who a mention is'), {
    words: '  ✔ tells who a mention is',
  });
  assert.deepEqual(readLine('##|'), { words: '' });
  assert.equal(readLine('[info] 3 passed, 0 failed'), undefined);
  assert.equal(readLine('a test printed ##| RESULT {}'), undefined);
});

test('the result is read, and a broken one is none', () => {
  const line = '##| RESULT {"planned":4,"passed":2,"failed":1,"skipped":1}';
  assert.deepEqual(readLine(line), { result: counts(4, 2, 1, 1) });
  for (const broken of [
    '{"planned":4,"pas',
    '{}',
    '{"planned":4,"passed":"2","failed":0,"skipped":0}',
  ])
    assert.deepEqual(readLine(`##| RESULT ${broken}`), { result: undefined });
});

test('a run to the end counts as it says', () => {
  assert.deepEqual(verdict(0, counts(3, 3)), { passed: 3, failed: 0, skipped: 0 });
  assert.deepEqual(verdict(1, counts(3, 2, 1)), { passed: 2, failed: 1, skipped: 0 });
  assert.deepEqual(verdict(0, counts(3, 2, 0, 1)), { passed: 2, failed: 0, skipped: 1 });
});

test('a run that chose by title plans nothing', () => {
  assert.deepEqual(verdict(0, counts(0, 2)), { passed: 2, failed: 0, skipped: 0 });
});

const WRONG = [
  { what: 'a host that was killed ends with 0', run: verdict(0), failed: 1 },
  { what: 'a host that was killed', run: verdict(1), failed: 1 },
  { what: 'no test at all', run: verdict(0, counts(0, 0)), failed: 1 },
  { what: 'some tests never ran', run: verdict(0, counts(9, 3)), failed: 1 },
  { what: 'all passed, yet the host failed', run: verdict(1, counts(3, 3)), failed: 1 },
];
for (const { what, run, failed } of WRONG)
  test(`is a failure: ${what}`, () => {
    assert.equal(run.failed, failed);
    assert.ok(run.fault);
  });
