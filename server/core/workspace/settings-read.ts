import { parseYaml, type Value } from '../parse/index.js';
import type { Span, Written } from '../text/index.js';
import { globsOf, pathOf } from './settings-globs.js';
import { readKinds } from './settings-kinds.js';
import { readLevels, readOverrides } from './settings-levels.js';
import {
  DEFAULT_SETTINGS,
  FAIL_LEVELS,
  type Level,
  type Override,
  type Settings,
  type SettingsFault,
} from './settings-model.js';
import {
  choiceOf,
  didYouMean,
  entriesOf,
  listed,
  type Report,
  reportInto,
  wordOf,
  wordsOf,
} from './settings-values.js';

/** What one configuration file says by itself; what is faulty in it is left out. */
export interface Said {
  /** Only what it sets. */
  readonly settings: Partial<Omit<Settings, 'levels' | 'overrides' | 'ignoredBelow'>>;
  readonly rules: ReadonlyMap<string, Level>;
  readonly overrides: readonly Override[];
  /** Files it builds on, as they are written, the last to win. */
  readonly extends: readonly Written[];
  /** Whether a workspace begins here; `undefined`: it does not say, and so one does. */
  readonly root: boolean | undefined;
  /** The place of each key that stands in it. */
  readonly keys: ReadonlyMap<string, Span>;
  /** In order of place. */
  readonly faults: readonly SettingsFault[];
}

/** The names that a configuration may use. */
export interface KnownNames {
  /** The rules whose level may be set. */
  readonly rules: readonly string[];
  /** The built-in kinds, whose names a workspace's own kinds may not take. */
  readonly kinds: readonly string[];
  /** Kinds that the files it builds on describe: they may be spoken of, and described anew. */
  readonly given?: readonly string[];
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
  const said = readSaid(text, { rules: ruleNames, kinds: kindNames });
  const { rules: levels, overrides, faults } = said;
  return { settings: { ...DEFAULT_SETTINGS, ...said.settings, levels, overrides }, faults };
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
  const said: Writable<Said> = { ...NOTHING_SAID, settings: {}, faults };
  for (const { key, value } of entries) {
    const read = READERS.get(key.text);
    if (read === undefined) report(key.span, unknownKey(key.text));
    else Object.assign(said, read(value, { said, names, report }));
  }
  said.keys = new Map(entries.map(({ key }) => [key.text, key.span]));
  said.faults = faults.toSorted((a, b) => a.span.start - b.span.start);
  return said;
}

type Writable<T> = { -readonly [Key in keyof T]: T[Key] };

const NOTHING_SAID: Said = {
  settings: {},
  rules: new Map(),
  overrides: [],
  extends: [],
  root: undefined,
  keys: new Map(),
  faults: [],
};

interface Reading {
  /** What has been read so far. */
  readonly said: Said;
  readonly names: KnownNames;
  readonly report: Report;
}

type Reader = (value: Value, reading: Reading) => Partial<Said>;

const READERS: ReadonlyMap<string, Reader> = new Map<string, Reader>([
  ['root', readRoot],
  ['extends', readExtends],
  ['briefs', setting((value, { report }) => ({ briefs: globsOf(value, report) }))],
  ['registries', setting((value, { report }) => ({ registries: globsOf(value, report) }))],
  ['ignore', setting((value, { report }) => ({ ignore: globsOf(value, report) }))],
  ['rules', (value, { names, report }) => ({ rules: readLevels(value, names.rules, report) })],
  [
    'overrides',
    (value, { names, report }) => ({ overrides: readOverrides(value, names.rules, report) }),
  ],
  [
    'kinds',
    setting((value, { names, report }) => ({
      kinds: readKinds(value, names.kinds, report, names.given),
    })),
  ],
  ['failOn', setting(readFailOn)],
  ['maxWarnings', setting(readMaxWarnings)],
  ['baseline', setting(readBaseline)],
]);

