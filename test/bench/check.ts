// `rapporteur check` as its user runs it: a whole process on a folder, wall time and peak memory.
import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { performance } from 'node:perf_hooks';
import { writeBriefs } from '../support/write-briefs.js';

const RUNS = 5;
const CLI = path.resolve('dist', 'cli.js');

/** Prints its own peak memory when it ends, so that no tool of the system is needed. */
const WITH_MEMORY =
  "process.on('exit', () => { require('fs').writeSync(2, 'MAXRSS ' + process.resourceUsage().maxRSS + '\\n'); });";

function measure(args: readonly string[], cwd: string): { ms: number; megabytes: number } {
  const start = performance.now();
  const { stderr } = spawnSync(process.execPath, args, {
    cwd,
    encoding: 'utf8',
    maxBuffer: 1 << 30,
  });
  const ms = performance.now() - start;
  return { ms, megabytes: Number(/MAXRSS (\d+)/.exec(stderr)?.[1] ?? 0) / 1024 };
}

function median(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[values.length >> 1] ?? 0;
}

function report(title: string, runs: readonly { ms: number; megabytes: number }[]): number {
  const ms = median(runs.map((run) => run.ms));
  const megabytes = median(runs.map((run) => run.megabytes));
  const memory = megabytes > 0 ? `  ${megabytes.toFixed(0)} MB peak` : '';
  console.log(`${title.padEnd(44)} ${ms.toFixed(0).padStart(7)} ms${memory}`);
  return ms;
}

const preload = path.join(os.tmpdir(), `rapporteur-bench-${process.pid}.cjs`);
fs.writeFileSync(preload, WITH_MEMORY);
const nothing = report(
  'node -e 0',
  Array.from({ length: RUNS }, () => measure(['-e', '0'], '.')),
);
const SETS = [
  { count: 20, tagged: 'fully' },
  { count: 3000, tagged: 'lightly' },
  { count: 3000, tagged: 'fully' },
] as const;
for (const { count, tagged } of SETS) {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'rapporteur-bench-'));
  const bytes = writeBriefs(folder, count, 6000, tagged);
  const args = ['--require', preload, CLI, 'check', '--today', '2025-11-01', '--format', 'json'];
  measure(args, folder);
  const runs = Array.from({ length: RUNS }, () => measure(args, folder));
  const ms = report(
    `check, ${count} briefs, ${tagged} tagged, ${(bytes / 1e6).toFixed(1)} MB`,
    runs,
  );
  console.log(`${''.padEnd(44)} ${(ms / nothing).toFixed(1).padStart(7)} × node -e 0`);
  fs.rmSync(folder, { recursive: true, force: true });
}
fs.rmSync(preload, { force: true });
