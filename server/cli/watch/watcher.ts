import type { FSWatcher } from 'chokidar';
import { isWithin } from '../../host/index.js';
import { type FileType, type WatchSet, watchFilter } from './watch-set.js';

/** Reports changes to what a watch set names. */
export interface Watcher {
  /** What changed, once nothing has for a moment. */
  next(): Promise<ReadonlySet<string>>;
  /** How many files are watched. */
  count(): number;
  close(): Promise<void>;
}

export interface WatcherOptions {
  /** In milliseconds: files that changed after it count as changed already. */
  readonly since: number;
  readonly onFault: (error: NodeJS.ErrnoException) => void;
}

/** An editor saves several files one after the other, and some in several steps. */
const QUIET_MS = 100;

/** Begins to watch; done when all is watched. */
export async function watcherOn(
  watchSet: WatchSet,
  { since, onFault }: WatcherOptions,
): Promise<Watcher> {
  const watcher = await start(watchSet);
  const files = new Set<string>();
  const changes = changeBuffer();
  watcher.on('all', (event, path, stats) => {
    if (event === 'addDir' || event === 'unlinkDir') return;
    if (event === 'unlink') files.delete(path);
    else files.add(path);
    if (event !== 'add' || ready || (stats !== undefined && stats.ctimeMs >= since)) {
      changes.add(path);
    }
  });
  watcher.on('error', (error) => onFault(error as NodeJS.ErrnoException));
  let ready = false;
  await new Promise<void>((done) => watcher.once('ready', done));
  ready = true;
  return { next: changes.next, count: () => files.size, close: () => watcher.close() };
}

/** Read only here: no other run needs it, and each module read costs time at the start. */
async function start(watchSet: WatchSet): Promise<FSWatcher> {
  const { watch } = await import('chokidar');
  const watches = watchFilter(watchSet);
  const folders = watchSet.workspaces.map(({ root }) => root.folder);
  // Files in the folders are come by: named a second time, they would make it ready too early.
  const apart = [...watchSet.files].filter(
    (file) => !folders.some((folder) => isWithin(file, folder)),
  );
  return watch([...folders, ...apart], {
    followSymlinks: false,
    alwaysStat: true,
    ignorePermissionErrors: true,
    ignored: (path, stats) => {
      const kind: FileType =
        stats === undefined ? 'unknown' : stats.isDirectory() ? 'folder' : 'file';
      return !watches(path, kind);
    },
  });
}

interface ChangeBuffer {
  add(path: string): void;
  next(): Promise<ReadonlySet<string>>;
}

function changeBuffer(): ChangeBuffer {
  let paths = new Set<string>();
  let timer: NodeJS.Timeout | undefined;
  let wake: (() => void) | undefined;
  const settle = (): void => {
    timer = undefined;
    wake?.();
  };
  return {
    add(path) {
      paths.add(path);
      clearTimeout(timer);
      timer = setTimeout(settle, QUIET_MS);
    },
    async next() {
      if (paths.size === 0 || timer !== undefined) {
        await new Promise<void>((done) => {
          wake = done;
        });
      }
      wake = undefined;
      const changed = paths;
      paths = new Set();
      return changed;
    },
  };
}
