import type { ExitStatus, Invocation } from '../invocation/command.js';
import type { Plan } from '../plan/plan.js';
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
  let watchSet = provisionalWatchSet(invocation, plan);
  let watcher: Watcher | undefined;
  let changed: ReadonlySet<string> | 'stopped' = new Set();
  try {
    while (changed !== 'stopped') {
      const since = Date.now();
      const check = await captureCheck(invocation);
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
      changed = await Promise.race([watcher.next(), stopped]);
    }
  } finally {
    // Whatever went wrong: files that are still watched keep the process going.
    await watcher?.close();
  }
  return 0;
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
