import { basename, dirname, relative, sep } from 'node:path';
import { isIgnoredPath, isPagePath, type Settings } from '../../core/index.js';
import {
  CONFIG_NAME,
  type DiskMembership,
  diskMembership,
  isWithin,
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
  const memberships = new Map<WorkspaceRoot, DiskMembership>();
  const membershipOf = (root: WorkspaceRoot): DiskMembership => {
    const made = memberships.get(root) ?? diskMembership(root, ignoring);
    memberships.set(root, made);
    return made;
  };
  return (path, kind) => {
    if (written.has(path)) return false;
    if (files.has(path) || leading.has(path)) return true;
    const home = innermostFirst.find(({ root }) => isWithin(path, root.folder));
    if (home === undefined) return false;
    const { root, settings } = home;
    if (path === root.folder) return true;
    const id = relative(root.folder, path).replaceAll(sep, '/');
    if (isIgnoredPath(settings, id)) return false;
    const type = kind === 'folder' ? 'folder' : 'file';
    if (membershipOf(root).exclusionOf(id, type) !== undefined) return false;
    return kind !== 'file' || isPagePath(settings, id) || CONFIG_NAMES.has(basename(path));
  };
}

/** Whether a file says what is read: when it changes, what is watched is found out anew. */
export function isConfigFile(path: string, { files }: WatchSet): boolean {
  return CONFIG_NAMES.has(basename(path)) || (files.has(path) && /\.(?:ya?ml|json)$/i.test(path));
}

const CONFIG_NAMES: ReadonlySet<string> = new Set([CONFIG_NAME, '.gitignore']);
