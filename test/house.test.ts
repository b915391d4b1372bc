// What must be true of the house itself, beside what it does.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import test from 'node:test';
import { SLOW } from './support/needs.js';

const TESTS = [
  { title: 'what is generated is fresh', args: ['.build/generate.mjs', '--check'], needs: SLOW },
  { title: 'imports run one way', args: ['.build/imports.mjs'], needs: {} },
];

for (const { title, args, needs } of TESTS) {
  test(title, needs, () => {
    const { status, stdout, stderr } = spawnSync(process.execPath, args, { encoding: 'utf8' });
    assert.equal(status, 0, stdout + stderr);
  });
}

test('property tests take their number of runs from test/support/needs.ts', () => {
  for (const name of fs.readdirSync('test').filter((each) => each.endsWith('.test.ts'))) {
    const text = fs.readFileSync(path.join('test', name), 'utf8');
    if (name === path.basename(import.meta.url).replace(/js$/, 'ts')) continue;
    const counts = ['fc\\.assert\\(', '\\bruns\\('].map(
      (words) => text.match(new RegExp(words, 'g'))?.length,
    );
    assert.equal(counts[0], counts[1], `${name}: fc.assert(…, runs('text')) in property('…', …)`);
    assert.doesNotMatch(text, /numRuns/, name);
    if (name.includes('.property.')) assert.ok((counts[0] ?? 0) > 0, `${name} has no property`);
  }
});
