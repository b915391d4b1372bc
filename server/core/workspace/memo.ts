import { perObject } from '../text/index.js';
import type { Page, Workspace } from './model.js';

/** Computes what follows from a page once: pages never change. A cache and nothing else. */
export function perPage<T>(make: (page: Page) => T): (page: Page) => T {
  return perObject(make);
}

/** As {@link perPage}, of a snapshot of the workspace. */
export function perWorkspace<T>(make: (workspace: Workspace) => T): (workspace: Workspace) => T {
  return perObject(make);
}

/** As {@link perWorkspace}, for an answer to a question that is asked by a key. */
export function perKey<K, T>(
  make: (workspace: Workspace, key: K) => T,
): (workspace: Workspace, key: K) => T {
  const answers = perWorkspace(() => new Map<K, T>());
  return (workspace, key) => {
    const known = answers(workspace);
    const answer = known.get(key);
    if (answer !== undefined || known.has(key)) return answer as T;
    const fresh = make(workspace, key);
    known.set(key, fresh);
    return fresh;
  };
}
