import { scalar, type Tag, type Use } from '../brief/index.js';
import type { Span } from '../text/index.js';
import { type Commitment, commitmentsIn, type Page, type Workspace } from '../workspace/index.js';

/** The tags of a role that were read without a fault: one slip, one finding. */
export function* soundTags(page: Page, role: Tag['role']): Iterable<Tag> {
  for (const tag of page.facts.tags) if (tag.role === role && tag.sound) yield tag;
}

/** The commitments a page defines, by tags that were read without a fault. */
export function* soundCommitments(workspace: Workspace, page: Page): Iterable<Commitment> {
  for (const commitment of commitmentsIn(workspace, page)) {
    if (commitment.at.tag.sound) yield commitment;
  }
}

/** The ids pointed at, but those in faulty tags. */
export function* soundUses(page: Page): Iterable<Use> {
  for (const use of page.facts.uses) {
    if (use.tag === undefined || page.facts.tags[use.tag]?.sound !== false) yield use;
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
