import type { Session } from './session.js';

/** How many briefs and registries there are; other Markdown is known for its links only. */
export function pageCount({ state }: Session): number {
  let count = 0;
  for (const { workspace } of state.roots.values()) {
    for (const { facts } of workspace.pages.values()) if (facts.role !== 'document') count += 1;
  }
  return count;
}
