import type { Workspace } from './model.js';

/** Computes what follows from a workspace once per snapshot: a cache and nothing else. */
export function perWorkspace<T>(make: (workspace: Workspace) => T): (workspace: Workspace) => T {
  const made = new WeakMap<Workspace, T>();
  return (workspace) => {
    let value = made.get(workspace);
    if (value === undefined) {
      value = make(workspace);
      made.set(workspace, value);
    }
    return value;
  };
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
