import { parseYaml } from '../../parse/index.js';
import type { Span } from '../../text/index.js';
import {
  basesOf,
  type Chains,
  type ConfigQuestion,
  type ConfigText,
  chainsOf,
  folderOfPath,
  type Layer,
  NOWHERE,
} from './chains.js';
import type { Level, Override } from './levels.js';
import { SETTINGS } from './list.js';
import { DEFAULT_SETTINGS, type Settings } from './model.js';
import { CONFIG_KEYS, type Said } from './read.js';
import type { Setting, SettingsFault } from './setting.js';
import { listed } from './values.js';

export interface ConfigReading {
  readonly settings: Settings;
  /** By file, in order of place; only of files that have some. */
  readonly faults: ReadonlyMap<string, readonly SettingsFault[]>;
  /** Files that are extended and of which nothing is known yet: read them, and ask again. */
  readonly wanted: readonly string[];
  /** Every file that counts. */
  readonly read: readonly string[];
  readonly origins: ConfigOrigins;
}

/** Which file said what. */
export interface ConfigOrigins {
  /** By key of the configuration. */
  readonly keys: ReadonlyMap<string, string>;
  /** By rule: those of `Settings.levels`. */
  readonly levels: ReadonlyMap<string, string>;
  /** In the order of `Settings.overrides`. */
  readonly overrides: readonly string[];
  /** By the kind's tag. */
  readonly kinds: ReadonlyMap<string, string>;
  /** In the order of `Settings.ignoredBelow`. */
  readonly ignoredBelow: readonly string[];
}

/** The name of a workspace's configuration, and of those in folders below. */
export const CONFIG_NAME = 'rapporteur.yaml';

/** Whether a workspace begins in the folder of a configuration with this text. */
export function isWorkspaceConfig(text: string): boolean {
  // Nearly none says so, and reading YAML takes long.
  if (!text.includes('root')) return true;
  const { value } = parseYaml(text);
  const root = value?.type === 'mapping' && value.entries.find(({ key }) => key.text === 'root');
  return !(root && root.value.type === 'scalar' && root.value.text === 'false');
}

/**
 * The settings of a workspace: of its own configuration and those it extends, then of the folders
 * below. What is said later wins: an extended file comes before the one that extends it, `rules` before
 * the `overrides` beside them, a folder before those in it. Pure, so that whoever asks reads the files.
 */
export function readConfig(question: ConfigQuestion): ConfigReading {
  const chains = chainsOf(question);
  const building = begin();
  const own = question.entry === undefined ? [] : chains.of(question.entry);
  for (const layer of own) addOwn(building, layer);
  // A folder's name begins that of every folder in it, so it comes first.
  for (const path of [...question.below].sort()) addBelow(building, path, chains);
  for (const layer of chains.layers()) chains.faultsIn(layer.path).push(...layer.said.faults);
  return {
    settings: { ...building.settings, levels: building.levels, overrides: building.overrides },
    faults: inOrder(chains.faults),
    wanted: [...chains.wanted],
    read: [...chains.layers()].map(({ path }) => path),
    origins: building.origins,
  };
}

/**
 * As {@link readConfig}, with all that the files extend: yields the path of each file that is to be
 * read and takes what it holds, until no other turns up. Each file is looked at once on the way.
 * @param question its `files` get what was read, so that a later question need not read it again
 */
export function* configReads(
  question: ConfigQuestion & { readonly files: Map<string, ConfigText> },
): Generator<string, ConfigReading, ConfigText> {
  const { entry, below, files, names } = question;
  // A set is gone through in the order of what is added to it, also meanwhile.
  const paths = new Set([...(entry === undefined ? [] : [entry]), ...below]);
  for (const path of paths) {
    const file = files.get(path) ?? (yield path);
    files.set(path, file);
    if (!('text' in file)) continue;
    for (const base of basesOf(path, file.text, names)) paths.add(base);
  }
  return readConfig(question);
}

/** {@link configReads}, where files can be read at once. */
export function readConfigWith(
  question: ConfigQuestion & { readonly files: Map<string, ConfigText> },
  read: (path: string) => ConfigText,
): ConfigReading {
  const reads = configReads(question);
  let step = reads.next();
  while (step.done !== true) step = reads.next(read(step.value));
  return step.value;
}

interface Building {
  settings: Settings;
  readonly levels: Map<string, Level>;
  readonly overrides: Override[];
  readonly origins: {
    readonly [Part in keyof ConfigOrigins]: ConfigOrigins[Part] extends readonly string[]
      ? string[]
      : Map<string, string>;
  };
}

function begin(): Building {
  const origins = {
    keys: new Map<string, string>(),
    levels: new Map<string, string>(),
    overrides: [],
    kinds: new Map<string, string>(),
    ignoredBelow: [],
  };
  return { settings: DEFAULT_SETTINGS, levels: new Map(), overrides: [], origins };
}

