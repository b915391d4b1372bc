import { existsSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { isWorkspaceConfig } from '../core/index.js';
import { CONFIG_NAME } from './host.js';
import { isWithin } from './paths.js';
import { readPath } from './read-file.js';

/** Where a workspace begins. Absolute paths. */
export interface WorkspaceRoot {
  readonly folder: string;
  readonly config: string | undefined;
  /** The git repository it lies in. */
  readonly repository: string | undefined;
}

/**
 * The workspace a folder belongs to: that of the nearest `rapporteur.yaml` above it that does not say
 * `root: false`, not beyond the git repository; else the repository; else the working directory, or the
 * folder itself if it lies elsewhere.
 */
export function rootOf(folder: string, cwd: string): WorkspaceRoot {
  const { config, repository, top } = lookUpward(folder);
  if (config !== undefined) return { folder: dirname(config), config, repository };
  const home = repository ?? (isWithin(folder, cwd) ? cwd : (top ?? folder));
  // Above what says that it is no workspace there is none: it is one after all.
  const own = join(home, CONFIG_NAME);
  return { folder: home, config: existsSync(own) ? own : undefined, repository };
}

interface UpwardLook {
  /** The nearest that makes a workspace. */
  readonly config: string | undefined;
  readonly repository: string | undefined;
  /** The topmost folder with a configuration. */
  readonly top: string | undefined;
}

function lookUpward(folder: string): UpwardLook {
  let config: string | undefined;
  let top: string | undefined;
  for (const at of upward(folder)) {
    const own = join(at, CONFIG_NAME);
    if (config === undefined && existsSync(own)) {
      top = at;
      if (beginsWorkspace(own)) config = own;
    }
    if (existsSync(join(at, '.git'))) return { config, top, repository: at };
  }
  return { config, top, repository: undefined };
}

/** Whether a workspace begins where that configuration lies. One that cannot be read shall be seen. */
export function beginsWorkspace(config: string): boolean {
  // Reading a pipe may never end.
  if (!isFile(config)) return true;
  const reading = readPath(config);
  return reading.type === 'fault' || isWorkspaceConfig(reading.text);
}

function isFile(path: string): boolean {
  try {
    return statSync(path).isFile();
  } catch {
    return false;
  }
}

function* upward(folder: string): Iterable<string> {
  yield folder;
  for (let at = folder; dirname(at) !== at; ) {
    at = dirname(at);
    yield at;
  }
}
