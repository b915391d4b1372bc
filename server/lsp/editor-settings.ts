import { LEVELS, parseDay, RULES } from '../core/index.js';

/**
 * One setting of the section `rapporteur`. The manifest and the guide are made from these objects, and
 * the server reads by them what an editor has set.
 */
export interface EditorSetting<T = unknown> {
  /** After `rapporteur.`: `codeLens.enabled`. */
  readonly name: string;
  /** JSON Schema of its value, without words. */
  readonly schema: Readonly<Record<string, unknown>> & { readonly default: T };
  /** What it does, in a sentence or two of Markdown. */
  readonly words: string;
  /** What each value of an `enum` means, in its order. */
  readonly choices?: readonly string[];
  /** `machine-overridable`: a workspace that is not trusted cannot set it. */
  readonly scope?: 'window' | 'machine-overridable';
  /** What the server takes of what was sent; `undefined`: nothing that it can use, so the default counts. */
  read(sent: unknown): T | undefined;
}

/** What an editor has set; every value is one that can be used. */
export interface EditorSettings {
  get<T>(setting: EditorSetting<T>): T;
}

/**
 * The settings in whatever an editor sent for the section `rapporteur`: null, nothing, or an object of
 * any shape. What cannot be used has its default; nothing throws.
 */
export function readEditorSettings(section: unknown): EditorSettings {
  return {
    get: ({ name, schema, read }) =>
      read(name.split('.').reduce(member, section)) ?? schema.default,
  };
}

/** By the name of a rule. */
export const ruleLevels: EditorSetting<Readonly<Record<string, string>>> = {
  name: 'rules',
  schema: { type: 'object', default: {}, additionalProperties: false },
  words:
    'Levels of rules in this editor. If `rapporteur.yaml` sets a rule, that level is used, so that the editor and the check report the same. Set levels for everyone in `rapporteur.yaml`.',
  read: levelsIn,
};

export const diagnosticsScope: EditorSetting<string> = {
  name: 'diagnostics.scope',
  ...oneOf(['workspace', 'openFiles'], 'workspace'),
  words: 'The files whose findings are shown in Problems.',
  choices: ['All briefs and registries.', 'Only files that are open in an editor.'],
};

export const inlayNames: EditorSetting<boolean> = {
  name: 'inlayHints.names',
  ...flag(true),
  words:
    'Show who is meant after a mention whose words are not a name, such as “the minister”, unless the id in its braces says so.',
};

export const inlayHolders: EditorSetting<boolean> = {
  name: 'inlayHints.holders',
  ...flag(false),
  words: 'Show who holds an office at the date of the brief.',
};

export const inlayDates: EditorSetting<boolean> = {
  name: 'inlayHints.dates',
  ...flag(false),
  words: 'Show which day is meant after a date or a deadline that does not name the day.',
};

export const codeLensEnabled: EditorSetting<boolean> = {
  name: 'codeLens.enabled',
  ...flag(true),
  words:
    'Show a line above each definition and commitment in registries: how often it is mentioned, and its status.',
};

export const codeLensInBriefs: EditorSetting<boolean> = {
  name: 'codeLens.briefs',
  ...flag(false),
  words: 'Show these lines in briefs too. They move the text below them.',
};

export const outlineHeadings: EditorSetting<boolean> = {
  name: 'outline.headings',
  ...flag(true),
  words:
    'List the headings of a brief in the outline of Rapporteur. Turn it off where the editor lists them itself: commitments, updates and definitions are then listed alone.',
};

export const suggestHints: EditorSetting<boolean> = {
  name: 'suggest.hints',
  ...flag(false),
  words:
    'Show as hints in open briefs which names, dates and promises could be tagged. A level of `untagged-mention` or `untagged-commitment` in `rapporteur.yaml` counts in its place.',
};

export const keepsWorkspaces: EditorSetting<boolean> = {
  name: 'cache',
  ...flag(true),
  words:
    'Keep what was read and found in a large folder (1 MB of text or more) in your own cache folder, where nobody else can read it, so that it opens faster the next time. Turn this off if texts must not be copied on this computer: what was kept of the open folders is then deleted.',
};

/** YYYY-MM-DD, or empty: the date of today. */
export const today: EditorSetting<string> = {
  name: 'today',
  schema: {
    type: 'string',
    default: '',
    pattern: '^(\\d{4}-\\d{2}-\\d{2})?$',
    patternErrorMessage: 'Write a day as 2025-10-31, or nothing.',
  },
  words:
    'The day that counts as today, such as `2025-10-31`, for example the day of an old brief. Empty: today.',
  read: (sent) => (typeof sent === 'string' && parseDay(sent) !== undefined ? sent : undefined),
};

/** For the client alone, as is `trace.server`. */
const checkCommand: EditorSetting<string> = {
  name: 'check.command',
  schema: { type: 'string', default: '' },
  words:
    'What the task `rapporteur: check` runs in a terminal, such as `npx rapporteur check`. Empty: the check of the editor itself, which needs no installation. It is also used where there is no shell, as in a browser.',
  scope: 'machine-overridable',
  read: (sent) => (typeof sent === 'string' ? sent : undefined),
};

/** For the client alone. */
const importComments: EditorSetting<string> = {
  name: 'import.comments',
  ...oneOf(['named', 'nameless', 'none'], 'named'),
  words: 'The comments of documents that are pasted as Markdown or imported.',
  choices: [
    'Keep them as comments of Markdown, with the names of those who wrote them.',
    'Keep them without the names.',
    'Leave them out.',
  ],
};

const traceServer: EditorSetting<string> = {
  name: 'trace.server',
  ...oneOf(['off', 'messages', 'compact', 'verbose'], 'off'),
  words:
    'How much of the messages between the editor and the server is written to the log. Useful for bug reports.',
  choices: [
    'Nothing.',
    'Only the names of messages.',
    'Each message on one line.',
    'Full messages.',
  ],
};

/** In the order in which they are shown. */
export const EDITOR_SETTINGS: readonly EditorSetting[] = [
  ruleLevels,
  diagnosticsScope,
  inlayNames,
  inlayHolders,
  inlayDates,
  codeLensEnabled,
  codeLensInBriefs,
  outlineHeadings,
  suggestHints,
  keepsWorkspaces,
  today,
  importComments,
  checkCommand,
  traceServer,
];

function flag(unset: boolean): Pick<EditorSetting<boolean>, 'schema' | 'read'> {
  return {
    schema: { type: 'boolean', default: unset },
    read: (sent) => (typeof sent === 'boolean' ? sent : undefined),
  };
}

function oneOf(
  values: readonly string[],
  unset: string,
): Pick<EditorSetting<string>, 'schema' | 'read'> {
  return {
    schema: { type: 'string', enum: values, default: unset },
    read: (sent) => values.find((value) => value === sent),
  };
}

function levelsIn(sent: unknown): Readonly<Record<string, string>> {
  const known = RULES.flatMap(({ name }) => {
    const level = member(sent, name);
    return LEVELS.some((each) => each === level) ? [[name, level as string]] : [];
  });
  return Object.fromEntries(known) as Readonly<Record<string, string>>;
}

/** An own property of an object; of anything else, nothing. */
function member(value: unknown, name: string): unknown {
  if (typeof value !== 'object' || value === null || !Object.hasOwn(value, name)) return undefined;
  return (value as Readonly<Record<string, unknown>>)[name];
}
