import { isThere } from '../../host/index.js';
import type { ExitStatus, Invocation } from '../invocation/command.js';
import type { Plan } from '../plan/plan.js';
import { shownPath } from '../report/places.js';
import { escapePath } from '../terminal/escape-controls.js';
import type { Io } from '../terminal/io.js';
import { captureCheck, provisionalWatchSet, withConfigFiles } from './captured-check.js';
import { screenOn } from './screen.js';
import { isConfigFile, type WatchSet } from './watch-set.js';
import { type Watcher, watcherOn } from './watcher.js';

/**
 * Checks, and again after each change, until someone presses Ctrl+C. Who does so has read the report:
 * the exit status is 0, whatever was found.
 */
export async function watch(invocation: Invocation, plan: Plan): Promise<ExitStatus> {
  const { io } = invocation;
  const screen = screenOn(io);
  const stopped = interruption();
  const gone = disappearance(() => lostFolder(watchSet));
  let watchSet = provisionalWatchSet(invocation, plan);
  let watcher: Watcher | undefined;
  let changed: ReadonlySet<string> | 'stopped' | Gone = new Set();
  try {
    while (typeof changed !== 'string' && !('folder' in changed)) {
      const since = Date.now();
      const check = await captureCheck(invocation);
      // Before the set of what is watched follows: a check of nothing knows of no folder.
      const lost = lostFolder(watchSet);
      if (lost !== undefined) {
        changed = lost;
        break;
      }
      screen.show(check, changed);
      // Nobody reads any more.
      if ((await io.stdout.drained?.()) === 'gone') break;
      const next = check.watchSet ?? withConfigFiles(watchSet, invocation, plan);
      const stale = isStale(watchSet, next, changed);
      watchSet = next;
      if (watcher === undefined || stale) {
        await watcher?.close();
        watcher = await watcherOn(watchSet, { since, onFault: faultReporter(io) });
      }
      screen.watching(watcher.count());
      changed = await Promise.race([watcher.next(), stopped, gone.noticed]);
    }
  } finally {
    // Whatever went wrong: files that are still watched keep the process going.
    gone.stop();
    await watcher?.close();
  }
  if (typeof changed === 'string' || !('folder' in changed)) return 0;
  const shown = escapePath(shownPath(changed.folder, io.cwd));
  io.stderr.write(
    `rapporteur: the folder ${shown} was moved or deleted. Start the check again where it is now.\n`,
  );
  return 2;
}

/** A folder that is no longer where it was. */
interface Gone {
  readonly folder: string;
}

function lostFolder({ workspaces }: WatchSet): Gone | undefined {
  const folder = workspaces.map(({ root }) => root.folder).find((each) => !isThere(each));
  return folder === undefined ? undefined : { folder };
}

/** How often folders are looked for, in milliseconds: nothing tells of it when the topmost goes. */
const LOOK_MS = 500;

/** Looks for folders until one is gone; that also keeps the process going when nothing is left to watch. */
function disappearance(lost: () => Gone | undefined): {
  readonly noticed: Promise<Gone>;
  stop(): void;
} {
  let timer: NodeJS.Timeout | undefined;
  const noticed = new Promise<Gone>((resolve) => {
    timer = setInterval(() => {
      const folder = lost();
      if (folder !== undefined) resolve(folder);
    }, LOOK_MS);
  });
  return { noticed, stop: () => clearInterval(timer) };
}

/** Whether other files are to be watched than before. */
function isStale(before: WatchSet, now: WatchSet, changed: ReadonlySet<string>): boolean {
  if (before.workspaces.length !== now.workspaces.length) return true;
  if ([...changed].some((path) => isConfigFile(path, before))) return true;
  return [...now.files].some((file) => !before.files.has(file));
}

function interruption(): Promise<'stopped'> {
  return new Promise((stop) => process.once('SIGINT', () => stop('stopped')));
}

/** Said once: a thousand files that cannot be watched have one reason. */
function faultReporter(io: Io): (error: NodeJS.ErrnoException) => void {
  const reported = new Set<string | undefined>();
  return (error) => {
    if (reported.has(error.code)) return;
    reported.add(error.code);
    io.stderr.write(`rapporteur: not every file can be watched: ${reasonOf(error)}.\n`);
  };
}

function reasonOf({ code, message }: NodeJS.ErrnoException): string {
  if (code === 'ENOSPC') {
    return 'the system cannot watch more files for you. Raise fs.inotify.max_user_watches';
  }
  if (code === 'EMFILE') return 'too many files are open. Raise the limit (ulimit -n)';
  return message;
}
