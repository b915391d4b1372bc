import { existsSync, realpathSync } from 'node:fs';
import { join, relative, resolve } from 'node:path';
import type { PageId } from '../core/index.js';
import { ignoreChecker } from './gitignore.js';
import { CONFIG_NAME } from './host.js';
import { type Exclusion, neverEntered } from './membership.js';
import { isWithin } from './paths.js';
import { beginsWorkspace, type WorkspaceRoot } from './workspace-root.js';

/**
 * What a walk over a workspace's folder would not find, asked of single paths (below the root). What
 * its configurations leave out besides is no matter of the disk.
 */
export interface DiskMembership {
  /** Why what lies there is left out; asked from the top down, as Git does. */
  exclusionOf(id: PageId, type: 'file' | 'folder'): Exclusion | undefined;
  /** Why it is read elsewhere: in a workspace of its own, or under its own name. */
  readElsewhere(id: PageId): Exclusion | undefined;
}

/**
 * Remembers what `.gitignore` files say: it is made anew when one changes.
 * @param ignoring `ignored`: whatever they say
 */
export function diskMembership(
  { folder, repository }: Pick<WorkspaceRoot, 'folder' | 'repository'>,
  ignoring: 'respected' | 'ignored' = 'respected',
): DiskMembership {
  const git = ignoreChecker(repository ?? folder);
  return {
    exclusionOf(id, type) {
      const never = neverEntered(id);
      if (never !== undefined || ignoring === 'ignored') return never;
      const reason = git(resolve(folder, id), type);
      return reason && { by: 'gitignore', ...reason };
    },
    readElsewhere(id) {
      const nested = foldersAbove(id).find((above) => holdsWorkspace(join(folder, above)));
      if (nested !== undefined) return { by: 'nested-workspace', folder: nested };
      return isLinkInside(folder, resolve(folder, id)) ? { by: 'link' } : undefined;
    },
  };
}

/** From the top down. */
function foldersAbove(id: PageId): readonly PageId[] {
  const parts = id.split('/').slice(0, -1);
  return parts.map((_, index) => parts.slice(0, index + 1).join('/'));
}

function holdsWorkspace(folder: string): boolean {
  const config = join(folder, CONFIG_NAME);
  return existsSync(config) && beginsWorkspace(config);
}

function isLinkInside(folder: string, path: string): boolean {
  const realFolder = realOf(folder);
  const real = realOf(path);
  if (real === undefined || realFolder === undefined) return false;
  return isWithin(real, realFolder) && real !== resolve(realFolder, relative(folder, path));
}

function realOf(path: string): string | undefined {
  try {
    return realpathSync(path);
  } catch {
    return undefined;
  }
}
