import { createHash } from 'node:crypto';
import { basename, join } from 'node:path';
import {
  BUILD_FOLDER,
  isThere,
  leadsOut,
  namesIn,
  systemCacheFolder,
  type WorkspaceRoot,
} from '../../host/index.js';
import type { Io } from '../terminal/io.js';

/** Where a cache lies; plain data, so that it can be sent to workers. */
export interface CacheLocation {
  /** Absolute. */
  readonly folder: string;
}

/**
 * Beside the packages of the project if it has any, as other tools do; else where the system keeps
 * caches, in a folder for each root.
 */
export function defaultLocation({ folder, repository }: WorkspaceRoot, io: Io): CacheLocation {
  for (const home of [folder, repository]) {
    const modules = home && join(home, 'node_modules');
    if (!modules || !isThere(modules)) continue;
    const own = join(modules, '.cache', 'rapporteur');
    // Where a link of the repository leads out of it, nothing is written.
    if (!leadsOut(own, io.cwd)) return { folder: own };
  }
  const hash = createHash('sha256').update(folder).digest('hex').slice(0, 12);
  const name = `${basename(folder) || 'root'}-${hash}`;
  return { folder: join(systemCacheFolder(io.env), 'rapporteur', name) };
}

/** A folder that someone named: it is used as it is, or, if it holds other things, a folder in it. */
export function locationIn(folder: string): CacheLocation {
  return { folder: isForeign(folder) ? join(folder, 'rapporteur') : folder };
}

/** The files that tell other tools, and git, to leave a cache alone. */
export const LABEL_FILES = { tag: 'CACHEDIR.TAG', ignore: '.gitignore' } as const;

/** Our `.gitignore` says that all beside it is of no interest: it must not lie among other people's files. */
function isForeign(folder: string): boolean {
  const ours: readonly string[] = Object.values(LABEL_FILES);
  return namesIn(folder).some((name) => !ours.includes(name) && !isOurs(name));
}

function isOurs(name: string): boolean {
  return BUILD_FOLDER.test(name) || /^\.rapporteur-.*\.tmp$/.test(name);
}
