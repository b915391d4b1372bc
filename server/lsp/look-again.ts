import { CONFIG_NAME, type PageId } from '../core/index.js';
import type { Platform } from './platform.js';
import { type FileStamps, listPages, type OpenRoot } from './root.js';
import type { ServerState } from './server-state.js';
import { isAtOrBelow, normalizedUri, uriBelow } from './uris.js';
import { createYielder, type YieldIfDue } from './yielding.js';

/** Whether the client tells of what happens on the disk there: it sees what lies in its own folders. */
export function isWatched({ isWatching, folders }: ServerState, { place }: OpenRoot): boolean {
  return isWatching && folders.some((folder) => isAtOrBelow(place.uri, folder));
}

/**
 * Of all files that have a say in a workspace: pages, configurations, what they leave out, what links
 * lead to. Taken before the files are read, so that what changes meanwhile is seen the next time.
 */
export async function stampsOf(root: OpenRoot, pause: YieldIfDue): Promise<FileStamps> {
  const stamps = new Map<PageId, string | undefined>();
  for (const id of await stampedIds(root, pause)) {
    stamps.set(id, await root.host.stampOf(id));
    await pause();
  }
  return stamps;
}

async function stampedIds(root: OpenRoot, pause: YieldIfDue): Promise<ReadonlySet<PageId>> {
  const pages = await listPages(root, pause);
  const folders = new Set(pages.map((id) => id.slice(0, id.lastIndexOf('/') + 1)));
  return new Set([
    ...pages,
    CONFIG_NAME,
    '.gitignore',
    ...[...folders].map((folder) => `${folder}.gitignore`),
    ...root.config.files.keys(),
    ...[...root.nestedRoots].map((folder) => `${folder}/${CONFIG_NAME}`),
    ...root.joinedConfigs,
    root.baseline.id,
    ...root.workspace.files.keys(),
  ]);
}

export interface Looking {
  /** A person has opened or saved something, and may have come from another program. */
  onReturn(): void;
  /** Before a request is answered: resolves when what happened on the disk some seconds ago is known. */
  beforeAnswer(): Promise<void>;
}

export interface LookListener {
  /** Told which files (normalized uris) changed; resolves when their texts are known. */
  onChanged(uris: readonly string[]): Promise<void>;
  /** Told of each look: where workspaces begin may have changed as well. */
  onLooked(): Promise<void>;
}

/** How old what is known of the disk may be when a request is answered, in milliseconds. */
const MAX_AGE_MS = 2000;

/** At most one part in so many of the time goes into looking. */
const SHARE = 20;

/** A look as quick as this may be repeated at once, in milliseconds. */
const QUICK_MS = 50;

/** And one as quick as this when a person has opened or saved something: that is rare, and has to be right. */
const QUICK_ON_RETURN_MS = 2000;

/**
 * Looks at the disk where the client does not tell of it.
 */
export function startLooking(
  platform: Platform,
  state: ServerState,
  listener: LookListener,
): Looking {
  let lookedAt = Number.NEGATIVE_INFINITY;
  let took = 0;
  let running: Promise<void> | undefined;
  let following: Promise<void> | undefined;
  const lookAtAll = async (): Promise<void> => {
    const startedAt = performance.now();
    const changed: string[] = [];
    for (const root of [...state.roots.values()]) {
      if (root.complete && !isWatched(state, root))
        changed.push(...(await changedSince(root, createYielder(platform, state))));
    }
    await listener.onLooked();
    lookedAt = performance.now();
    took = lookedAt - startedAt;
    if (changed.length > 0) await listener.onChanged(changed);
  };
  const begin = (): Promise<void> => {
    running = lookAtAll().finally(() => {
      running = undefined;
    });
    return running;
  };
  /** One that runs may have passed what changed. */
  const look = (): Promise<void> => {
    if (running === undefined) return begin();
    following ??= running.then(() => {
      following = undefined;
      return begin();
    });
    return following;
  };
  const isNeeded = (quick: number): boolean => {
    const mayLook = took < quick || performance.now() >= lookedAt + SHARE * took;
    return mayLook && [...state.roots.values()].some((root) => !isWatched(state, root));
  };
  return {
    onReturn() {
      if (isNeeded(QUICK_ON_RETURN_MS)) void look();
    },
    beforeAnswer() {
      const isDue = performance.now() - lookedAt > MAX_AGE_MS && isNeeded(QUICK_MS);
      return following ?? running ?? (isDue ? look() : Promise.resolve());
    },
  };
}

async function changedSince(root: OpenRoot, pause: YieldIfDue): Promise<readonly string[]> {
  const before = root.stamps;
  const now = await stampsOf(root, pause);
  root.stamps = now;
  const ids = new Set([...before.keys(), ...now.keys()]);
  return [...ids]
    .filter((id) => before.get(id) !== now.get(id))
    .map((id) => normalizedUri(uriBelow(root.place.uri, id)));
}