/** The keys of a configuration, in the order in which they are best written. */
export const CONFIG_KEYS: readonly string[] = [...READERS.keys()];
const WANTED = `The settings are written as \`name: value\`; the names are ${listed(CONFIG_KEYS)}.`;

function unknownKey(key: string): string {
  const meant = OTHERWISE_NAMED.get(key.toLowerCase().replaceAll(/[-_]/g, ''));
  const near = meant === undefined ? didYouMean(key, CONFIG_KEYS) : `Did you mean '${meant}'?`;
  return `'${key}' is not a setting. ${near ?? `The settings are ${listed(CONFIG_KEYS)}.`}`;
}

/** What other tools call these, in small letters without hyphens. */
const OTHERWISE_NAMED: ReadonlyMap<string, string> = new Map([
  ['files', 'briefs'],
  ['include', 'briefs'],
  ['exclude', 'ignore'],
  ['excludes', 'ignore'],
  ['ignores', 'ignore'],
  ['ignorepatterns', 'ignore'],
  ['failon', 'failOn'],
  ['failureseverity', 'failOn'],
  ['maxwarnings', 'maxWarnings'],
  ['levels', 'rules'],
  ['severity', 'rules'],
]);

function setting(read: (value: Value, reading: Reading) => Said['settings']): Reader {
  return (value, reading) => ({
    settings: { ...reading.said.settings, ...read(value, reading) },
  });
}

function readRoot(value: Value, { report }: Reading): Partial<Said> {
  const what = '`root`, whether a workspace begins in this folder,';
  const choice = choiceOf(value, ['true', 'false'] as const, what, report);
  return choice === undefined ? {} : { root: choice === 'true' };
}

function readExtends(value: Value, { report }: Reading): Partial<Said> {
  const wanted = 'Write the path of a file, or a list of them, such as ../shared/rapporteur.yaml.';
  const written = wordsOf(value, wanted, report).filter(({ text, span }) => {
    const fault = extendsFault(text, wanted);
    if (fault !== undefined) report(span, fault);
    return fault === undefined;
  });
  return { extends: written };
}

function extendsFault(path: string, wanted: string): string | undefined {
  if (path.trim() === '') return `This is empty. ${wanted}`;
  if (/^[a-z][a-z0-9+.-]+:/i.test(path)) {
    return `'${path}' is not a local file. Nothing is fetched from the network: put the file into the repository, or install it and write ./node_modules/….`;
  }
  if (path.includes('\\')) {
    return `'${path}' has a backslash. Write paths with '/' on every system: ${path.replaceAll('\\', '/')}`;
  }
  if (/^(?:\/|~|[a-z]:)/i.test(path)) {
    return `'${path}' is a path on one machine only. Write the path from the folder of this file.`;
  }
  return undefined;
}

function readFailOn(value: Value, { report }: Reading): Said['settings'] {
  const what = 'The level that fails a check';
  const failOn = choiceOf(value, FAIL_LEVELS, what, report, NEVER_WORDS);
  return failOn === undefined ? {} : { failOn };
}

const NEVER_WORDS: ReadonlyMap<string, 'never'> = new Map([
  ['off', 'never'],
  ['none', 'never'],
  ['false', 'never'],
]);

function readMaxWarnings(value: Value, { report }: Reading): Said['settings'] {
  const wanted = 'Write a whole number such as 0 or 20; leave the setting out for no limit.';
  const word = wordOf(value, wanted, report);
  if (word === undefined) return {};
  if (/^\d{1,9}$/.test(word.text)) return { maxWarnings: Number(word.text) };
  report(word.span, `'${word.text}' is not a number of warnings. ${wanted}`);
  return {};
}

function readBaseline(value: Value, { report }: Reading): Said['settings'] {
  const baseline = pathOf(value, 'rapporteur-baseline.json', report);
  return baseline === undefined ? {} : { baseline };
}
