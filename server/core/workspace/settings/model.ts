import type { Kind } from '../../brief/index.js';
import type { Span } from '../../text/index.js';

/** From the gravest. */
export const SEVERITIES = ['error', 'warning', 'info', 'hint'] as const;
export const LEVELS = ['error', 'warning', 'info', 'hint', 'off'] as const;

export type Severity = (typeof SEVERITIES)[number];
export type Level = (typeof LEVELS)[number];

/** From which level on a check fails. */
export const FAIL_LEVELS = ['error', 'warning', 'info', 'hint', 'never'] as const;

/** What `rapporteur.yaml` says, with defaults filled in. Plain data: it goes to the workers. */
export interface Settings {
  /** Globs of the files that are briefs; `undefined`: those that hold a tag. */
  readonly briefs: readonly string[] | undefined;
  readonly registries: readonly string[];
  readonly ignore: readonly string[];
  /** What the configurations of folders below leave out there. */
  readonly ignoredBelow: readonly IgnoredBelow[];
  /** Rules whose level is not their own. */
  readonly levels: ReadonlyMap<string, Level>;
  /** What differs in some files; of several that speak of a rule the last counts. See `levelsAt`. */
  readonly overrides: readonly Override[];
  /** With their own attributes only; `vocabularyOf` adds the common ones. */
  readonly kinds: readonly Kind[];
  readonly failOn: (typeof FAIL_LEVELS)[number];
  /** More open warnings than this fail a check; `undefined`: any number is borne. */
  readonly maxWarnings: number | undefined;
  /** The file that names the findings which are known and bear with; a path below the root. */
  readonly baseline: string | undefined;
}

/** Levels for the files that one of the globs matches, and none of `except`. */
export interface Override {
  /** The folder the globs start at, below the root; without it they start at the root. */
  readonly below?: string;
  readonly files: readonly string[];
  readonly except: readonly string[];
  readonly levels: ReadonlyMap<string, Level>;
}

export interface IgnoredBelow {
  /** The folder the globs start at, below the root. */
  readonly below: string;
  readonly globs: readonly string[];
}

export const DEFAULT_SETTINGS: Settings = {
  briefs: undefined,
  registries: ['**/registry.yaml', '**/registry/**/*.yaml', '**/*.registry.yaml'],
  ignore: [],
  ignoredBelow: [],
  levels: new Map(),
  overrides: [],
  kinds: [],
  failOn: 'error',
  maxWarnings: undefined,
  baseline: undefined,
};

/** A mistake in the settings; each keeps the tool from doing what was asked, so all are errors. */
export interface SettingsFault {
  /** In the text of the settings file. */
  readonly span: Span;
  readonly message: string;
  readonly severity: 'error';
}
