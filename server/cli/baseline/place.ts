import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { BASELINE_NAME } from '../../core/index.js';
import type { BaselineChoice } from '../check/baselines.js';
import type { Linted } from '../engine/job.js';

/** Where the baseline of a workspace lies, or is to lie. Absolute. */
export interface BaselinePlace {
  readonly path: string;
  /** Whether somebody named it: then it has to be there. */
  readonly isNamed: boolean;
}

/** `undefined` where there is none to be had. */
export function placeOfBaseline(
  { root, settings }: Pick<Linted, 'root' | 'settings'>,
  { file, writing }: BaselineChoice,
  cwd: string,
): BaselinePlace | undefined {
  if (file === 'none') return undefined;
  if (file !== undefined) return { path: resolve(cwd, file), isNamed: true };
  if (settings.baseline !== undefined) {
    return { path: resolve(root.folder, settings.baseline), isNamed: true };
  }
  const path = join(root.folder, BASELINE_NAME);
  return writing === 'renewed' || existsSync(path) ? { path, isNamed: false } : undefined;
}
