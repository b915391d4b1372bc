// Runs every case of test/cases; `UPDATE=1 npm test` rewrites them with what is found now.
import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import test from 'node:test';
import { draw, readCases } from './support/cases.js';

const folder = path.join('test', 'cases');

for (const name of fs.readdirSync(folder).filter((file) => file.endsWith('.md'))) {
  const file = path.join(folder, name);
  const source = fs.readFileSync(file, 'utf8');
  const cases = readCases(source);
  const edits: { start: number; end: number; text: string }[] = [];
  for (const one of cases) {
    test(`${name}:${one.line} ${one.title}`, () => {
      assert.ok(one.files.length > 0, 'a case has files');
      for (const [{ path: page, drawn, start, end }, found] of draw(one)) {
        if (process.env.UPDATE) edits.push({ start, end, text: found });
        else assert.equal(`${page}\n${found}`, `${page}\n${drawn}`);
      }
    });
  }
  test(`${name} holds cases`, () => {
    assert.ok(cases.length > 0);
    if (edits.length === 0) return;
    const rewritten = edits
      .sort((a, b) => b.start - a.start)
      .reduce((text, edit) => text.slice(0, edit.start) + edit.text + text.slice(edit.end), source);
    fs.writeFileSync(file, rewritten);
  });
}
