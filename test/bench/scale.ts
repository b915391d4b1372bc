// Where one machine ends: `rapporteur check` on ever more briefs of 10 KB, its wall time, its work, and
// its peak memory with Node's own limits. `npm run bench scale [--briefs 10000,100000] [--threads 1,2]
// [--cache] [--in folder]`; it needs some 12 KB of disk a brief and takes its files away again.
import { spawn } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { performance } from 'node:perf_hooks';
import { parseArgs } from 'node:util';
import { writeBriefs } from '../support/write-briefs.js';

const CLI = path.resolve('dist', 'cli.js');
const BYTES = 10_000;

const { values } = parseArgs({
  allowPositionals: true,
  options: {
    briefs: { type: 'string', default: '10000' },
    threads: { type: 'string', default: '1,2' },
    tagged: { type: 'string', default: 'lightly' },
    cache: { type: 'boolean', default: false },
    in: { type: 'string', default: os.tmpdir() },
  },
});

/** The process says itself how much it took, so that no tool of the system is needed. */
const SAYS = `process.on('exit', () => {
  if (!require('worker_threads').isMainThread) return;
  const { maxRSS, userCPUTime, systemCPUTime } = process.resourceUsage();
  require('fs').writeSync(2, ['\\nTOOK', maxRSS, userCPUTime + systemCPUTime].join(' ') + '\\n');
});`;

for (const count of values.briefs.split(',').map(Number)) {
  const folder = fs.mkdtempSync(path.join(values.in, 'rapporteur-scale-'));
  try {
    const bytes = writeBriefs(folder, count, BYTES, values.tagged as 'lightly' | 'fully');
    for (const threads of values.threads.split(',')) {
      await measure(folder, `${count} briefs, ${(bytes / 1e6).toFixed(0)} MB, ${threads} threads`, [
        '--threads',
        threads,
      ]);
    }
    const cache = ['--cache-location', path.join(folder, 'cache')];
    for (const state of values.cache ? ['cold', 'warm'] : []) {
      await measure(folder, `${count} briefs, cache ${state}`, cache);
    }
  } finally {
    fs.rmSync(folder, { recursive: true, force: true });
  }
}

async function measure(cwd: string, title: string, words: readonly string[]): Promise<void> {
  const preload = path.join(cwd, 'says.cjs');
  fs.writeFileSync(preload, SAYS);
  const args = ['--require', preload, CLI, 'check', '--today', '2025-11-01', '--format', 'compact'];
  const start = performance.now();
  const child = spawn(process.execPath, [...args, ...words], {
    cwd,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let [said, written] = ['', 0];
  child.stdout.on('data', (chunk: Buffer) => {
    written += chunk.length;
  });
  child.stderr.on('data', (chunk: Buffer) => {
    said = `${said}${chunk}`.slice(-10_000);
  });
  const status = await new Promise((done) => child.on('close', done));
  const seconds = (performance.now() - start) / 1000;
  const [, rss = 0, work = 0] = /TOOK (\d+) (\d+)/.exec(said) ?? [];
  const parts = [
    `${seconds.toFixed(1)} s`,
    `${(Number(work) / 1e6).toFixed(1)} s of work`,
    `${(Number(rss) / 1024).toFixed(0)} MB peak`,
    `${(written / 1e6).toFixed(1)} MB of report`,
    `exit ${status}`,
  ];
  console.log(`${title.padEnd(44)} ${parts.join(', ')}`);
}
