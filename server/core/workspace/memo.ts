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

/** As {@link perKey}, of what follows from ids, kinds and names alone: kept while something else is typed. */
export function perNaming<K, T>(
  make: (workspace: Workspace, key: K) => T,
): (workspace: Workspace, key: K) => T {
  const answers = perObject((_naming: object) => new Map<K, T>());
  return (workspace, key) => once(answers(workspace.naming), workspace, key, make);
}

/** As {@link perWorkspace}, for an answer to a question that is asked by a key. */
export function perKey<K, T>(
  make: (workspace: Workspace, key: K) => T,
): (workspace: Workspace, key: K) => T {
  const answers = perWorkspace(() => new Map<K, T>());
  return (workspace, key) => once(answers(workspace), workspace, key, make);
}

function once<K, T>(
  known: Map<K, T>,
  workspace: Workspace,
  key: K,
  make: (workspace: Workspace, key: K) => T,
): T {
  const answer = known.get(key);
  if (answer !== undefined || known.has(key)) return answer as T;
  const fresh = make(workspace, key);
  known.set(key, fresh);
  return fresh;
}
