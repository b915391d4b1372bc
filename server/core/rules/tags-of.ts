import type { Tag, Use } from '../brief/index.js';
import type { Commitment, Page, Workspace } from '../workspace/index.js';
import { commitmentsIn } from '../workspace/index.js';

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