function addOwn(building: Building, { path, said }: Layer): void {
  const { origins, settings } = building;
  const {
    root: _root,
    extends: _extends,
    rules: _rules,
    overrides: _overrides,
    ...plain
  } = said.values;
  for (const { tag } of plain.kinds ?? []) origins.kinds.set(tag, path);
  const before = new Set(origins.keys.keys());
  for (const key of Object.keys(plain)) origins.keys.set(key, path);
  building.settings = { ...settings, ...plain, ...joined(settings, plain, before) };
  addLevels(building, path, said);
}

/** What adds to what an extended file says. */
function joined(
  before: Settings,
  said: Said['values'],
  keys: ReadonlySet<string>,
): Partial<Settings> {
  const all = SETTINGS.flatMap(({ key, join }: Setting) => {
    if (join === undefined || !keys.has(key) || !(key in said)) return [];
    return [[key, join(valueIn(before, key), valueIn(said, key))] as const];
  });
  return Object.fromEntries(all);
}

function valueIn(values: Settings | Said['values'], key: string): unknown {
  return (values as Readonly<Record<string, unknown>>)[key];
}

function addLevels(building: Building, path: string, { values }: Said): void {
  const { rules = new Map(), overrides = [] } = values;
  const { levels, origins } = building;
  // After an override of an extended file only another override can win over it.
  const isFirst = building.overrides.length === 0;
  if (!isFirst && rules.size > 0) addOverride(building, path, { ...EVERYWHERE, levels: rules });
  for (const [rule, level] of isFirst ? rules : []) {
    levels.set(rule, level);
    origins.levels.set(rule, path);
  }
  for (const override of overrides) addOverride(building, path, override);
}

const EVERYWHERE: Pick<Override, 'files' | 'except'> = { files: ['**'], except: [] };

function addOverride({ overrides, origins }: Building, path: string, override: Override): void {
  overrides.push(override);
  origins.overrides.push(path);
}

function addBelow(building: Building, path: string, chains: Chains): void {
  const below = folderOfPath(path);
  const layers = chains.of(path);
  let ignored: readonly string[] = [];
  for (const { path: file, said } of layers) {
    blameMisplaced(chains, path, { path: file, said });
    const { ignore = ignored, rules = new Map(), overrides = [] } = said.values;
    ignored = ignore;
    if (rules.size > 0) addOverride(building, file, { below, ...EVERYWHERE, levels: rules });
    for (const override of overrides) addOverride(building, file, { ...override, below });
  }
  if (ignored.length === 0) return;
  const { settings, origins } = building;
  const ignoredBelow = [...settings.ignoredBelow, { below, globs: ignored }];
  building.settings = { ...settings, ignoredBelow };
  origins.ignoredBelow.push(path);
}

function blameMisplaced(chains: Chains, entry: string, { path, said }: Layer): void {
  const misplaced = [...said.keys].filter(([key]) => isMisplaced(key));
  const faults = chains.faultsIn(entry);
  const severity = 'error';
  if (path === entry) {
    for (const [key, span] of misplaced) faults.push({ span, message: inWords(key), severity });
    return;
  }
  const keys = misplaced.map(([key]) => `'${key}'`);
  if (keys.length === 0) return;
  const message = `${path}, which this file extends, has ${listed(keys)}, which only a whole workspace can have. Extend a file that has only ${listed(MAY_COUNT_BELOW)}.`;
  faults.push({ span: extendsIn(chains, entry) ?? NOWHERE, message, severity });
}

/** What a folder that is part of the workspace may say: the rest counts for the whole of it. */
const MAY_COUNT_BELOW: readonly string[] = SETTINGS.filter(
  ({ countsBelow }: Setting) => countsBelow,
).map(({ key }) => key);

function isMisplaced(key: string): boolean {
  return CONFIG_KEYS.includes(key) && !MAY_COUNT_BELOW.includes(key);
}

function inWords(key: string): string {
  return `'${key}' applies to the whole workspace, so it belongs in the rapporteur.yaml above. Or remove 'root: false': then this folder is a separate workspace.`;
}

function extendsIn(chains: Chains, entry: string): Span | undefined {
  for (const { path, said } of chains.layers()) {
    if (path === entry) return said.keys.get('extends');
  }
  return undefined;
}

function inOrder(
  faults: ReadonlyMap<string, readonly SettingsFault[]>,
): ReadonlyMap<string, readonly SettingsFault[]> {
  const some = [...faults].filter(([, found]) => found.length > 0);
  return new Map(
    some.map(([path, found]) => [path, found.toSorted((a, b) => a.span.start - b.span.start)]),
  );
}
