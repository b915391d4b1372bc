import { type Page, resolve, tagsBefore, type Workspace } from '../workspace/index.js';

/** Whom a brief has spoken of before a place, the last first; each once. */
export function recentlyMentioned(
  workspace: Workspace,
  page: Page,
  { kind, before, most }: { readonly kind: string; readonly before: number; readonly most: number },
): readonly string[] {
  const ids = new Set<string>();
  for (const tag of tagsBefore(page, before)) {
    if (ids.size >= most) break;
    if (tag.kind !== kind || tag.span.end > before) continue;
    const resolution = resolve(workspace, page, tag);
    if (resolution.type !== 'resolved') continue;
    // Of several in one tag, in the order they are named.
    for (const id of resolution.ids) ids.add(id);
  }
  return [...ids].slice(0, most);
}
