import { type Definition, tagOf } from '../brief/index.js';
import { counted, type Span } from '../text/index.js';
import {
  type Commitment,
  commitmentOf,
  commitmentsBy,
  commitmentsTo,
  commitmentsUnder,
  countMentions,
  entityOf,
  isUsed,
  mentionsOf,
  type Page,
  type Place,
  updatesOf,
  type Workspace,
} from '../workspace/index.js';
import { type CommitmentState, commitmentState } from './describe/card.js';
import {
  extensionWords,
  isOver,
  scoresOf,
  statusName,
  urgencyWords,
} from './describe/commitment-words.js';
import { citationsOf } from './describe/describe-counts.js';
import { placeOfCommitment } from './describe/describe-names.js';
import { byUrgency } from './describe/describe-promises.js';

/** What a lens tells of an id. A commitment has a `state`; an entity `open` commitments. */
export type LensAspect = 'mentions' | 'open' | 'updates' | 'state';

/** A line above a definition, before it is known what it says: that is asked when it comes into view. */
export interface LensAt {
  /** Of the id, or of the words where there is no other place. */
  readonly span: Span;
  readonly id: string;
  readonly aspect: LensAspect;
}

/** What a lens says, and the places it leads to; `places` is asked for when someone follows it. */
export interface LensText {
  readonly title: string;
  /** Nothing to follow when it gives none. */
  places(): readonly Place[];
}

/**
 * The lenses of a page in reading order. Nothing is counted yet, so that a registry of 100,000 entries
 * is listed in no time.
 */
export function lenses(workspace: Workspace, page: Page): readonly LensAt[] {
  return page.facts.definitions.flatMap((definition) => {
    const { text: id, span } = definition.id;
    return aspectsOf(workspace, page, definition).map((aspect) => ({ span, id, aspect }));
  });
}

const OF_PARTY: readonly LensAspect[] = ['mentions', 'open'];
const OF_OTHERS: readonly LensAspect[] = ['mentions'];

function aspectsOf(
  workspace: Workspace,
  page: Page,
  definition: Definition,
): readonly LensAspect[] {
  const tag = tagOf(page.facts, definition.tag);
  if (tag?.role === 'commitment') return aspectsOfPromise(workspace, definition.id.text);
  return isInPromise(workspace, definition.id.text) ? OF_PARTY : OF_OTHERS;
}

/** Most promises are told of once: that nobody speaks of them again is no news. */
function aspectsOfPromise(workspace: Workspace, id: string): readonly LensAspect[] {
  if (!workspace.graph.uses.has(id)) return ['state'];
  const isMentioned = isUsed(workspace, id, (attribute) => attribute === 'ref');
  const hasUpdates = workspace.graph.followUps.has(id) && updatesOf(workspace, id).length > 0;
  return [
    'state',
    ...(hasUpdates ? (['updates'] as const) : []),
    ...(isMentioned ? (['mentions'] as const) : []),
  ];
}

/** The attributes by which a commitment names its parties, and what it stands under or was made at. */
const TERMS: ReadonlySet<string> = new Set(['by', 'for', 'to', 'under', 'at']);

function isInPromise(workspace: Workspace, id: string): boolean {
  // Nothing points at most entries of a large registry, and the graph knows that at once.
  if (!workspace.graph.uses.has(id)) return false;
  return isUsed(workspace, id, (attribute) => TERMS.has(attribute));
}

/** What a lens says as of now; `undefined` when there is nothing to say or its id is gone. */
export function lensText(
  workspace: Workspace,
  id: string,
  aspect: LensAspect,
): LensText | undefined {
  return TEXTS[aspect](workspace, id);
}

const TEXTS: Readonly<
  Record<LensAspect, (workspace: Workspace, id: string) => LensText | undefined>
> = { mentions: mentionsLens, open: openLens, updates: updatesLens, state: stateLens };

function mentionsLens(workspace: Workspace, id: string): LensText {
  const { mentions } = countMentions(workspace, id);
  const cited =
    entityOf(workspace, id)?.definition.kind === 'source' ? citationsOf(workspace, id) : [];
  const counts = [
    ...(mentions > 0 ? [counted(mentions, 'mention')] : []),
    ...(cited.length > 0 ? [counted(cited.length, 'citation')] : []),
  ];
  return {
    title: counts.length === 0 ? 'no mentions' : counts.join(', '),
    places: () => [
      ...mentionsOf(workspace, id).map(({ page, tag }) => ({ page, span: tag.span })),
      ...cited.map(({ page, use }) => ({ page, span: use.id.span })),
    ],
  };
}

/** By it and to it, under it and at it, each once: `3 open commitments, 1 overdue`. */
function openLens(workspace: Workspace, id: string): LensText | undefined {
  const all = new Set<Commitment>([
    ...commitmentsBy(workspace, id),
    ...commitmentsTo(workspace, id),
    ...commitmentsUnder(workspace, id),
  ]);
  if (all.size === 0) return undefined;
  const open = [...all]
    .map((each) => commitmentState(workspace, each))
    .filter((one) => !isOver(one));
  const overdue = open.filter((one) => one.overdue).length;
  const title = open.length === 0 ? 'no open commitments' : counted(open.length, 'open commitment');
  return {
    title: overdue === 0 ? title : `${title}, ${overdue} overdue`,
    places: () => open.sort(byUrgency).map(({ commitment }) => placeOfCommitment(commitment)),
  };
}

function updatesLens(workspace: Workspace, id: string): LensText {
  const updates = updatesOf(workspace, id);
  return {
    title: updates.length === 0 ? 'no updates' : counted(updates.length, 'update'),
    places: () => updates.map(({ page, tag }) => ({ page, span: tag.span })),
  };
}

/** `fulfilled`, `active, due in 40 days, scored +1`. */
function stateLens(workspace: Workspace, id: string): LensText | undefined {
  const commitment = commitmentOf(workspace, id);
  if (commitment === undefined) return undefined;
  const state: CommitmentState = commitmentState(workspace, commitment);
  const said = [
    statusName(state.status),
    urgencyWords(state),
    extensionWords(state),
    scoresOf(workspace, state, 'scores alone'),
  ];
  return { title: said.filter((words) => words !== undefined).join(', '), places: () => [] };
}
