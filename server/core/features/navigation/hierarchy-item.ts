import { kindTitle, listOf, shortened } from '../../rules/index.js';
import {
  type Commitment,
  commitmentOf,
  commitmentsIn,
  entityOf,
  holdersOn,
  holdingsOf,
  type Page,
  type PageId,
  type Workspace,
} from '../../workspace/index.js';
import { commitmentState } from '../describe/card.js';
import { actOf, commitmentStateWords, isOver } from '../describe/commitment-words.js';
import { nameOfId } from '../describe/id-names.js';
import { commitmentTarget } from './implementation.js';
import { idsOfTarget, type NavigationTarget, subjectAt, targetOf } from './navigation-targets.js';

/** One line of a hierarchy: an entity or a commitment, and where it stands. */
export interface HierarchyItem extends NavigationTarget {
  readonly name: string;
  /** One line, plain text. */
  readonly detail: string;
  /** The word of its kind. */
  readonly kind: string;
  /** A commitment that nothing more is to come of. */
  readonly over: boolean;
  readonly key: ItemKey;
}

/** What an item is asked about by: plain data. A commitment without an id is known by its place. */
export type ItemKey = { readonly id: string } | { readonly page: PageId; readonly start: number };

/** An entity by its id, or a commitment. */
export type Node =
  | { readonly type: 'entity'; readonly id: string }
  | { readonly type: 'commitment'; readonly commitment: Commitment };

/** `undefined` when nothing defines the id. */
export function nodeOfId(workspace: Workspace, id: string): Node | undefined {
  const commitment = commitmentOf(workspace, id);
  if (commitment !== undefined) return { type: 'commitment', commitment };
  return entityOf(workspace, id) && { type: 'entity', id };
}

/** What an item stood for; `undefined` when it is gone. */
export function nodeOfKey(workspace: Workspace, key: ItemKey): Node | undefined {
  if ('id' in key) return nodeOfId(workspace, key.id);
  const page = workspace.pages.get(key.page);
  const all = page === undefined ? [] : commitmentsIn(workspace, page);
  const commitment = all.find(({ at }) => at.tag.span.start === key.start);
  return commitment && { type: 'commitment', commitment };
}

/** What is meant at an offset (UTF-16), or what it could mean. */
export function nodesAt(workspace: Workspace, page: Page, offset: number): readonly Node[] {
  const thing = subjectAt(workspace, page, offset);
  if (thing === undefined) return [];
  if (thing.type === 'commitment' && thing.tag.id === undefined) {
    const node = nodeOfKey(workspace, { page: page.id, start: thing.tag.span.start });
    return node === undefined ? [] : [node];
  }
  return idsOfTarget(workspace, page, thing).flatMap((id) => nodeOfId(workspace, id) ?? []);
}

/** @param relation how it stands to the item it is listed under, to begin its detail with */
export function itemOf(
  workspace: Workspace,
  node: Node,
  relation: readonly string[] = [],
): HierarchyItem | undefined {
  const said = relation.length === 0 ? [] : [listOf(relation, 'and')];
  if (node.type === 'commitment') return commitmentItem(workspace, node.commitment, said);
  const at = entityOf(workspace, node.id);
  if (at === undefined) return undefined;
  const { kind } = at.definition;
  return {
    ...targetOf(workspace, at),
    name: shortened(nameOfId(workspace, node.id)),
    detail: [...said, ...entityFacts(workspace, kind, node.id)].join(' · '),
    kind,
    over: false,
    key: { id: node.id },
  };
}

/** `by United States, to India · due 31 December 2025, in 60 days · active`. */
function commitmentItem(
  workspace: Workspace,
  commitment: Commitment,
  said: readonly string[],
): HierarchyItem {
  const { id, at } = commitment;
  const state = commitmentState(workspace, commitment);
  return {
    ...commitmentTarget(commitment),
    name: shortened(actOf(commitment)) || id || 'Commitment',
    detail: [...said, commitmentStateWords(workspace, state)].join(' · '),
    kind: 'commitment',
    over: isOver(state),
    key: id === undefined ? { page: at.page, start: at.tag.span.start } : { id },
  };
}

/** What kind of thing it is, and who holds it, or what they hold, today. */
function entityFacts(workspace: Workspace, kind: string, id: string): readonly string[] {
  const { today } = workspace;
  const title = kindTitle(workspace, kind);
  const day = { first: today, last: today };
  const held = holdingsOf(workspace, id).filter(
    ({ sure }) => sure && sure.first <= today && today <= sure.last,
  );
  const others =
    kind === 'office' ? holdersOn(workspace, id, day) : held.map(({ office }) => office);
  return [title, ...[...new Set(others)].map((other) => nameOfId(workspace, other))];
}
