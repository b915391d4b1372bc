// `rapporteur check` as its user runs it: a whole process on a folder of briefs, beside a process of Node.js that does
// nothing, and one that reads the bytes. `npm run bench check [--rounds 5] [--briefs 3000,20000] [--node program]`: another
// Node.js is measured too.
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';
import {
  type Contestant,
  type Cost,
  costLine,
  node,
  READING_BYTES,
  race,
  readingBytes,
} from '../support/measure.js';
import { writeBriefs } from '../support/write-briefs.js';

const { values } = parseArgs({
  allowPositionals: true,
  options: {
    rounds: { type: 'string', default: '5' },
    briefs: { type: 'string', default: '3000,20000' },
    node: { type: 'string', multiple: true, default: [] },
  },
});
const CLI = path.resolve('dist', 'cli.js');
const CHECK = [CLI, 'check', '--today', '2025-11-01', '--format', 'json'];
const NOTHING = 'node -e 0';
const ONE_THREAD = 'rapporteur check --threads 1';
const TWO_THREADS = 'rapporteur check --threads 2';

for (const program of [process.execPath, ...values.node]) {
  console.log(
    `\n20 briefs, fully tagged, in ${program === process.execPath ? 'this Node.js' : program}`,
  );
  const contestants = [
    node(NOTHING, '-e', '0'),
    node('rapporteur --version', CLI, '--version'),
    node('rapporteur check', ...CHECK),
  ].map((one) => ({ ...one, command: program }));
  await compare(20, 'fully', contestants, NOTHING);
}
for (const tagged of ['lightly', 'fully'] as const) {
  for (const count of values.briefs.split(',').map(Number)) {
    console.log(`\n${count} briefs, ${tagged} tagged`);
    const contestants = [
      readingBytes(),
      node('rapporteur check', ...CHECK),
      node(ONE_THREAD, ...CHECK, '--threads', '1'),
      node(TWO_THREADS, ...CHECK, '--threads', '2'),
    ];
    const costs = await compare(count, tagged, contestants, READING_BYTES);
    const [one, two] = [costs.get(ONE_THREAD), costs.get(TWO_THREADS)];
    if (one && two)
      console.log(`${(one.ms / two.ms).toFixed(2)} × as fast in two threads as in one`);
  }
}

async function compare(
  count: number,
  tagged: 'lightly' | 'fully',
  contestants: readonly Contestant[],
  yardstick: string,
): Promise<ReadonlyMap<string, Cost>> {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'rapporteur-bench-'));
  try {
    writeBriefs(folder, count, 6000, tagged);
    const costs = await race(contestants, folder, Number(values.rounds));
    for (const [title, cost] of costs) console.log(costLine(title, cost, costs.get(yardstick)));
    return costs;
  } finally {
    fs.rmSync(folder, { recursive: true, force: true });
  }
}
