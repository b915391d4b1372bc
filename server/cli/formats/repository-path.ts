import { posix } from 'node:path';
import type { LintRun } from './lint-run.js';

/**
 * A file's path from the top of the repository, where platforms look for it: without `./`, and with
 * `../` only where it lies outside.
 */
export function repositoryPath(file: string, { prefix }: Pick<LintRun, 'prefix'>): string {
  const isAbsolute = file.startsWith('/') || /^[A-Za-z]:\//.test(file);
  return isAbsolute ? file : posix.normalize(`${prefix}${file}`);
}
