import { EACH_OTHER } from '../../brief/index.js';
import type { Workspace } from '../../workspace/index.js';
import type { CommitmentState, EntityFacts } from './card.js';
import {
  isOver,
  otherParties,
  type PartyView,
  statusWords,
  urgencyWords,
} from './commitment-words.js';
import { nameOfCommitment, wordsOfEntities } from './describe-names.js';
import { firstOf, joined, type Line, lines, list, type RichText, strong } from './rich-text.js';

/** The commitments of an entity, each where it is told. */
export interface PromiseGroups {
  readonly owes: readonly CommitmentState[];
  readonly isOwed: readonly CommitmentState[];
  /** Promised to each other. */
  readonly mutual: readonly CommitmentState[];
}

export function promiseGroups({
  owes,
  isOwed,
}: Pick<EntityFacts, 'owes' | 'isOwed'>): PromiseGroups {
  const isMutual = ({ commitment }: CommitmentState): boolean => commitment.to.includes(EACH_OTHER);
  return {
    owes: owes.filter((one) => !isMutual(one)),
    isOwed: isOwed.filter((one) => !isMutual(one)),
    mutual: owes.filter(isMutual),
  };
}

/** The open commitments of an entity: what it owes, is owed, and has promised together with others. */
export function promiseBlocks(workspace: Workspace, card: EntityFacts): RichText {
  const { owes, isOwed, mutual } = promiseGroups(card);
  const seen =
    (view: PartyView) =>
    (one: CommitmentState): Line =>
      seenBy(workspace, card.id, one, view);
  return [
    ...group('Owes', owes, seen('owes')),
    ...group('Is owed', isOwed, seen('is-owed')),
    ...group('Promised with others', mutual, seen('mutual')),
    ...group(
      card.kind === 'event' ? 'Promised at this event' : 'Promised under this agreement',
      card.promisedThere,
      seen('setting'),
    ),
  ];
}

const MAX_PARTIES = 3;

function group(
  title: string,
  states: readonly CommitmentState[],
  tell: (state: CommitmentState) => Line,
): RichText {
  const open = states.filter((one) => !isOver(one)).sort(byUrgency);
  if (states.length === 0) return [];
  const overdue = open.filter((one) => one.overdue).length;
  const done = states.length - open.length;
  const late = overdue > 0 ? ` (${overdue} overdue)` : '';
  const counts = [
    open.length > 0 ? `${open.length} open${late}` : 'nothing open',
    ...(done > 0 ? [`${done} closed`] : []),
  ];
  return [
    ...lines([strong(title), `: ${counts.join(', ')}`]),
    ...list(firstOf(open, MAX_PARTIES, tell)),
  ];
}

/** The longest overdue first, then what is due next, then what has no deadline. */
export function byUrgency(a: CommitmentState, b: CommitmentState): number {
  return a.overdue === b.overdue
    ? (a.daysLeft ?? Number.MAX_SAFE_INTEGER) - (b.daysLeft ?? Number.MAX_SAFE_INTEGER)
    : a.overdue
      ? -1
      : 1;
}

/** `are eager to work with India · by United States · due in 4 months`: parties apart from the act. */
function seenBy(workspace: Workspace, self: string, state: CommitmentState, view: PartyView): Line {
  const { commitment } = state;
  const parties = otherParties(commitment, self, view).map(
    ({ word, ids }) => `${word} ${wordsOfEntities(workspace, ids)}`,
  );
  return joined([
    nameOfCommitment(commitment),
    parties.join(', '),
    urgencyWords(state) ?? statusWords(state),
  ]);
}
