// Runs the examples of the docs as tests: a value after `// =>` is what the expression before it must give.
import assert from 'node:assert/strict';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { transform } from 'esbuild';

/** The TypeScript in fences of a text that import from the package. */
export function examplesIn(text: string): readonly string[] {
  return Array.from(text.matchAll(/^```ts\n(.*?)^```$/gms), ([, code = '']) => code).filter(
    (code) => code.includes("from 'rapporteur'"),
  );
}

/** Runs one; resolves to how many values it compared. */
export async function runExample(code: string): Promise<number> {
  const library = pathToFileURL(path.resolve('dist', 'core.js')).href;
  let count = 0;
  const compared = code.replace(
    /^(\s*)(\S.*?);\s*\/\/ => (.+)$/gm,
    (_, indent, expression, value) => {
      count += 1;
      return `${indent}same(${expression}, ${value});`;
    },
  );
  const { code: script } = await transform(
    `import { deepEqual as same } from 'node:assert/strict';\n${compared}`,
    { loader: 'ts', format: 'esm' },
  );
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'rapporteur-example-'));
  try {
    const file = path.join(folder, 'example.mjs');
    fs.writeFileSync(file, script.replaceAll(/from ["']rapporteur["']/g, `from '${library}'`));
    await import(pathToFileURL(file).href);
  } finally {
    fs.rmSync(folder, { recursive: true, force: true });
  }
  assert.ok(count > 0, 'an example says what comes of it: // => value');
  return count;
}
