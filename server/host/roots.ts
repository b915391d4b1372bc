import { existsSync } from 'node:fs';
import { dirname, join, relative, sep } from 'node:path';
import { CONFIG_NAME } from './host.js';

/** Where a workspace begins. Absolute paths. */
export interface Root {
  readonly folder: string;
  readonly config: string | undefined;
  /** The git repository it lies in. */
  readonly repository: string | undefined;
}

/**
 * The workspace a folder belongs to: that of the nearest `rapporteur.yaml` above it, not beyond the
 * git repository; else the repository; else the working directory, or the folder itself if it lies
 * elsewhere.
 */
export function rootOf(folder: string, cwd: string): Root {
  let config: string | undefined;
  for (const at of upward(folder)) {
    if (config === undefined && existsSync(join(at, CONFIG_NAME))) config = join(at, CONFIG_NAME);
    if (existsSync(join(at, '.git'))) {
      return { folder: config === undefined ? at : dirname(config), config, repository: at };
    }
  }
  if (config !== undefined) return { folder: dirname(config), config, repository: undefined };
  const home = isWithin(folder, cwd) ? cwd : folder;
  return { folder: home, config: undefined, repository: undefined };
}

function* upward(folder: string): Iterable<string> {
  yield folder;
  for (let at = folder; dirname(at) !== at; ) {
    at = dirname(at);
    yield at;
  }
}

/** Whether a path is a folder or lies somewhere in it. Both absolute. */
export function isWithin(path: string, folder: string): boolean {
  const below = relative(folder, path);
  return (
    below === '' || (below !== '..' && !below.startsWith(`..${sep}`) && !/^[A-Za-z]:/.test(below))
  );
}
