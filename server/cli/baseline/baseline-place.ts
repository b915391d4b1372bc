import { resolve } from 'node:path';
import { BASELINE_NAME } from '../../core/index.js';
import { isThere } from '../../host/index.js';
import type { LintedWorkspace } from '../engine/job.js';
import type { BaselineChoice } from '../plan/baseline-options.js';

/** Where the baseline of a workspace lies, or is to lie. Absolute. */
export interface BaselinePlace {
  readonly path: string;
  /** Whether somebody named it: then it has to be there. */
  readonly isNamed: boolean;
}

/** Whether or not it is there; `undefined`: no baseline is wanted. */
export function placeOfBaseline(
  { root, settings }: Pick<LintedWorkspace, 'root' | 'settings'>,
  { file }: BaselineChoice,
  cwd: string,
): BaselinePlace | undefined {
  if (file === 'none') return undefined;
  if (file !== undefined) return { path: resolve(cwd, file), isNamed: true };
  const path = resolve(root.folder, settings.baseline ?? BASELINE_NAME);
  return { path, isNamed: settings.baseline !== undefined };
}

/** `undefined` also where nobody named one and none is there, nor to be written. */
export function baselineInUse(
  one: Pick<LintedWorkspace, 'root' | 'settings'>,
  choice: BaselineChoice,
  cwd: string,
): BaselinePlace | undefined {
  const place = placeOfBaseline(one, choice, cwd);
  if (place === undefined) return undefined;
  const isWanted = place.isNamed || choice.writing === 'renewed';
  return isWanted || isThere(place.path) ? place : undefined;
}
