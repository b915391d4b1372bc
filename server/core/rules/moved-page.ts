import { type PageId, perWorkspace, type Workspace } from '../workspace/index.js';

/**
 * The one page with the file name of a missing one, wherever it lies, as a link from `from` would
 * write it. `undefined` when there is none, or more than one.
 */
export function pathLike(workspace: Workspace, from: PageId, missing: PageId): string | undefined {
  const [only, ...others] = pagesByName(workspace).get(nameOf(missing)) ?? [];
  return only === undefined || others.length > 0 ? undefined : relative(from, only);
}

/** By file name in lower case. */
const pagesByName = perWorkspace((workspace): ReadonlyMap<string, readonly PageId[]> => {
  const names = new Map<string, PageId[]>();
  for (const id of workspace.pages.keys()) {
    const alike = names.get(nameOf(id));
    if (alike === undefined) names.set(nameOf(id), [id]);
    else alike.push(id);
  }
  return names;
});

function nameOf(id: PageId): string {
  return id.slice(id.lastIndexOf('/') + 1).toLowerCase();
}

function relative(from: PageId, to: PageId): string {
  const folders = from.split('/').slice(0, -1);
  const target = to.split('/');
  let shared = 0;
  while (shared < folders.length && folders[shared] === target[shared]) shared += 1;
  const up = folders.slice(shared).map(() => '..');
  return [...up, ...target.slice(shared)].map(encodeURIComponent).join('/');
}
