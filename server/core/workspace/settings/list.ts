import { baseline, failOn, maxWarnings } from './check.js';
import { defaultDue } from './default-due.js';
import { briefs, ignore, registries } from './files.js';
import { extended, root } from './inheritance.js';
import { kinds } from './kinds.js';
import { overrides, rules } from './levels.js';
import { scales } from './scales.js';
import type { Setting } from './setting.js';
import { suggest } from './suggest.js';

/** The settings, in the order in which they are best written. */
export const SETTINGS = [
  root,
  extended,
  briefs,
  registries,
  ignore,
  rules,
  overrides,
  kinds,
  scales,
  defaultDue,
  suggest,
  failOn,
  maxWarnings,
  baseline,
] as const satisfies readonly Setting[];

type Listed = (typeof SETTINGS)[number];

/** What each setting holds, by its key. */
export type SettingValues = {
  readonly [One in Listed as One['key']]: One extends Setting<string, infer T> ? T : never;
};
