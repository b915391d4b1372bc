import {
  type AttributeSpec,
  type ConfigOrigins,
  type Kind,
  type Level,
  levelsAt,
  type Override,
  RULES,
  SETTINGS,
  type Settings,
  USUAL_LEVEL,
  yamlScalar,
} from '../../core/index.js';
import type { Configuration } from '../workspace/configuration.js';

/** What settings are written for. */
export interface ConfigSubject {
  /** Lines that stand above everything. */
  readonly heading: readonly string[];
  /** A file's path from the root; `undefined`: the whole workspace. */
  readonly file: string | undefined;
  /** How a configuration file is named, by its path from the root. */
  shown(path: string): string;
}

/**
 * The settings that count, as a `rapporteur.yaml` that says the same; a comment beside each says
 * which file it comes from.
 */
export function configYaml(config: Configuration, subject: ConfigSubject): string {
  const lines = [
    ...subject.heading.map((line) => `# ${line}`),
    ...SETTINGS.flatMap(({ key }) => (WRITERS.get(key) ?? plainLine(key))(config, subject)),
  ];
  return `${lines.join('\n')}\n`;
}

type Writer = (config: Configuration, subject: ConfigSubject) => readonly string[];

/** Settings of which each part has an origin of its own. */
const WRITERS: ReadonlyMap<string, Writer> = new Map<string, Writer>([
  // What they lead to stands in the others.
  ['root', () => []],
  ['extends', () => []],
  ['ignore', ignoreLine],
  ['rules', ruleLines],
  ['overrides', overrideLines],
  ['kinds', kindLines],
  ['suggest', suggestLines],
]);

/** A setting that holds one value, or a list of words. */
function plainLine(key: string): Writer {
  return ({ settings, origins }, subject) => {
    const value = (settings as unknown as Readonly<Record<string, unknown>>)[key];
    if (value === undefined) return [];
    return [`${key}: ${plainValue(value)} # ${originOf(key, origins, subject)}`];
  };
}

function plainValue(value: unknown): string {
  if (Array.isArray(value)) return listIn(value.map(String));
  return typeof value === 'string' ? yamlScalar(value) : String(value);
}

function originOf(key: string, { keys }: ConfigOrigins, { shown }: ConfigSubject): string {
  const origin = keys.get(key);
  return origin === undefined ? 'default' : shown(origin);
}

function ignoreLine(
  { settings, origins }: Configuration,
  subject: ConfigSubject,
): readonly string[] {
  const below = settings.ignoredBelow.flatMap((one) =>
    one.globs.map((glob) => globFrom(one.below, glob)),
  );
  const isOnlyBelow = settings.ignore.length === 0 && below.length > 0;
  const first = isOnlyBelow ? [] : [originOf('ignore', origins, subject)];
  const from = [...first, ...origins.ignoredBelow.map(subject.shown)];
  return [`ignore: ${listIn([...settings.ignore, ...below])} # ${from.join(', ')}`];
}

function ruleLines(config: Configuration, subject: ConfigSubject): readonly string[] {
  const levels =
    subject.file === undefined ? config.settings.levels : levelsAt(config.settings, subject.file);
  const origins = levelOrigins(config, subject);
  const lines = RULES.map(({ name, level }) => {
    return `  ${name}: ${levels.get(name) ?? level} # ${origins.get(name) ?? 'default'}`;
  });
  return ['rules:', ...lines];
}

/** By rule, what has the last word on its level. */
function levelOrigins(
  { settings, origins, forced, usual }: Configuration,
  { file, shown }: ConfigSubject,
): ReadonlyMap<string, string> {
  const last = new Map(Array.from(usual.keys(), (rule) => [rule, '--suggest']));
  for (const [rule, path] of origins.levels) last.set(rule, shown(path));
  for (const [index, override] of file === undefined ? [] : settings.overrides.entries()) {
    const alone: Settings = { ...settings, levels: new Map(), overrides: [override] };
    const from = origins.overrides[index];
    // `rules` that came after an override stand among the overrides, about every file.
    const part = override.files.join() === '**' ? '' : ', overrides';
    for (const rule of levelsAt(alone, file ?? '').keys()) {
      if (from !== undefined) last.set(rule, `${shown(from)}${part}`);
    }
  }
  for (const rule of forced.keys()) last.set(rule, '--rule');
  return last;
}

