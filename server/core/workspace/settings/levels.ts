import type { Entry, Value } from '../../parse/index.js';
import {
  type JsonSchema,
  mappingSchema,
  type Report,
  type Setting,
  TEXTS_SCHEMA,
} from './setting.js';
import { choiceOf, didYouMean, entriesOf, globsOf, listed } from './values.js';

/** From the gravest. */
export const SEVERITIES = ['error', 'warning', 'info', 'hint'] as const;
export const LEVELS = ['error', 'warning', 'info', 'hint', 'off'] as const;

/** How much a finding matters, from the gravest: `error`, `warning`, `info`, `hint`. */
export type Severity = (typeof SEVERITIES)[number];
/** What a configuration may set a rule to: a severity, or `off`. */
export type Level = (typeof LEVELS)[number];

/** Levels for the files that one of the globs matches, and none of `except`. */
export interface Override {
  /** The folder the globs start at, below the root; without it they start at the root. */
  readonly below?: string;
  readonly files: readonly string[];
  readonly except: readonly string[];
  readonly levels: ReadonlyMap<string, Level>;
}

/** Rules whose level is not their own. */
export const rules: Setting<'rules', ReadonlyMap<string, Level>> = {
  key: 'rules',
  description: 'Rules with another level than their default.',
  default: new Map(),
  read: (value, { names, report }) => readLevels(value, names.rules, report),
  schema: (known) => ({
    type: ['object', 'null'],
    additionalProperties: false,
    properties: Object.fromEntries(
      known.rules.map(({ name, summary, level }) => [
        name,
        { description: summary, enum: LEVELS, default: level },
      ]),
    ),
  }),
  countsBelow: true,
  otherNames: ['levels', 'severity'],
};

/** Levels that count in some files only. */
export const overrides: Setting<'overrides', readonly Override[]> = {
  key: 'overrides',
  description: 'Levels for some files only. If several apply to a file, the last one wins.',
  default: [],
  read: (value, { names, report }) => readOverrides(value, names.rules, report),
  schema: () => ({
    anyOf: [{ type: 'array', items: OVERRIDE_SCHEMA }, OVERRIDE_SCHEMA, { type: 'null' }],
  }),
  countsBelow: true,
};

/** How an item of `overrides` may be described. */
const OVERRIDE_KEYS: readonly string[] = ['files', 'except', 'rules'];

const OVERRIDE_SCHEMA: JsonSchema = {
  ...mappingSchema(OVERRIDE_KEYS, {
    files: TEXTS_SCHEMA,
    except: TEXTS_SCHEMA,
    rules: { $ref: '#/properties/rules' },
  }),
  required: ['files'],
};

function readLevels(
  value: Value,
  ruleNames: readonly string[],
  report: Report,
): ReadonlyMap<string, Level> {
  const levels = new Map<string, Level>();
  for (const entry of entriesOf(value, 'Rules are written as `rule: level`.', report)) {
    const name = entry.key.text;
    if (!ruleNames.includes(name)) {
      report(entry.key.span, unknownRule(name, ruleNames));
      continue;
    }
    const level = choiceOf(entry.value, LEVELS, 'The level of a rule', report, LEVEL_SYNONYMS);
    if (level !== undefined) levels.set(name, level);
  }
  return levels;
}

/** What to say of a name that no rule has. */
export function unknownRule(name: string, ruleNames: readonly string[]): string {
  const next = didYouMean(name, ruleNames) ?? '`rapporteur explain` lists all rules.';
  return `There is no rule '${name}'. ${next}`;
}

/** What other linters call the levels. */
export const LEVEL_SYNONYMS: ReadonlyMap<string, Level> = new Map<string, Level>([
  ['0', 'off'],
  ['false', 'off'],
  ['no', 'off'],
  ['none', 'off'],
  ['never', 'off'],
  ['ignore', 'off'],
  ['disable', 'off'],
  ['disabled', 'off'],
  ['1', 'warning'],
  ['true', 'warning'],
  ['on', 'warning'],
  ['yes', 'warning'],
  ['2', 'error'],
  ['fatal', 'error'],
  ['critical', 'error'],
  ['note', 'info'],
  ['notice', 'info'],
  ['information', 'info'],
  ['suggestion', 'hint'],
]);

const OVERRIDES_WANTED =
  'Overrides are a list of `{ files: paths, rules: { rule: level } }`, each with `except: paths` if needed.';

function readOverrides(
  value: Value,
  ruleNames: readonly string[],
  report: Report,
): readonly Override[] {
  if (value.type === 'scalar' && value.text === '') return [];
  // One alone needs no list, as with paths.
  const items = value.type === 'list' ? value.items : [value];
  return items.flatMap((item) => {
    if (item.type === 'mapping') return readOverride(item, ruleNames, report);
    report(item.span, OVERRIDES_WANTED);
    return [];
  });
}

function readOverride(item: Value, ruleNames: readonly string[], report: Report): Override[] {
  const entries = entriesOf(item, OVERRIDES_WANTED, report);
  for (const { key } of entries) {
    if (!OVERRIDE_KEYS.includes(key.text)) report(key.span, unknownKey(key.text));
  }
  const files = valueAt(entries, 'files');
  if (files === undefined) {
    report(
      entries[0]?.key.span ?? item.span,
      'This override names no `files`. Write the paths that it applies to.',
    );
    return [];
  }
  const [except, rules] = [valueAt(entries, 'except'), valueAt(entries, 'rules')];
  return [
    {
      files: globsOf(files, report),
      except: except === undefined ? [] : globsOf(except, report),
      levels: rules === undefined ? new Map() : readLevels(rules, ruleNames, report),
    },
  ];
}

function unknownKey(key: string): string {
  const next = didYouMean(key, OVERRIDE_KEYS) ?? `It has ${listed(OVERRIDE_KEYS)}.`;
  return `'${key}' is not part of an override. ${next}`;
}

function valueAt(entries: readonly Entry[], key: string): Value | undefined {
  return entries.find((entry) => entry.key.text === key)?.value;
}
