import { dirname, join, relative, resolve, sep } from 'node:path';
import ignore, { type Ignore } from 'ignore';
import { leadsOutOf } from './boundary.js';
import { readPath } from './read-file.js';

/** What is left out of a folder and all below it, said by it and the folders above. */
export interface IgnoreRules {
  /** `path`: absolute. Of what lies in a folder that is left out, nothing true is said. */
  has(path: string, type: 'file' | 'folder'): boolean;
  /** As `has`, with what says so. */
  by(path: string, type: 'file' | 'folder'): IgnoreReason | undefined;
  /** With the `.gitignore` of a folder below added, if it has one. */
  within(folder: string): IgnoreRules;
}

/** Why something is left out. */
export interface IgnoreReason {
  /** The file that says so; absolute. */
  readonly file: string;
  /** The line of it that decides. */
  readonly pattern: string;
}

/** Nothing is left out, whatever `.gitignore` says. */
export const NO_IGNORE_RULES: IgnoreRules = {
  has: () => false,
  by: () => undefined,
  within: () => NO_IGNORE_RULES,
};

/** Reads the `.gitignore` files from the repository's root down to `folder`. */
export function ignoreRulesIn(folder: string, repository: string | undefined): IgnoreRules {
  const top = repository ?? folder;
  let ignored = ignoredAtTop(top);
  for (const at of foldersBetween(top, folder)) ignored = ignored.within(at);
  return ignored;
}

/**
 * Why Git leaves out a file or folder (absolute), asked from the top down as Git does: what lies in a
 * folder that is left out is left out with it, whatever is said further down. Each `.gitignore` is read
 * once.
 * @param top the folder whose `.gitignore` is the topmost that counts
 */
export function ignoreChecker(
  top: string,
): (path: string, type: 'file' | 'folder') => IgnoreReason | undefined {
  const known = new Map<string, IgnoreRules | IgnoreReason>();
  const inside = (folder: string): IgnoreRules | IgnoreReason => {
    const found = known.get(folder) ?? lookInto(folder);
    known.set(folder, found);
    return found;
  };
  const lookInto = (folder: string): IgnoreRules | IgnoreReason => {
    if (folder === top || dirname(folder) === folder) return ignoredAtTop(top);
    const above = inside(dirname(folder));
    return 'file' in above ? above : (above.by(folder, 'folder') ?? above.within(folder));
  };
  return (path, type) => {
    if (path === top) return undefined;
    const above = inside(dirname(path));
    return 'file' in above ? above : above.by(path, type);
  };
}

/**
 * With what this clone alone leaves out: nobody else has those files, so no check elsewhere sees them.
 * `core.excludesFile` is one person's, and is not read.
 */
function ignoredAtTop(top: string): IgnoreRules {
  const exclude = join(gitFolderOf(top), 'info', 'exclude');
  const patterns = withPatterns(undefined, patternsIn(exclude, ''));
  return ignoredBelow(top, patterns).within(top);
}

/** In a worktree or a submodule `.git` is a file that names the folder. */
function gitFolderOf(top: string): string {
  const folder = join(top, '.git');
  const named = /^gitdir: (.+)$/m.exec(readIfThere(folder) ?? '')?.[1];
  if (named === undefined) return folder;
  const own = resolve(top, named.trim());
  const common = readIfThere(join(own, 'commondir'))?.trim();
  return common === undefined ? own : resolve(own, common);
}

/** Those below `top` that lead to `folder`, and it, from the top down. */
function foldersBetween(top: string, folder: string): readonly string[] {
  const names = relative(top, folder).split(sep).filter(Boolean);
  return names.map((_, index) => join(top, ...names.slice(0, index + 1)));
}

/**
 * All patterns are in one list, those of folders further down later: the last that matches decides.
 * @param patterns `undefined`: none so far
 */
function ignoredBelow(top: string, patterns: Ignore | undefined): IgnoreRules {
  const by = (path: string, type: 'file' | 'folder'): IgnoreReason | undefined => {
    if (patterns === undefined) return undefined;
    const below = relative(top, path).replaceAll(sep, '/');
    if (below === '' || below === '..' || below.startsWith('../')) return undefined;
    const { rule } = patterns.test(type === 'folder' ? `${below}/` : below);
    const [pattern = '', file = ''] = rule?.mark?.split(MARK) ?? [];
    return rule && { file, pattern };
  };
  return {
    by,
    has: (path, type) => by(path, type) !== undefined,
    within(folder) {
      const base = relative(top, folder).replaceAll(sep, '/');
      const file = join(folder, '.gitignore');
      const added = leadsOutOf(file, top) ? [] : patternsIn(file, base);
      return added.length === 0 ? this : ignoredBelow(top, withPatterns(patterns, added));
    },
  };
}

/** As Git has it where files are kept so: there it sets `core.ignoreCase` in every clone. */
const IGNORES_CASE = process.platform === 'darwin' || process.platform === 'win32';

function noPatterns(): Ignore {
  return ignore({ ignorecase: IGNORES_CASE });
}

interface Pattern {
  /** As it is written at the top. */
  readonly pattern: string;
  /** The line as it is in the file, and the file. */
  readonly mark: string;
}

/** No line holds one. */
const MARK = '\n';

function withPatterns(patterns: Ignore | undefined, added: readonly Pattern[]): Ignore | undefined {
  if (added.length === 0) return patterns;
  const all = patterns === undefined ? noPatterns() : noPatterns().add(patterns);
  return all.add(added);
}

function patternsIn(file: string, base: string): readonly Pattern[] {
  const lines =
    readIfThere(file)
      ?.replace(/^\ufeff/, '')
      .split(/\r?\n/) ?? [];
  return lines.flatMap((line) => {
    const pattern = fromTop(line, base);
    return pattern === undefined ? [] : [{ pattern, mark: `${line.trim()}${MARK}${file}` }];
  });
}

/** A pattern of a folder as one would write it at the top; `undefined`: it says nothing. */
function fromTop(line: string, base: string): string | undefined {
  const [, not = '', rest = ''] = /^(!?)(.*)$/s.exec(line) ?? [];
  if (line.startsWith('#') || /^[/ ]*$/.test(rest) || isEndless(rest)) return undefined;
  if (base === '') return line;
  const isAnchored = /\/./.test(rest.replace(/ +$/, ''));
  const folder = base.replaceAll(/[\\*?[\]!# ]/g, '\\$&');
  return `${not}/${folder}${isAnchored ? '' : '/**'}/${rest.replace(/^\//, '')}`;
}

/**
 * Whether matching could take for ever, as each `*` of a name multiplies what is tried: a repository is
 * not to be trusted. Nobody writes so many; such a line leaves nothing out.
 */
function isEndless(pattern: string): boolean {
  const stars = (text: string): number => text.match(/\*+/g)?.length ?? 0;
  const folders = pattern.split('/').filter((part) => part === '**').length;
  return folders > MAX_STARS || pattern.split('/').some((part) => stars(part) > MAX_STARS);
}

const MAX_STARS = 3;

function readIfThere(file: string): string | undefined {
  const reading = readPath(file);
  return reading.type === 'text' ? reading.text : undefined;
}
