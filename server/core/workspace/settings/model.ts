import type { Level } from './levels.js';
import { SETTINGS, type SettingValues } from './list.js';

/** What `rapporteur.yaml` says, with defaults filled in. Plain data: it goes to the workers. */
export interface Settings extends Omit<SettingValues, 'root' | 'extends' | 'rules'> {
  /** `rules`, by name: those whose level is not their own. What differs in some files: `levelsAt`. */
  readonly levels: ReadonlyMap<string, Level>;
  /** What the configurations of folders below leave out there. */
  readonly ignoredBelow: readonly IgnoredBelow[];
}

export interface IgnoredBelow {
  /** The folder the globs start at, below the root. */
  readonly below: string;
  readonly globs: readonly string[];
}

export const DEFAULT_SETTINGS: Settings = settingsOf({}, []);

/** What counts where this is said. */
export function settingsOf(
  said: Partial<SettingValues>,
  ignoredBelow: readonly IgnoredBelow[],
): Settings {
  const defaults = Object.fromEntries(SETTINGS.map((one) => [one.key, one.default]));
  const {
    root: _root,
    extends: _extends,
    rules,
    ...others
  } = { ...(defaults as SettingValues), ...said };
  return { ...others, levels: rules, ignoredBelow };
}
