import { parentPort, workerData } from 'node:worker_threads';
import { openBench } from './bench.js';
import type { Ask, Setting } from './messages.js';

// One of several threads that share a check: it does what it is asked, one thing at a time.
const bench = openBench(workerData as Setting);

parentPort?.on('message', async (ask: Ask) => {
  parentPort?.postMessage(await bench.ask(ask));
});
