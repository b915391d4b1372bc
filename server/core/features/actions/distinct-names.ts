import type { Workspace } from '../../workspace/index.js';
import { nameOfId, nameWithId } from '../describe/commitment-words.js';

/** How several that are offered side by side are told apart: by name, by id too where names are alike. */
export function distinctNames(
  workspace: Workspace,
  ids: readonly string[],
): (id: string) => string {
  const seen = new Set<string>();
  const twice = new Set<string>();
  for (const id of new Set(ids)) {
    const name = nameOfId(workspace, id);
    (seen.has(name) ? twice : seen).add(name);
  }
  return (id) =>
    twice.has(nameOfId(workspace, id)) ? nameWithId(workspace, id) : nameOfId(workspace, id);
}
