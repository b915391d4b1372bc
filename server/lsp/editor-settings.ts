import { LEVELS, parseDay, RULES, type Rule } from '../core/index.js';
import type { EditorSettings } from './protocol.js';

/** One setting of the section `rapporteur`; the manifest and the guide are made from these. */
export interface EditorSetting {
  /** After `rapporteur.`: `codeLens.enabled`. */
  readonly name: string;
  /** JSON Schema of its value, without words. */
  readonly schema: Readonly<Record<string, unknown>> & { readonly default: unknown };
  /** What it does, in a sentence or two of Markdown. */
  readonly words: string;
  /** What each value of an `enum` means, in its order. */
  readonly choices?: readonly string[];
  /** `machine-overridable`: a workspace that is not trusted cannot set it. */
  readonly scope?: 'window' | 'machine-overridable';
}

export const EDITOR_SETTINGS: readonly EditorSetting[] = [
  {
    name: 'rules',
    schema: { type: 'object', default: {}, additionalProperties: false },
    words:
      'Levels of rules for this editor. `rapporteur.yaml` wins where it names a rule, so that the editor and a check elsewhere say the same of the same files; put there what everyone should see.',
  },
  {
    name: 'diagnostics.scope',
    schema: { type: 'string', enum: ['workspace', 'openFiles'], default: 'workspace' },
    words: 'Of which files findings are shown in Problems.',
    choices: ['Of every brief and registry.', 'Of the files that are open in an editor.'],
  },
  {
    name: 'inlayHints.names',
    schema: { type: 'boolean', default: true },
    words: 'Say who is meant after a mention whose words are not a name, such as “the minister”.',
  },
  {
    name: 'inlayHints.holders',
    schema: { type: 'boolean', default: false },
    words: "Say who holds an office at the brief's date.",
  },
  {
    name: 'inlayHints.dates',
    schema: { type: 'boolean', default: false },
    words: 'Say which day is meant after a date or a deadline that leaves it to be worked out.',
  },
  {
    name: 'codeLens.enabled',
    schema: { type: 'boolean', default: true },
    words:
      'Show a line above each definition and commitment: how often it is mentioned, what became of it.',
  },
  {
    name: 'today',
    schema: {
      type: 'string',
      default: '',
      pattern: '^(\\d{4}-\\d{2}-\\d{2})?$',
      patternErrorMessage: 'Write a day as 2025-10-31, or nothing.',
    },
    words:
      'The day by which “overdue” is judged, as `2025-10-31`. Empty: today. For reading old briefs as of their own time.',
  },
  {
    name: 'check.command',
    schema: { type: 'string', default: '' },
    words:
      'What the task `rapporteur: check` runs in a terminal, such as `npx rapporteur check`. Empty: the check of the editor itself, which needs nothing installed; so also where there is no shell, as in a browser.',
    scope: 'machine-overridable',
  },
  {
    name: 'trace.server',
    schema: { type: 'string', enum: ['off', 'messages', 'compact', 'verbose'], default: 'off' },
    words:
      'What is written to the log of the messages between the editor and the server. For reports of faults.',
    choices: [
      'Nothing.',
      'That there was a message.',
      'Messages on one line.',
      'Messages in full.',
    ],
  },
];

/** {@link EditorSettings} with nothing left open. */
export interface ResolvedSettings extends EditorSettings {
  readonly rules: Readonly<Record<string, string>>;
  readonly diagnostics: { readonly scope: 'workspace' | 'openFiles' };
  readonly inlayHints: {
    readonly names: boolean;
    readonly holders: boolean;
    readonly dates: boolean;
  };
  readonly codeLens: { readonly enabled: boolean };
  /** YYYY-MM-DD, or empty: the date of today. */
  readonly today: string;
}

/**
 * The settings in whatever an editor sent for the section `rapporteur`: null, nothing, or an object of
 * any shape. What cannot be used has its default; nothing throws.
 */
export function readEditorSettings(value: unknown): ResolvedSettings {
  const inlays = member(value, 'inlayHints');
  const today = member(value, 'today');
  const isDay = typeof today === 'string' && parseDay(today) !== undefined;
  return {
    rules: levelsIn(member(value, 'rules'), RULES),
    diagnostics: {
      scope:
        member(member(value, 'diagnostics'), 'scope') === 'openFiles' ? 'openFiles' : 'workspace',
    },
    inlayHints: {
      names: flag(member(inlays, 'names'), 'inlayHints.names'),
      holders: flag(member(inlays, 'holders'), 'inlayHints.holders'),
      dates: flag(member(inlays, 'dates'), 'inlayHints.dates'),
    },
    codeLens: { enabled: flag(member(member(value, 'codeLens'), 'enabled'), 'codeLens.enabled') },
    today: isDay ? today : '',
  };
}

function levelsIn(value: unknown, rules: readonly Rule[]): Readonly<Record<string, string>> {
  const known = rules.flatMap(({ name }) => {
    const level = member(value, name);
    return LEVELS.some((each) => each === level) ? [[name, level as string]] : [];
  });
  return Object.fromEntries(known) as Readonly<Record<string, string>>;
}

/** An own property of an object; of anything else, nothing. */
function member(value: unknown, name: string): unknown {
  if (typeof value !== 'object' || value === null || !Object.hasOwn(value, name)) return undefined;
  return (value as Readonly<Record<string, unknown>>)[name];
}

function flag(value: unknown, name: string): boolean {
  const unset = EDITOR_SETTINGS.find((setting) => setting.name === name)?.schema.default === true;
  return typeof value === 'boolean' ? value : unset;
}
