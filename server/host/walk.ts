import { type Dirent, readdirSync, realpathSync, statSync } from 'node:fs';
import { sep } from 'node:path';
import { type IgnoreRules, ignoreRulesIn, NO_IGNORE_RULES } from './gitignore.js';
import { removeLeftovers } from './leftovers.js';
import { NEVER_ENTERED } from './membership.js';

export interface WalkOptions {
  /** The folder whose `.gitignore` is the topmost that counts. */
  readonly repository: string | undefined;
  /** Whether a folder (a path below the root, with `/`) that holds those names is left out. */
  readonly skips?: (folder: string, names: readonly string[]) => boolean;
  /** `ignored`: what `.gitignore` leaves out is found as well. */
  readonly ignoring?: 'respected' | 'ignored';
  /** Told of each link that leads out of the repository: it is left out. */
  readonly onLinkOut?: (id: string) => void;
  /** Told of each folder that cannot be read; the others go on. */
  readonly onFault?: (folder: string, error: Error) => void;
}

interface WalkState {
  readonly root: string;
  readonly realRoot: string;
  /** What no link may lead out of. */
  readonly realRepository: string;
  /** Folders outside the root that links led into, so that none is walked twice or for ever. */
  readonly visited: Set<string>;
  readonly options: WalkOptions;
}

/**
 * The files below a folder, as paths with `/`. `.git` and `node_modules` are never entered, nor what
 * `.gitignore` leaves out. A link to something inside the root is not followed: it is read under its
 * own name; a link to another place in the repository is, once; one that leads out of that is left out.
 */
export function* walk(root: string, options: WalkOptions): Generator<string> {
  const realRoot = realOf(root) ?? root;
  const realRepository =
    options.repository === undefined ? realRoot : (realOf(options.repository) ?? realRoot);
  const state = { root, realRoot, realRepository, visited: new Set<string>(), options };
  const ignored =
    options.ignoring === 'ignored' ? NO_IGNORE_RULES : ignoreRulesIn(root, options.repository);
  yield* walkFolder(root, ignored, state);
}

interface PendingFolder {
  /** Below the root; empty: the root itself. */
  readonly id: string;
  readonly folder: string;
  /** What the folders above leave out. */
  readonly above: IgnoreRules;
}

/** A stack of its own, not recursion: folders may be nested deeper than calls may. */
function* walkFolder(top: string, above: IgnoreRules, state: WalkState): Generator<string> {
  const waiting: PendingFolder[] = [{ id: '', folder: top, above }];
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    const { id, folder } = next;
    const entries = entriesOf(folder, id, state);
    const names = entries.map(({ name }) => name);
    removeLeftovers(folder, names);
    if (id !== '' && state.options.skips?.(id, names) === true) continue;
    const layered = id !== '' && names.includes('.gitignore');
    const ignored = layered ? next.above.within(folder) : next.above;
    const prefix = folder.endsWith(sep) ? folder : folder + sep;
    for (const entry of entries) {
      const path = prefix + entry.name;
      const type = NEVER_ENTERED.has(entry.name) ? undefined : typeOf(entry, path, state);
      if (type === undefined || ignored.has(path, type === 'folder' ? type : 'file')) continue;
      const below = id === '' ? entry.name : `${id}/${entry.name}`;
      if (type === 'link-out') {
        state.options.onLinkOut?.(below);
        continue;
      }
      if (type === 'file') yield below;
      else waiting.push({ id: below, folder: path, above: ignored });
    }
  }
}

function entriesOf(folder: string, id: string, { options }: WalkState): readonly Dirent[] {
  try {
    return readdirSync(folder, { withFileTypes: true });
  } catch (error) {
    const fault = folderFault(id, error as NodeJS.ErrnoException);
    if (fault !== undefined) options.onFault?.(id || '.', fault);
    return [];
  }
}

/** A folder that is removed while we walk is meant to be gone. */
function folderFault(id: string, error: NodeJS.ErrnoException): Error | undefined {
  if (error.code !== 'ENOENT') return error;
  // Node replaces the bytes of such a name, and finds no folder by what comes out.
  return id.includes('\ufffd') ? new Error('its name is not in UTF-8. Rename it') : undefined;
}

/** Sockets, devices and pipes are no files to us: reading one may never end. */
function typeOf(entry: Dirent, path: string, state: WalkState): FoundType | undefined {
  if (entry.isFile()) return 'file';
  if (entry.isDirectory()) return 'folder';
  return entry.isSymbolicLink() ? typeOfLink(path, state) : undefined;
}

type FoundType = 'file' | 'folder' | 'link-out';

function typeOfLink(
  path: string,
  { realRoot, realRepository, visited }: WalkState,
): FoundType | undefined {
  const real = realOf(path);
  if (real === undefined || isBelow(real, realRoot) || visited.has(real)) return undefined;
  // A folder that holds the root would lead back into it.
  if (isBelow(realRoot, real)) return undefined;
  if (!isBelow(real, realRepository)) return 'link-out';
  const stat = statSync(real, { throwIfNoEntry: false });
  if (stat?.isFile()) return 'file';
  if (!stat?.isDirectory()) return undefined;
  visited.add(real);
  return 'folder';
}

function isBelow(path: string, folder: string): boolean {
  return path === folder || path.startsWith(folder.endsWith(sep) ? folder : folder + sep);
}

function realOf(path: string): string | undefined {
  try {
    return realpathSync(path);
  } catch {
    return undefined;
  }
}
