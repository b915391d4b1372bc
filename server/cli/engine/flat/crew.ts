import { setImmediate } from 'node:timers/promises';
import { Worker } from 'node:worker_threads';
import { listenForWorkers } from '../../../host/index.js';
import { Failure } from '../../failure.js';
import { type Bench, openBench } from './bench.js';
import type { Answer, AnswerTo, Ask, Setting } from './messages.js';

/** The threads that share the work. */
export interface Crew {
  readonly size: number;
  /** Does each task as soon as its thread, or any if it has none, is free. */
  share<T extends Task>(
    tasks: readonly T[],
    onDone: (task: T, answer: AnswerOf<T>, thread: number) => void,
  ): Promise<void>;
  /** Asks every thread the same. */
  all<A extends Ask>(ask: A): Promise<readonly AnswerTo<A['type']>[]>;
  close(): Promise<void>;
}

export interface Task {
  readonly ask: Ask;
  /** The thread that should do it, by number; another does when that one has much else to do. */
  readonly thread?: number;
  /** Nobody else may. */
  readonly bound?: true;
}

type AnswerOf<T extends Task> = AnswerTo<T['ask']['type']>;

/** @param threads with 1, all is done in this one and no other is started */
export function startCrew(threads: number, setting: Setting): Crew {
  // They write the cache; a signal may come at any time.
  const stopListening = threads === 1 ? () => undefined : listenForWorkers();
  const members = Array.from({ length: threads }, () =>
    threads === 1 ? soleMember(setting) : startMember(setting),
  );
  return {
    size: threads,
    async share(tasks, onDone) {
      const waiting = [...tasks];
      await Promise.all(
        members.map(async (member, thread) => {
          for (let task = next(waiting, thread); task; task = next(waiting, thread)) {
            onDone(task, (await member.ask(task.ask)) as AnswerOf<typeof task>, thread);
          }
        }),
      );
    },
    all: (ask) => Promise.all(members.map((member) => member.ask(ask))),
    async close() {
      await Promise.all(members.map((member) => member.close())).finally(stopListening);
    },
  };
}

/** Its own first, then what is nobody's, then what another one would do last. */
function next<T extends Task>(waiting: T[], thread: number): T | undefined {
  let at = waiting.findIndex((task) => task.thread === thread);
  if (at < 0) at = waiting.findIndex((task) => task.thread === undefined);
  if (at < 0) at = waiting.findLastIndex((task) => task.bound !== true);
  return at < 0 ? undefined : waiting.splice(at, 1)[0];
}

/**
 * This thread. What it answers is copied as it would be from another one: a few words cut out of a text
 * would keep all of the text in memory.
 */
function soleMember(setting: Setting): Member {
  const bench = openBench(setting);
  return {
    async ask(ask) {
      await setImmediate();
      return structuredClone(await bench.ask(ask));
    },
    close: async () => undefined,
  };
}

interface Member extends Bench {
  close(): Promise<unknown>;
}

function startMember(setting: Setting): Member {
  const worker = new Worker(new URL(WORKER, import.meta.url), { workerData: setting });
  let waits: { done(answer: Answer): void; failed(reason: Error): void } | undefined;
  let lost: Error | undefined;
  const lose = (reason: Error): void => {
    lost ??= reason;
    waits?.failed(lost);
  };
  worker.on('message', (answer: Answer) => waits?.done(answer));
  worker.on('error', (error) => lose(failureOf(error)));
  worker.on('messageerror', lose);
  worker.on('exit', (code) =>
    lose(new Failure(`a thread of this check ended too early (${code}).`)),
  );
  return {
    ask: (ask) =>
      new Promise((done, failed) => {
        waits = { done: done as (answer: Answer) => void, failed };
        if (lost === undefined) worker.postMessage(ask);
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
    'there was not enough memory for this check. Take fewer threads (--threads 1), check a part at a time (--shard 1/4), or give Node more memory (NODE_OPTIONS=--max-old-space-size=8192).',
  );
}
