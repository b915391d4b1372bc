import { parentPort, workerData } from 'node:worker_threads';
import type { WorkerRequest, WorkerSetup } from './messages.js';
import { openWorkerTasks } from './worker-tasks.js';

// One of several threads that share a check: it does what it is told, one thing at a time.
const tasks = openWorkerTasks(workerData as WorkerSetup);

parentPort?.on('message', async (request: WorkerRequest) => {
  parentPort?.postMessage(await tasks.run(request));
});
