// What the documentation of the public API shows is run: the examples beside the code and those of docs/api.md.
import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import test from 'node:test';
import { examplesIn, runExample } from './support/examples.js';

const CORE = path.join('server', 'core');

for (const { file, code, index } of everyExample()) {
  test(`${file}: example ${index + 1}`, async () => {
    await runExample(code);
  });
}

test('every function of the public API has an example', async () => {
  const library = await import(new URL('../../dist/core.js', import.meta.url).href);
  const shown = everyExample()
    .filter(({ file }) => file.startsWith(CORE))
    .map(({ code }) => code)
    .join('\n');
  const functions = Object.entries(library).filter(([, value]) => typeof value === 'function');
  const silent = functions.map(([name]) => name).filter((name) => !shown.includes(`${name}(`));
  assert.deepEqual(silent, []);
});

function everyExample(): readonly { file: string; code: string; index: number }[] {
  const sources = fs
    .readdirSync(CORE, { recursive: true })
    .map((name) => path.join(CORE, String(name)))
    .filter((name) => name.endsWith('.ts'))
    .sort();
  const texts = sources.map((file) => ({ file, text: commentsOf(fs.readFileSync(file, 'utf8')) }));
  const page = path.join('docs', 'api.md');
  return [...texts, { file: page, text: fs.readFileSync(page, 'utf8') }].flatMap(({ file, text }) =>
    examplesIn(text).map((code, index) => ({ file, code, index })),
  );
}

/** The lines of a file's comments, without what draws them. */
function commentsOf(source: string): string {
  return source
    .split('\n')
    .filter((line) => /^\s*\* ?/.test(line))
    .map((line) => line.replace(/^\s*\* ?/, ''))
    .join('\n');
}
