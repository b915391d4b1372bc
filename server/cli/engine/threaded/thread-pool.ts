import { setImmediate } from 'node:timers/promises';
import { Worker } from 'node:worker_threads';
import { listenForWorkers } from '../../../host/index.js';
import { Failure } from '../../terminal/failure.js';
import type { ResponseTo, WorkerRequest, WorkerResponse, WorkerSetup } from './messages.js';
import { openWorkerTasks, type WorkerTasks } from './worker-tasks.js';

/** The threads that share the work. */
export interface ThreadPool {
  readonly size: number;
  /** Does each task as soon as its thread, or any if it has none, is free. */
  run<T extends Task>(
    tasks: readonly T[],
    onDone: (task: T, response: ResponseOf<T>, thread: number) => void,
  ): Promise<void>;
  /** Sends every thread the same. */
  runOnEach<A extends WorkerRequest>(request: A): Promise<readonly ResponseTo<A['type']>[]>;
  close(): Promise<void>;
}

export interface Task {
  readonly request: WorkerRequest;
  /** The thread that should do it, by number; another does when that one has much else to do. */
  readonly thread?: number;
  /** Nobody else may. */
  readonly bound?: true;
}

type ResponseOf<T extends Task> = ResponseTo<T['request']['type']>;

/** @param threads with 1, all is done in this one and no other is started */
export function startThreadPool(threads: number, setup: WorkerSetup): ThreadPool {
  // They write the cache; a signal may come at any time.
  const stopListening = threads === 1 ? () => undefined : listenForWorkers();
  const pool = Array.from({ length: threads }, () =>
    threads === 1 ? currentThread(setup) : startThread(setup),
  );
  return {
    size: threads,
    async run(tasks, onDone) {
      const waiting = [...tasks];
      await Promise.all(
        pool.map(async (one, thread) => {
          for (let task = takeTask(waiting, thread); task; task = takeTask(waiting, thread)) {
            onDone(task, (await one.run(task.request)) as ResponseOf<typeof task>, thread);
          }
        }),
      );
    },
    runOnEach: (request) => Promise.all(pool.map((one) => one.run(request))),
    async close() {
      await Promise.all(pool.map((one) => one.close())).finally(stopListening);
    },
  };
}

/** Its own first, then what is nobody's, then what another one would do last. */
function takeTask<T extends Task>(waiting: T[], thread: number): T | undefined {
  let at = waiting.findIndex((task) => task.thread === thread);
  if (at < 0) at = waiting.findIndex((task) => task.thread === undefined);
  if (at < 0) at = waiting.findLastIndex((task) => task.bound !== true);
  return at < 0 ? undefined : waiting.splice(at, 1)[0];
}

/**
 * This thread. What it answers is copied as it would be from another one: a few words cut out of a text
 * would keep all of the text in memory.
 */
function currentThread(setup: WorkerSetup): PoolThread {
  const tasks = openWorkerTasks(setup);
  return {
    async run(request) {
      await setImmediate();
      return structuredClone(await tasks.run(request));
    },
    close: async () => undefined,
  };
}

interface PoolThread extends WorkerTasks {
  close(): Promise<unknown>;
}

function startThread(setup: WorkerSetup): PoolThread {
  const worker = new Worker(new URL(WORKER, import.meta.url), { workerData: setup });
  let waits: { done(answer: WorkerResponse): void; failed(reason: Error): void } | undefined;
  let lost: Error | undefined;
  const lose = (reason: Error): void => {
    lost ??= reason;
    waits?.failed(lost);
  };
  worker.on('message', (answer: WorkerResponse) => waits?.done(answer));
  worker.on('error', (error) => lose(failureOf(error)));
  worker.on('messageerror', lose);
  worker.on('exit', (code) =>
    lose(new Failure(`a thread of this check ended too early (${code}).`)),
  );
  return {
    run: (request) =>
      new Promise((done, failed) => {
        waits = { done: done as (answer: WorkerResponse) => void, failed };
        if (lost === undefined) worker.postMessage(request);
        else failed(lost);
      }),
    close: () => worker.terminate(),
  };
}

/** The same name beside the bundle and beside the compiled file. */
const WORKER = './worker.js';

function failureOf(error: Error): Error {
  if ((error as NodeJS.ErrnoException).code !== 'ERR_WORKER_OUT_OF_MEMORY') return error;
  return new Failure(
    'there was not enough memory for this check. Use fewer threads (--threads 1), check a part at a time (--shard 1/4), or give Node more memory (NODE_OPTIONS=--max-old-space-size=8192).',
  );
}
