import { chmodSync, realpathSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';

/**
 * Puts `text` in place of a file's content, whole or not at all: written beside it, then renamed over
 * it. The file's mode is kept; of a link, the file it leads to is written.
 * @throws what the file system says; then the file is as it was.
 */
export function writeAtomically(path: string, text: string): void {
  const real = realpathSync(path);
  const { mode } = statSync(real);
  const beside = join(dirname(real), `.${basename(real)}.${process.pid}.tmp`);
  try {
    writeFileSync(beside, text, { flag: 'wx', flush: true });
    chmodSync(beside, mode);
    renameSync(beside, real);
  } catch (error) {
    rmSync(beside, { force: true });
    throw error;
  }
}
