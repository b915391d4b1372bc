import { EACH_OTHER } from '../../brief/index.js';
import type { Workspace } from '../../workspace/index.js';
import type { CommitmentState, EntityFacts } from './card.js';
import { isOver, statusWords, urgencyWords } from './commitment-words.js';
import { nameOfCommitment, wordsOfEntities } from './describe-names.js';
import { firstOf, joined, type Line, lines, list, type RichText, strong } from './rich-text.js';

/** The open commitments of an entity: what it owes, is owed, and has promised together with others. */
export function promiseBlocks(workspace: Workspace, card: EntityFacts): RichText {
  const isMutual = ({ commitment }: CommitmentState): boolean => commitment.to.includes(EACH_OTHER);
  const alone = card.owes.filter((one) => !isMutual(one));
  const mutual = card.owes.filter(isMutual);
  const owed = card.isOwed.filter((one) => !isMutual(one));
  const { id } = card;
  return [
    ...group('Owes', alone, (one) => byParty(workspace, id, one, 'to')),
    ...group('Is owed', owed, (one) => byParty(workspace, id, one, 'by')),
    ...group('Promised with others', mutual, (one) => byParty(workspace, id, one, 'with')),
    ...group(
      card.kind === 'event' ? 'Promised there' : 'Promised under it',
      card.promisedThere,
      (one) => byParty(workspace, id, one, 'by'),
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

/** One commitment as its party sees it: the party itself is not named again. */
function byParty(
  workspace: Workspace,
  self: string,
  state: CommitmentState,
  other: 'by' | 'to' | 'with',
): Line {
  const { commitment } = state;
  const others = (other === 'to' ? commitment.to : commitment.by).filter(
    (id) => id !== self && id !== '',
  );
  const actors = other === 'to' && !commitment.by.includes(self) ? commitment.by : [];
  const named = (before: string, ids: readonly string[]): Line =>
    ids.length === 0 ? [] : [` ${before} ${wordsOfEntities(workspace, ids)}`];
  return joined([
    [nameOfCommitment(commitment), ...named(other, others), ...named('by', actors)],
    urgencyWords(state) ?? statusWords(state),
  ]);
}
