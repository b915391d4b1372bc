import { EACH_OTHER, scalars } from '../../brief/index.js';
import { groupBy, type Span } from '../../text/index.js';
import {
  type BackLinks,
  backLinks,
  type Commitment,
  commitmentsBy,
  commitmentsTo,
  kindsOfId,
  type Page,
  type Workspace,
} from '../../workspace/index.js';
import {
  type HierarchyItem,
  type ItemKey,
  itemOf,
  type Node,
  nodeOfId,
  nodeOfKey,
  nodesAt,
} from './hierarchy-item.js';

/*
 * Promises as a call hierarchy, which editors can unfold in both directions. An arrow goes from who
 * promises to the promise, from the promise to who is promised it, and from a promise to the one it
 * depends on, is part of, fulfils or supersedes. So of a party the outgoing ones are what it owes and
 * the incoming ones what it is owed; of a commitment the outgoing ones are to whom and on what else, the
 * incoming ones by whom and what depends on it.
 */

/** One end of an arrow, and the words that say so in the page of the arrow's beginning. */
export interface Call {
  readonly item: HierarchyItem;
  readonly at: readonly Span[];
}

/** The parties and commitments at an offset (UTF-16). */
export function prepareCalls(
  workspace: Workspace,
  page: Page,
  offset: number,
): readonly HierarchyItem[] {
  return nodesAt(workspace, page, offset)
    .filter((node) => node.type === 'commitment' || isParty(workspace, node.id))
    .flatMap((node) => itemOf(workspace, node) ?? []);
}

function isParty(workspace: Workspace, id: string): boolean {
  const { kinds } = workspace.vocabulary;
  return [...kindsOfId(workspace, id)].some((kind) => kinds.get(kind)?.mayPromise === true);
}

/** Where the arrows from an item end; `undefined` when the item is gone. */
export function outgoingCalls(workspace: Workspace, key: ItemKey): readonly Call[] | undefined {
  const node = nodeOfKey(workspace, key);
  if (node === undefined) return undefined;
  if (node.type === 'commitment') return fromCommitment(workspace, node.commitment);
  const own = itemOf(workspace, node);
  return commitmentsBy(workspace, node.id).flatMap((commitment) => {
    const item = itemOf(workspace, { type: 'commitment', commitment }, ['owes']);
    // The promise stands elsewhere: where the party is told of, nothing points to it but its name.
    return item === undefined || own === undefined ? [] : [{ item, at: [own.focus] }];
  });
}

/** Where the arrows to an item begin. */
export function incomingCalls(workspace: Workspace, key: ItemKey): readonly Call[] | undefined {
  const node = nodeOfKey(workspace, key);
  if (node === undefined) return undefined;
  if (node.type === 'commitment') return toCommitment(workspace, node.commitment);
  return commitmentsTo(workspace, node.id).flatMap((commitment) => {
    const item = itemOf(workspace, { type: 'commitment', commitment }, ['is owed']);
    const at = [...spansOf(commitment, 'to', node.id), ...spansOf(commitment, 'to', EACH_OTHER)];
    return item === undefined ? [] : [{ item, at: at.length > 0 ? at : [item.focus] }];
  });
}

type Relation = keyof BackLinks;

const RELATIONS: readonly {
  readonly relation: Relation;
  readonly attribute: string;
  /** How the other stands to this one, which names it; and seen from the other side. */
  readonly there: string;
  readonly back: string;
}[] = [
  { relation: 'dependsOn', attribute: 'depends_on', there: 'depends on', back: 'depends on it' },
  { relation: 'partOf', attribute: 'part_of', there: 'part of', back: 'part of it' },
  { relation: 'fulfils', attribute: 'fulfils', there: 'fulfils', back: 'fulfils it' },
  { relation: 'supersedes', attribute: 'supersedes', there: 'supersedes', back: 'supersedes it' },
];

function fromCommitment(workspace: Workspace, commitment: Commitment): readonly Call[] {
  const mutual = commitment.to.includes(EACH_OTHER);
  const parties = mutual ? [...commitment.by, ...commitment.for] : commitment.to;
  const promised = parties.map((id): End => {
    const at = spansOf(commitment, 'to', mutual ? EACH_OTHER : id);
    return { node: nodeOfId(workspace, id), relation: 'is promised it', at };
  });
  const others = RELATIONS.flatMap(({ relation, attribute, there }) =>
    commitment[relation].map((id): End => {
      const at = spansOf(commitment, attribute, id);
      return { node: nodeOfId(workspace, id), relation: there, at };
    }),
  );
  return callsTo(workspace, [...promised, ...others]);
}

function toCommitment(workspace: Workspace, commitment: Commitment): readonly Call[] {
  const party = (relation: string, ids: readonly string[]): readonly End[] =>
    ids.map((id) => ({ node: nodeOfId(workspace, id), relation, at: [] }));
  const parties = [...party('must act', commitment.by), ...party('on its behalf', commitment.for)];
  const { id } = commitment;
  if (id === undefined) return callsTo(workspace, parties);
  const named = backLinks(workspace, id);
  const others = RELATIONS.flatMap(({ relation, attribute, back }) =>
    named[relation].map((other): End => {
      const at = spansOf(other, attribute, id);
      return { node: { type: 'commitment', commitment: other }, relation: back, at };
    }),
  );
  return callsTo(workspace, [...parties, ...others]);
}

/** Where a commitment's attribute holds an id. */
function spansOf({ at }: Commitment, attribute: string, id: string): readonly Span[] {
  return scalars(at.tag.attributes, attribute)
    .filter(({ text }) => text === id)
    .map(({ span }) => span);
}

interface End {
  readonly node: Node | undefined;
  readonly relation: string;
  readonly at: readonly Span[];
}

/** Each end once: what is there in two relations has both in its detail. */
function callsTo(workspace: Workspace, ends: readonly End[]): readonly Call[] {
  const groups = groupBy(ends, ({ node }) => node && keyOf(node));
  return [...groups.values()].flatMap((group) => {
    const relations = [...new Set(group.map(({ relation }) => relation))];
    const node = group[0]?.node;
    const item = node && itemOf(workspace, node, relations);
    if (item === undefined) return [];
    const at = group.flatMap((end) => end.at);
    return [{ item, at: at.length > 0 ? at : [item.focus] }];
  });
}

function keyOf(node: Node): string {
  if (node.type === 'entity') return node.id;
  const { at } = node.commitment;
  return `${at.page}\0${at.tag.span.start}`;
}
