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
export interface WatchSet {
  readonly workspaces: readonly { readonly root: WorkspaceRoot; readonly settings: Settings }[];
  /** Whether what `.gitignore` leaves out is left out. */
  readonly ignoring: 'respected' | 'ignored';
  /** Absolute: configurations, a baseline, what links lead to, what was named by hand. */
  readonly files: ReadonlySet<string>;
  /** Absolute. What the check itself writes: it would go on for ever. */
  readonly written: ReadonlySet<string>;
}

/** `unknown`: it was not looked at yet. */
export type FileType = 'file' | 'folder' | 'unknown';

/** Decides which paths of a watch set are watched. Called from the top down; remembers what `.gitignore` files say. */
export function watchFilter(watchSet: WatchSet): (path: string, kind: FileType) => boolean {
  const { files, written, workspaces, ignoring } = watchSet;
  const leading = new Set([...files].map((file) => dirname(file)));
  const innermostFirst = [...workspaces].sort(
    (a, b) => b.root.folder.length - a.root.folder.length,
  );
  const known = new Map<string, IgnoreRules>();
  return (path, kind) => {
    if (written.has(path)) return false;
    if (files.has(path) || leading.has(path)) return true;
    const home = innermostFirst.find(({ root }) => isWithin(path, root.folder));
    if (home === undefined || NEVER_ENTERED.has(basename(path))) return false;
    const { root, settings } = home;
    if (path === root.folder) return true;
    const id = relative(root.folder, path).replaceAll(sep, '/');
    if (isIgnoredPath(settings, id)) return false;
    const type = kind === 'folder' ? 'folder' : 'file';
    if (ignoring === 'respected' && ignoredAt(dirname(path), root, known).has(path, type))
      return false;
    return kind !== 'file' || isPagePath(settings, id) || CONFIG_NAMES.has(basename(path));
  };
}

/** Whether a file says what is read: when it changes, what is watched is found out anew. */
export function isConfigFile(path: string, { files }: WatchSet): boolean {
  return CONFIG_NAMES.has(basename(path)) || (files.has(path) && /\.(?:ya?ml|json)$/i.test(path));
}

const CONFIG_NAMES: ReadonlySet<string> = new Set([CONFIG_NAME, '.gitignore']);

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
