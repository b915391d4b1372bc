import type { CheckedFile } from '../formats/lint-run.js';
import type { FileSink } from './job.js';

/** What is done with files as they are linted, in whatever order. */
export interface FileTaker {
  /** Lint them in this order, and fewest have to wait. */
  readonly order: readonly string[];
  /** Done when it, and all that it let through, has been taken: whoever has the time waits for that; what goes wrong is thrown by `all` as well. */
  take(file: CheckedFile): Promise<void>;
  /** What is kept of all of them, once each has been taken. */
  all(): Promise<readonly CheckedFile[]>;
}

/**
 * Hands files to a sink in order of their paths, each as soon as all before it have been; without one they are only
 * gathered.
 * @param names of all that will be taken, as they are shown
 */
export async function takeFiles(
  sink: FileSink | undefined,
  workspace: Parameters<FileSink['begin']>[0],
  names: readonly string[],
): Promise<FileTaker> {
  const order = [...names].sort();
  const isWanted = sink !== undefined && (await sink.begin(workspace, order));
  if (!isWanted) return gathering(names);
  const files: CheckedFile[] = [];
  const early = new Map<string, CheckedFile>();
  let next = 0;
  let taken = Promise.resolve();
  const pass = async (file: CheckedFile): Promise<void> => {
    files.push(await sink.take(file));
  };
  return {
    order,
    async take(file) {
      early.set(file.file, file);
      for (let one = early.get(order[next] ?? ''); one; one = early.get(order[next] ?? '')) {
        const ready = one;
        early.delete(ready.file);
        next += 1;
        taken = taken.then(() => pass(ready));
      }
      await taken;
    },
    async all() {
      await taken;
      return files;
    },
  };
}

function gathering(order: readonly string[]): FileTaker {
  const files: CheckedFile[] = [];
  return {
    order,
    async take(file) {
      files.push(file);
    },
    all: async () => files,
  };
}
