import { basename, dirname, relative, sep } from 'node:path';
import { isIgnoredPath, isPagePath, type Settings } from '../../core/index.js';
import {
  CONFIG_NAME,
  type IgnoreRules,
  ignoreRulesIn,
  isWithin,
  NEVER_ENTERED,
  NO_IGNORE_RULES,
  type WorkspaceRoot,
} from '../../host/index.js';

/** What a check depends on: some files in folders, and single files wherever they lie. */
export interface Ground {
  readonly workspaces: readonly { readonly root: WorkspaceRoot; readonly settings: Settings }[];
  /** Whether what `.gitignore` leaves out is left out. */
  readonly ignoring: 'heeded' | 'unheeded';
  /** Absolute: configurations, a baseline, what links lead to, what was named by hand. */
  readonly files: ReadonlySet<string>;
  /** Absolute. What the check itself writes: it would go on for ever. */
  readonly written: ReadonlySet<string>;
}

/** `unknown`: it was not looked at yet. */
export type Kind = 'file' | 'folder' | 'unknown';

/** Tells what of a ground is watched. Asked from the top down; remembers what `.gitignore` files say. */
export function watchesIn(ground: Ground): (path: string, kind: Kind) => boolean {
  const { files, written, workspaces, ignoring } = ground;
  const leading = new Set([...files].map((file) => dirname(file)));
  const inmost = [...workspaces].sort((a, b) => b.root.folder.length - a.root.folder.length);
  const known = new Map<string, IgnoreRules>();
  return (path, kind) => {
    if (written.has(path)) return false;
    if (files.has(path) || leading.has(path)) return true;
    const home = inmost.find(({ root }) => isWithin(path, root.folder));
    if (home === undefined || NEVER_ENTERED.has(basename(path))) return false;
    const { root, settings } = home;
    if (path === root.folder) return true;
    const id = relative(root.folder, path).replaceAll(sep, '/');
    if (isIgnoredPath(settings, id)) return false;
    const type = kind === 'folder' ? 'folder' : 'file';
    if (ignoring === 'heeded' && ignoredAt(dirname(path), root, known).has(path, type))
      return false;
    return kind !== 'file' || isPagePath(settings, id) || RULING.has(basename(path));
  };
}

/** Whether a file says what is read: when it changes, what is watched is found out anew. */
export function isRuling(path: string, { files }: Ground): boolean {
  return RULING.has(basename(path)) || (files.has(path) && /\.(?:ya?ml|json)$/i.test(path));
}

const RULING: ReadonlySet<string> = new Set([CONFIG_NAME, '.gitignore']);

function ignoredAt(
  folder: string,
  root: WorkspaceRoot,
  known: Map<string, IgnoreRules>,
): IgnoreRules {
  const before = known.get(folder);
  if (before !== undefined) return before;
  const ignored = isWithin(folder, root.folder) ? below(folder, root, known) : NO_IGNORE_RULES;
  known.set(folder, ignored);
  return ignored;
}

function below(folder: string, root: WorkspaceRoot, known: Map<string, IgnoreRules>): IgnoreRules {
  if (folder === root.folder) return ignoreRulesIn(folder, root.repository);
  return ignoredAt(dirname(folder), root, known).within(folder);
}
