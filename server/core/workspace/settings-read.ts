import { parseYaml, type Value } from '../parse/index.js';
import { readKinds } from './settings-kinds.js';
import {
  DEFAULT_SETTINGS,
  LEVELS,
  type Level,
  SEVERITIES,
  type Settings,
  type SettingsFault,
} from './settings-model.js';
import { globFault } from './settings-paths.js';
import {
  choiceOf,
  didYouMean,
  entriesOf,
  listed,
  type Report,
  reportInto,
  wordsOf,
} from './settings-values.js';

/**
 * Reads `rapporteur.yaml`. What is faulty keeps its default, so that the rest still counts; the
 * faults stand in order of place.
 * @param ruleNames the rules whose level may be set
 * @param kindNames the built-in kinds, whose names a workspace's own kinds may not take
 */
export function readSettings(
  text: string,
  ruleNames: readonly string[],
  kindNames: readonly string[] = [],
): { readonly settings: Settings; readonly faults: readonly SettingsFault[] } {
  const yaml = parseYaml(text);
  const faults: SettingsFault[] = yaml.faults.map(({ span, message }) => ({
    span,
    message,
    severity: 'error',
  }));
  const report = reportInto(faults);
  let settings = DEFAULT_SETTINGS;
  for (const { key, value } of yaml.value ? entriesOf(yaml.value, WANTED, report) : []) {
    const read = READERS.get(key.text);
    if (read === undefined) report(key.span, unknownKey(key.text));
    else settings = { ...settings, ...read(value, { ruleNames, kindNames, report }) };
  }
  return { settings, faults: faults.toSorted((a, b) => a.span.start - b.span.start) };
}

interface Reading {
  readonly ruleNames: readonly string[];
  readonly kindNames: readonly string[];
  readonly report: Report;
}

type Reader = (value: Value, reading: Reading) => Partial<Settings>;

const READERS: ReadonlyMap<string, Reader> = new Map<string, Reader>([
  ['briefs', (value, { report }) => ({ briefs: readGlobs(value, report) })],
  ['registries', (value, { report }) => ({ registries: readGlobs(value, report) })],
  ['ignore', (value, { report }) => ({ ignore: readGlobs(value, report) })],
  ['rules', (value, reading) => ({ levels: readLevels(value, reading) })],
  ['kinds', (value, { kindNames, report }) => ({ kinds: readKinds(value, kindNames, report) })],
  [
    'failOn',
    (value, { report }) => {
      const failOn = choiceOf(value, SEVERITIES, 'The level that fails a check', report);
      return failOn === undefined ? {} : { failOn };
    },
  ],
]);

const KEYS = [...READERS.keys()];
const WANTED = `The settings are written as \`name: value\`; the names are ${listed(KEYS)}.`;

function unknownKey(key: string): string {
  return `'${key}' is not a setting. ${didYouMean(key, KEYS) ?? `The settings are ${listed(KEYS)}.`}`;
}

function readGlobs(value: Value, report: Report): readonly string[] {
  const globs = wordsOf(value, 'Write a list of paths, such as [briefs/**/*.md].', report);
  return globs.flatMap(({ text, span }) => {
    const fault = globFault(text);
    if (fault === undefined) return [text];
    report(span, fault);
    return [];
  });
}

function readLevels(value: Value, { ruleNames, report }: Reading): ReadonlyMap<string, Level> {
  const levels = new Map<string, Level>();
  for (const entry of entriesOf(value, 'Rules are written as `rule: level`.', report)) {
    const name = entry.key.text;
    if (!ruleNames.includes(name)) {
      const next =
        didYouMean(name, ruleNames) ?? 'See `rapporteur explain` for the rules there are.';
      report(entry.key.span, `There is no rule '${name}'. ${next}`);
      continue;
    }
    const level = choiceOf(entry.value, LEVELS, 'The level of a rule', report);
    if (level !== undefined) levels.set(name, level);
  }
  return levels;
}
