// `npm run bench [name …] [--option value …]`: the benchmarks of test/bench, one after the other, never two at a
// time. What follows the names is handed to each: see the head of its file.
import fs from 'node:fs';
import path from 'node:path';
import { buildAll } from './build.mjs';
import { ROOT, run } from './setup.mjs';

await buildAll();
const words = process.argv.slice(2);
const firstOption = words.findIndex((word) => word.startsWith('--'));
const wanted = firstOption < 0 ? words : words.slice(0, firstOption);
const options = firstOption < 0 ? [] : words.slice(firstOption);
const names = fs
  .readdirSync(path.join(ROOT, 'test', 'bench'))
  .filter((name) => name.endsWith('.ts'))
  .filter((name) => wanted.length === 0 || wanted.some((part) => name.includes(part)));
for (const name of names) {
  console.log(`\n# ${name.replace('.ts', '')}`);
  const script = path.join('out', 'test', 'bench', name.replace(/\.ts$/, '.js'));
  run(process.execPath, [script, ...options]);
}
