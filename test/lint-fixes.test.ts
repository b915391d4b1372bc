import assert from 'node:assert/strict';
import test from 'node:test';
import { applyFixes, type PageEdit, type Report } from '../server/core/index.js';

function report(certain: boolean, ...edits: readonly PageEdit[]): Report {
  return {
    rule: 'any',
    severity: 'error',
    page: 'a.md',
    span: { start: 0, end: 1 },
    message: 'Any.',
    fixes: [{ title: 'Mend it', edits, certain }],
  };
}

function edit(start: number, end: number, text: string, page = 'a.md'): PageEdit {
  return { page, span: { start, end }, text };
}

test('certain fixes are applied, wherever they stand', () => {
  const reports = [report(true, edit(4, 5, 'E')), report(true, edit(0, 1, 'A'))];
  assert.equal(applyFixes(reports, 'a.md', 'abcdef'), 'AbcdEf');
});

test('what is only offered is not applied', () => {
  assert.equal(applyFixes([report(false, edit(0, 1, 'A'))], 'a.md', 'abc'), 'abc');
});

test('a fix that reaches into another one waits, whole', () => {
  const reports = [
    report(true, edit(0, 3, 'ABC')),
    report(true, edit(2, 3, 'x'), edit(5, 6, 'y')),
    report(true, edit(4, 5, 'E')),
  ];
  assert.equal(applyFixes(reports, 'a.md', 'abcdef'), 'ABCdEf');
});

test('two fixes that say the same are applied once', () => {
  const insert = report(true, edit(1, 1, '-'));
  assert.equal(applyFixes([insert, insert], 'a.md', 'ab'), 'a-b');
});

test('a fix of several pages is not applied to one of them', () => {
  const reports = [report(true, edit(0, 1, 'A'), edit(0, 1, 'B', 'b.md'))];
  assert.equal(applyFixes(reports, 'a.md', 'abc'), 'abc');
});
