// `npm run bench [name …]`: the benchmarks of test/bench, one after the other, never two at a time.
import fs from 'node:fs';
import path from 'node:path';
import { buildAll } from './build.mjs';
import { ROOT, run } from './setup.mjs';

await buildAll();
const wanted = process.argv.slice(2);
const names = fs
  .readdirSync(path.join(ROOT, 'test', 'bench'))
  .filter((name) => name.endsWith('.ts'))
  .filter((name) => wanted.length === 0 || wanted.some((part) => name.includes(part)));
for (const name of names) {
  console.log(`\n# ${name.replace('.ts', '')}`);
  run(process.execPath, [path.join('out', 'test', 'bench', name.replace(/\.ts$/, '.js'))]);
}
