// Markdown without a tag, as most of a repository is: a check of all of it, with other linters and with a
// process that does nothing but read the bytes; and the language server on it. `npm run bench ordinary
// [--corpus folder …] [--files 100,1000,4000,20000] [--rounds 5]`.
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { performance } from 'node:perf_hooks';
import { parseArgs } from 'node:util';
import { startEditor } from '../support/editor.js';
import { costLine, heldBy, node, READING_BYTES, race, readingBytes } from '../support/measure.js';
import { peerLinters } from '../support/peers.js';
import { writeOrdinary } from '../support/write-ordinary.js';

const { values } = parseArgs({
  allowPositionals: true,
  options: {
    corpus: { type: 'string', multiple: true, default: [] },
    files: { type: 'string', default: '100,1000,4000,20000' },
    rounds: { type: 'string', default: '5' },
  },
});
const BYTES = 6000;
const ROUNDS = Number(values.rounds);

const OURS = [path.resolve('dist', 'cli.js'), 'check', '--allow-empty', '--today', '2025-11-01'];
const peers = peerLinters();

for (const folder of values.corpus) await compare(path.resolve(folder), folder);
if (values.corpus.length === 0) {
  for (const count of values.files.split(',').map(Number)) {
    const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'rapporteur-ordinary-'));
    try {
      const bytes = writeOrdinary(folder, count, BYTES);
      await compare(folder, `${count} files, ${(bytes / 1e6).toFixed(1)} MB`);
    } finally {
      fs.rmSync(folder, { recursive: true, force: true });
    }
  }
}

async function compare(folder: string, title: string): Promise<void> {
  console.log(`\n${title}`);
  const contestants = [readingBytes(), node('rapporteur check', ...OURS), ...peers];
  const costs = await race(contestants, folder, ROUNDS);
  const yardstick = costs.get(READING_BYTES);
  for (const [name, cost] of costs) console.log(costLine(name, cost, yardstick));
  await openFolder(folder);
}

/** Until everything is read: a search over all of it has to wait for that. */
async function openFolder(folder: string): Promise<void> {
  const empty = fs.mkdtempSync(path.join(os.tmpdir(), 'rapporteur-empty-'));
  const idle = await serverOn(empty);
  const full = await serverOn(folder);
  fs.rmSync(empty, { recursive: true, force: true });
  const more = `${(full.megabytes - idle.megabytes).toFixed(0)} MB more than on an empty folder`;
  console.log(`language server: ready after ${full.ms.toFixed(0)} ms, ${more}`);
}

async function serverOn(folder: string): Promise<{ ms: number; megabytes: number }> {
  const start = performance.now();
  const editor = await startEditor({}, { rootPath: folder, folders: [] });
  await editor.connection.sendRequest('workspace/diagnostic', { previousResultIds: [] });
  const ms = performance.now() - start;
  const megabytes = heldBy(editor.server.pid);
  await editor.close();
  return { ms, megabytes };
}