function overrideLines(
  { settings, origins }: Configuration,
  { file, shown }: ConfigSubject,
): readonly string[] {
  // For one file they are in the levels.
  if (file !== undefined) return [];
  const some = settings.overrides.flatMap((override, index) => {
    const from = origins.overrides[index];
    return override.levels.size === 0 ? [] : overrideIn(override, from ? shown(from) : '--rule');
  });
  return some.length === 0 ? [] : ['overrides:', ...some];
}

function overrideIn({ below, files, except, levels }: Override, from: string): readonly string[] {
  const globs = (all: readonly string[]): string =>
    listIn(all.map((glob) => globFrom(below, glob)));
  return [
    `  - files: ${globs(files)} # ${from}`,
    ...(except.length === 0 ? [] : [`    except: ${globs(except)}`]),
    '    rules:',
    ...[...levels].map(([rule, level]: readonly [string, Level]) => `      ${rule}: ${level}`),
  ];
}

function kindLines(
  { settings, origins }: Configuration,
  { shown }: ConfigSubject,
): readonly string[] {
  if (settings.kinds.length === 0) return [];
  const lines = settings.kinds.flatMap((kind) =>
    kindIn(kind, shown(origins.kinds.get(kind.tag) ?? '')),
  );
  return ['kinds:', ...lines];
}

function kindIn(
  { tag, title, plural, summary, attributes }: Kind,
  from: string,
): readonly string[] {
  return [
    `  ${tag}: # ${from}`,
    `    title: ${yamlScalar(title)}`,
    `    plural: ${yamlScalar(plural)}`,
    `    summary: ${yamlScalar(summary)}`,
    ...(attributes.length === 0 ? [] : ['    attributes:', ...attributes.map(attributeIn)]),
  ];
}

function attributeIn({ name, summary, type }: AttributeSpec): string {
  const parts = [`type: ${type.type}`, `summary: ${yamlScalar(summary, 'flow')}`];
  if ('kinds' in type && type.kinds !== 'any') parts.push(`kinds: ${listIn(type.kinds)}`);
  if (type.type === 'one-of')
    parts.push(`values: ${listIn(type.values.map(({ value }) => value))}`);
  return `      ${name}: { ${parts.join(', ')} }`;
}

function suggestLines(
  { settings, origins }: Configuration,
  subject: ConfigSubject,
): readonly string[] {
  const { never, levels, kinds } = settings.suggest;
  const byKind = Array.from(levels.byKind, ([kind, level]) => `, ${kind}: ${level}`).join('');
  const level = levels.all ?? USUAL_LEVEL;
  const lines = [
    ...(never.length === 0 ? [] : [`  never: ${listIn(never)}`]),
    `  levels: ${byKind === '' ? level : `{ all: ${level}${byKind} }`}`,
    ...(kinds === undefined ? [] : [`  kinds: ${listIn(kinds)}`]),
  ];
  return [`suggest: # ${originOf('suggest', origins, subject)}`, ...lines];
}

/** A glob of a folder as it is written at the root. */
function globFrom(below: string | undefined, glob: string): string {
  if (below === undefined) return glob;
  return `${escapeGlob(below)}/${glob.replace(/^(?:\.?\/)+/, '')}`;
}

function listIn(words: readonly string[]): string {
  return `[${words.map((word) => yamlScalar(word, 'flow')).join(', ')}]`;
}

/**
 * The name of a folder as a glob that means it alone. In brackets, as a configuration takes no
 * backslash; a name that has one is matched by the sign for any character.
 */
function escapeGlob(name: string): string {
  return name.replace(/[*?[\]{}()!+@|]/g, '[$&]').replaceAll('\\', '?');
}
