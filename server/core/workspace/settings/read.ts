import { parseYaml } from '../../parse/index.js';
import type { Span } from '../../text/index.js';
import { kindNamesIn } from './kinds.js';
import { SETTINGS, type SettingValues } from './list.js';
import { type Settings, settingsOf } from './model.js';
import type { KnownNames, Setting, SettingsFault } from './setting.js';
import { didYouMean, entriesOf, listed, reportInto } from './values.js';

/** What one configuration file says by itself; what is faulty in it is left out. */
export interface Said {
  readonly values: Partial<SettingValues>;
  /** The place of each key that stands in it. */
  readonly keys: ReadonlyMap<string, Span>;
  /** In order of place. */
  readonly faults: readonly SettingsFault[];
}

/**
 * Reads a `rapporteur.yaml` that stands alone. What is faulty keeps its default, so that the rest still
 * counts; the faults stand in order of place.
 */
export function readSettings(
  text: string,
  ruleNames: readonly string[],
  kindNames: readonly string[] = [],
): { readonly settings: Settings; readonly faults: readonly SettingsFault[] } {
  const { values, faults } = readSaid(text, { rules: ruleNames, kinds: kindNames });
  return { settings: settingsOf(values, []), faults };
}

/** Reads one configuration file, whatever it extends. */
export function readSaid(text: string, names: KnownNames): Said {
  const yaml = parseYaml(text);
  const faults: SettingsFault[] = yaml.faults.map(({ span, message }) => ({
    span,
    message,
    severity: 'error',
  }));
  const report = reportInto(faults);
  const entries = yaml.value ? entriesOf(yaml.value, WANTED, report) : [];
  const described = kindNamesIn(entries.find(({ key }) => key.text === 'kinds')?.value);
  const values = entries.flatMap(({ key, value }) => {
    const setting = BY_KEY.get(key.text);
    if (setting === undefined) report(key.span, unknownKey(key.text));
    const read = setting?.read(value, { names: { ...names, described }, report });
    return read === undefined ? [] : [[key.text, read]];
  });
  return {
    values: Object.fromEntries(values) as Partial<SettingValues>,
    keys: new Map(entries.map(({ key }) => [key.text, key.span])),
    faults: faults.toSorted((a, b) => a.span.start - b.span.start),
  };
}

const BY_KEY: ReadonlyMap<string, Setting> = new Map(SETTINGS.map((one) => [one.key, one]));

/** The keys of a configuration, in the order in which they are best written. */
export const CONFIG_KEYS: readonly string[] = [...BY_KEY.keys()];
const WANTED = `The settings are written as \`name: value\`; the names are ${listed(CONFIG_KEYS)}.`;

function unknownKey(key: string): string {
  const meant = OTHERWISE_NAMED.get(bare(key));
  const near = meant === undefined ? didYouMean(key, CONFIG_KEYS) : `Did you mean '${meant}'?`;
  return `'${key}' is not a setting. ${near ?? `The settings are ${listed(CONFIG_KEYS)}.`}`;
}

/** What other tools call them, and what is theirs but for capitals, hyphens and underscores. */
const OTHERWISE_NAMED: ReadonlyMap<string, string> = new Map(
  [...BY_KEY.values()].flatMap(({ key, otherNames = [] }) =>
    [bare(key), ...otherNames].map((name) => [name, key]),
  ),
);

function bare(key: string): string {
  return key.toLowerCase().replaceAll(/[-_]/g, '');
}
