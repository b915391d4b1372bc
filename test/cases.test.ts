// Runs every case of test/cases; `UPDATE=1 npm test -- cases` draws them as they are found now.
import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import test from 'node:test';
import { checkCase, rewritten } from './support/cases/check-case.js';
import type { Fault } from './support/cases/fences.js';
import { CASES, caseFiles, readCases } from './support/cases/read-cases.js';

for (const name of caseFiles()) {
  const file = path.join(CASES, name);
  const source = fs.readFileSync(file, 'utf8');
  const { cases, faults } = readCases(source);
  const passes = (found: readonly Fault[]): void => {
    const said = found.map(({ line, message }) => `${file}:${line} ${message}`);
    assert.ok(found.length === 0, said.join('\n'));
  };
  test(`${name} is written as a case is`, () => passes(faults));
  // Half-read cases are not worth running, and must not be rewritten.
  if (faults.length > 0) continue;
  const redrawn: ReturnType<typeof checkCase>['redrawn'][number][] = [];
  for (const one of cases) {
    test(`${name}:${one.line} ${one.title}`, () => {
      const found = checkCase(one);
      redrawn.push(...found.redrawn);
      if (!process.env.UPDATE || found.redrawn.length === 0) passes(found.faults);
    });
  }
  if (!process.env.UPDATE) continue;
  test(`${name} is drawn anew`, () => {
    if (redrawn.length > 0) fs.writeFileSync(file, rewritten(source, redrawn));
  });
}
