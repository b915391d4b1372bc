// What must be true of the house itself, beside what it does.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import test from 'node:test';

const TESTS = [
  { title: 'what is generated is fresh', args: ['.build/generate.mjs', '--check'] },
  { title: 'imports run one way', args: ['.build/imports.mjs'] },
];

for (const { title, args } of TESTS) {
  test(title, () => {
    const { status, stdout, stderr } = spawnSync(process.execPath, args, { encoding: 'utf8' });
    assert.equal(status, 0, stdout + stderr);
  });
}
