import { type Page, resolve, type Workspace } from '../workspace/index.js';

/** Whom a brief has spoken of before a place, the last first; each once. */
export function recentlyMentioned(
  workspace: Workspace,
  page: Page,
  { kind, before, most }: { readonly kind: string; readonly before: number; readonly most: number },
): readonly string[] {
  const ids = new Set<string>();
  const { tags } = page.facts;
  for (let at = tags.length - 1; at >= 0 && ids.size < most; at -= 1) {
    const tag = tags[at];
    if (tag === undefined || tag.kind !== kind || tag.span.end > before) continue;
    const resolution = resolve(workspace, page, tag);
    if (resolution.type !== 'resolved') continue;
    // Of several in one tag, in the order they are named.
    for (const id of resolution.ids) ids.add(id);
  }
  return [...ids].slice(0, most);
}
