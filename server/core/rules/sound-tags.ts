import { scalar, type Tag, tagOf, type Use } from '../brief/index.js';
import { groupBy, type Span } from '../text/index.js';
import {
  type Commitment,
  commitmentsIn,
  type Page,
  perKey,
  perPage,
  type Resolution,
  resolve,
  type Workspace,
} from '../workspace/index.js';

/** The tags of a role that were read without a fault: one slip, one finding. */
export function soundTags(page: Page, role: Tag['role']): readonly Tag[] {
  return soundByRole(page).get(role) ?? [];
}

/** Sorted out once for all the rules that look at a role. */
const soundByRole = perPage(
  (page): ReadonlyMap<Tag['role'], readonly Tag[]> =>
    groupBy(page.facts.tags, ({ role, sound }) => (sound ? role : undefined)),
);

/** A mention by words that mean nobody, or nobody alone. */
export interface OpenMention {
  readonly tag: Tag;
  readonly resolution: Exclude<Resolution, { readonly type: 'resolved' }>;
}

/** The mentions without `ref` that stay open; asked once for the rules about them. */
export const openMentions: (workspace: Workspace, page: Page) => readonly OpenMention[] = perKey(
  (workspace, page) => {
    const open: OpenMention[] = [];
    for (const tag of soundTags(page, 'mention')) {
      if (tag.refs !== undefined) continue;
      const resolution = resolve(workspace, page, tag);
      if (resolution.type !== 'resolved') open.push({ tag, resolution });
    }
    return open;
  },
);

/** The commitments a page defines, by tags that were read without a fault. */
export function soundCommitments(workspace: Workspace, page: Page): readonly Commitment[] {
  return commitmentsIn(workspace, page).filter(({ at }) => at.tag.sound);
}

/** The ids pointed at, but those in faulty tags. */
export function* soundUses(page: Page): Iterable<Use> {
  for (const use of page.facts.uses) {
    if (tagOf(page.facts, use.tag)?.sound !== false) yield use;
  }
}

/** Where a tag says something: the value of the first of these attributes that it has, else its kind. */
export function placeOf(tag: Tag, ...names: readonly string[]): Span {
  for (const name of names) {
    const value = scalar(tag.attributes, name);
    if (value !== undefined) return value.span;
  }
  return tag.head;
}
