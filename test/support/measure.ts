// How long whole processes take, and how much memory, for benchmarks: whatever they are written in.
import { spawn } from 'node:child_process';
import fs from 'node:fs';
import { performance } from 'node:perf_hooks';

/** A whole process. Work and memory are looked up as it runs, and 0 where the system does not say. */
export interface Cost {
  /** From its start to its end, in milliseconds. */
  readonly ms: number;
  /** Of its threads together, in milliseconds of processor time. */
  readonly work: number;
  /** The most memory that it held, in MB. */
  readonly megabytes: number;
}

export interface Contestant {
  readonly title: string;
  readonly command: string;
  readonly words: readonly string[];
}

/** Node.js itself, running a script. */
export function node(title: string, ...words: readonly string[]): Contestant {
  return { title, command: process.execPath, words };
}

export const READING_BYTES = 'Node.js reading the bytes';

/** Lists the Markdown files of a folder, and reads each as UTF-8: what no check in Node.js can do without. */
export function readingBytes(): Contestant {
  return node(READING_BYTES, '-e', READ_ALL);
}

const READ_ALL = `
const fs = require('fs');
const waiting = ['.'];
for (let folder = waiting.pop(); folder !== undefined; folder = waiting.pop())
  for (const entry of fs.readdirSync(folder, { withFileTypes: true })) {
    const path = folder + '/' + entry.name;
    if (entry.isDirectory()) waiting.push(path);
    else if (entry.name.endsWith('.md')) fs.readFileSync(path, 'utf8');
  }
`;

/** Runs them by turns, so that what else the machine does meets all alike; the median of each. */
export async function race(
  contestants: readonly Contestant[],
  cwd: string,
  rounds: number,
): Promise<ReadonlyMap<string, Cost>> {
  const costs = new Map<string, Cost[]>(contestants.map(({ title }) => [title, []]));
  for (let round = 0; round < rounds; round += 1)
    for (const one of contestants) {
      const before = costs.get(one.title) ?? [];
      if ((before[0]?.ms ?? 0) < SLOW_MS) before.push(await costOf(one, cwd));
    }
  return new Map([...costs].map(([title, all]) => [title, medianOf(all)]));
}

/** What takes longer is run once: its median would be of no more use. */
const SLOW_MS = 20_000;

async function costOf({ command, words }: Contestant, cwd: string): Promise<Cost> {
  const start = performance.now();
  const child = spawn(command, words, { cwd, stdio: 'ignore' });
  let [work, megabytes] = [0, 0];
  const look = (): void => {
    work = Math.max(work, workOf(child.pid));
    megabytes = Math.max(megabytes, peakOf(child.pid));
  };
  const looking = setInterval(look, LOOK_MS);
  await new Promise<void>((done, failed) => {
    child.on('error', failed);
    child.on('close', () => done());
  });
  clearInterval(looking);
  return { ms: performance.now() - start, work, megabytes };
}

const LOOK_MS = 5;

/** As Linux counts it: hundredths of a second. */
export function workOf(pid: number | undefined): number {
  const fields = read(`/proc/${pid}/stat`).replace(/^.*\)/s, '').trim().split(' ');
  return (Number(fields[11] ?? 0) + Number(fields[12] ?? 0)) * 10 || 0;
}

/** The most memory that a process has held so far, in MB. */
export function peakOf(pid: number | undefined): number {
  return Number(/VmHWM:\s+(\d+)/.exec(read(`/proc/${pid}/status`))?.[1] ?? 0) / 1024;
}

/** The memory that a process holds now, in MB. */
export function heldBy(pid: number | undefined): number {
  return Number(/VmRSS:\s+(\d+)/.exec(read(`/proc/${pid}/status`))?.[1] ?? 0) / 1024;
}

function read(path: string): string {
  try {
    return fs.readFileSync(path, 'utf8');
  } catch {
    return '';
  }
}

function medianOf(costs: readonly Cost[]): Cost {
  const median = (key: keyof Cost): number =>
    costs.map((cost) => cost[key]).sort((a, b) => a - b)[costs.length >> 1] ?? 0;
  return { ms: median('ms'), work: median('work'), megabytes: median('megabytes') };
}

/** A line of a table: what it took, and how often that is what `yardstick` took. */
export function costLine(title: string, cost: Cost, yardstick?: Cost): string {
  const times = yardstick === undefined ? '' : `${(cost.ms / yardstick.ms).toFixed(2)} ×`;
  const columns = [
    `${cost.ms.toFixed(0)} ms`.padStart(10),
    `${cost.work.toFixed(0)} ms of work`.padStart(18),
    `${cost.megabytes.toFixed(0)} MB`.padStart(8),
    times.padStart(9),
  ];
  return `${title.padEnd(40)}${columns.join('')}`;
}
