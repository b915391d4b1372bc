import { createNew, readPath, writeAtomically, writeFaultOf } from '../../host/index.js';
import { escapePath } from '../terminal/escape-controls.js';
import { Failure } from '../terminal/failure.js';
import type { FileChange } from './annotation-changes.js';

/**
 * Writes all of the files or none: each is what was read before any is written, and what was written goes back
 * when a later one cannot be. New files come last, so that none has to be taken away again.
 * @throws Failure when nothing was changed
 */
export function saveChanges(changes: readonly FileChange[], cwd: string): void {
  const ordered = [...changes].sort(
    (a, b) => Number(a.before === undefined) - Number(b.before === undefined),
  );
  const marks = ordered.map((change) => markOf(change));
  const written: FileChange[] = [];
  for (const [at, change] of ordered.entries()) {
    try {
      write(change, marks[at] ?? '', cwd);
      written.push(change);
    } catch (error) {
      const left = written.filter((done, index) => !putBack(done, marks[index] ?? '', cwd));
      const files = left.map(({ file }) => escapePath(file)).join(', ');
      throw new Failure(
        `${escapePath(change.file)} could not be written: ${writeFaultOf(error as NodeJS.ErrnoException)}. ${
          left.length === 0
            ? 'Nothing was changed.'
            : `These were changed, and could not be put back as they were: ${files}.`
        }`,
      );
    }
  }
}

/** Whether a file that was written is again what it was. */
function putBack({ path, before = '' }: FileChange, mark: string, cwd: string): boolean {
  try {
    writeAtomically(path, `${mark}${before}`, cwd);
    return true;
  } catch {
    return false;
  }
}

function write({ path, before, after }: FileChange, mark: string, cwd: string): void {
  if (before !== undefined) {
    writeAtomically(path, `${mark}${after}`, cwd);
    return;
  }
  if (!createNew(path, after, cwd)) throw Object.assign(new Error(path), { code: 'EEXIST' });
}

/** The byte order mark of a file that still is what was read. */
function markOf({ path, file, before }: FileChange): string {
  const reading = readPath(path);
  if (before === undefined) {
    if (reading.type === 'fault') return '';
    throw new Failure(
      `${escapePath(file)} was made by somebody else in the meantime. Nothing was changed.`,
    );
  }
  if (reading.type === 'fault')
    throw new Failure(
      `${escapePath(file)} could not be read: ${reading.fault.reason}. Nothing was changed.`,
    );
  if (reading.encoding !== undefined)
    throw new Failure(
      `${escapePath(file)} is not in UTF-8. Save it as UTF-8 first. Nothing was changed.`,
    );
  if (reading.text !== before)
    throw new Failure(
      `${escapePath(file)} was changed by somebody else in the meantime. Nothing was changed.`,
    );
  return reading.bom ? '\ufeff' : '';
}
