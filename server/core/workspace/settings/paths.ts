import { type Matcher, matcherOf } from './globs.js';
import type { Level } from './levels.js';
import type { Settings } from './model.js';

/** Whether a path below the root (with `/`) is a registry's. */
export function isRegistryPath(settings: Settings, path: string): boolean {
  return matchersOf(settings).registries(path);
}

/** Whether the settings name it as a brief; `undefined` when they leave that to the contents. */
export function isBriefPath(settings: Settings, path: string): boolean | undefined {
  return matchersOf(settings).briefs?.(path);
}

/** Whether a file is Markdown by its name. */
export function isMarkdownPath(path: string): boolean {
  return /\.(?:md|markdown)$/i.test(path);
}

/** Whether a file is one that a workspace reads: Markdown, a registry, or named as a brief. */
export function isPagePath(settings: Settings, path: string): boolean {
  return (
    isMarkdownPath(path) || isRegistryPath(settings, path) || isBriefPath(settings, path) === true
  );
}

/** Whether the settings' `ignore` excludes it; of a folder, all that is below it as well. */
export function isIgnoredPath(settings: Settings, path: string): boolean {
  return matchersOf(settings).ignore(path);
}

/** Whether a workspace reads a file of that path: a page, and not left out by `ignore`. */
export function isMemberPath(settings: Settings, path: string): boolean {
  return isPagePath(settings, path) && !isIgnoredPath(settings, path);
}

/** The levels that count in a file: those of the settings, then of each override that is about it. */
export function levelsAt(settings: Settings, path: string): ReadonlyMap<string, Level> {
  if (settings.overrides.length === 0) return settings.levels;
  const about = matchersOf(settings).overrides.filter(({ matches }) => matches(path));
  if (about.length === 0) return settings.levels;
  return new Map([...settings.levels, ...about.flatMap(({ levels }) => [...levels])]);
}

interface Matchers {
  readonly briefs: Matcher | undefined;
  readonly registries: Matcher;
  readonly ignore: Matcher;
  readonly overrides: readonly {
    readonly matches: Matcher;
    readonly levels: ReadonlyMap<string, Level>;
  }[];
}

/** Compiling a glob takes longer than reading a short brief, so it is done once for each settings. */
const COMPILED = new WeakMap<Settings, Matchers>();

function matchersOf(settings: Settings): Matchers {
  const known = COMPILED.get(settings);
  if (known !== undefined) return known;
  const { briefs, registries, ignore } = settings;
  const made: Matchers = {
    briefs: briefs && matcherOf(briefs),
    registries: matcherOf(registries),
    ignore: anyOf([
      treesOf(ignore),
      ...settings.ignoredBelow.map(({ below, globs }) => within(below, treesOf(globs))),
    ]),
    overrides: settings.overrides.map(({ below, files, except, levels }) => {
      const [inside, outside] = [matcherOf(files), matcherOf(except)];
      return { matches: within(below, (path) => inside(path) && !outside(path)), levels };
    }),
  };
  COMPILED.set(settings, made);
  return made;
}

/** What the globs match, and all that lies in a folder they match. */
function treesOf(globs: readonly string[]): Matcher {
  return matcherOf(globs.flatMap((glob) => [glob, `${glob.replace(/\/+$/, '')}/**`]));
}

/** Asked of what lies in a folder only, by the path from there. */
function within(folder: string | undefined, matches: Matcher): Matcher {
  if (folder === undefined) return matches;
  const prefix = `${folder}/`;
  return (path) => path.startsWith(prefix) && matches(path.slice(prefix.length));
}

function anyOf([first, ...others]: readonly Matcher[]): Matcher {
  if (first === undefined) return () => false;
  if (others.length === 0) return first;
  return (path) => first(path) || others.some((matches) => matches(path));
}
