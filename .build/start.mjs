// `npm start`: from nothing to the report on the sample.
import { spawnSync } from 'node:child_process';
import path from 'node:path';
import { buildAll } from './build.mjs';
import { ROOT } from './setup.mjs';

await buildAll();
const sample = path.join('samples', 'us-india-defense');
// The day is fixed, so that everyone sees the same report: two deadlines of 2025 have passed by then.
const command = ['check', sample, '--today', '2026-01-15'];
console.log(`$ rapporteur ${command.join(' ')}\n`);
const { status } = spawnSync(process.execPath, [path.join('dist', 'cli.js'), ...command], {
  cwd: ROOT,
  stdio: 'inherit',
});
const NEXT = [
  [`node dist/cli.js show c-hold-2plus2 ${sample}`, 'what was promised, and what became of it'],
  [`node dist/cli.js list commitments ${sample}`, 'every promise in one table'],
  ['node dist/cli.js check samples/every-finding', 'one of each finding'],
  ['node dist/cli.js explain overdue-commitment', 'why a finding matters'],
  ['npm test', 'everything, tested'],
];
const width = Math.max(...NEXT.map(([words]) => words.length));
console.log('\nTry next:');
for (const [words, what] of NEXT) console.log(`  ${words.padEnd(width)}  ${what}`);
process.exit(status ?? 2);
