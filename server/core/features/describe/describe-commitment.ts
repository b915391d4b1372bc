import { describeDate } from '../../dates/index.js';
import { counted } from '../../text/index.js';
import {
  type BackLinks,
  backLinks,
  type Commitment,
  commitmentOf,
  type HistoryStep,
  type Workspace,
} from '../../workspace/index.js';
import { assessmentLine, guidelineLine } from './assessment-lines.js';
import type { CommitmentState } from './card.js';
import {
  actOf,
  assumedMark,
  dueWords,
  extensionWords,
  progressWords,
  statusName,
  stepWords,
  strengthWords,
  urgencyWords,
} from './commitment-words.js';
import { mentionWords } from './describe-counts.js';
import { nameOfCommitment, nameOfEntity, namesOfEntities } from './describe-names.js';
import {
  code,
  firstOf,
  joined,
  type Line,
  lines,
  list,
  MAX_LONG,
  MAX_SHORT,
  type Piece,
  placed,
  type RichText,
  strong,
  truncate,
} from './rich-text.js';
import { sourcesIn } from './source-words.js';

/** Who promised what to whom, under what, until when, how firmly, and what became of it. */
export function describeCommitment(workspace: Workspace, state: CommitmentState): RichText {
  const { commitment } = state;
  return [
    ...lines(titleLine(commitment), partyLine(workspace, commitment), quoteLine(commitment)),
    ...lines(
      stateLine(state),
      strengthLine(commitment),
      conditionLine(commitment),
      settingLine(workspace, commitment),
    ),
    ...historyBlock(workspace, commitment),
    ...assessmentBlock(workspace, state),
    ...lines(...relationLines(workspace, commitment), countLine(workspace, commitment)),
  ];
}

/** One line, where several are told of. */
export function commitmentLine(workspace: Workspace, state: CommitmentState): Line {
  const { commitment } = state;
  return joined([nameOfCommitment(commitment), partyLine(workspace, commitment), stateLine(state)]);
}

function titleLine(commitment: Commitment): Line {
  const act = truncate(actOf(commitment), MAX_LONG);
  const kind: Line =
    commitment.id === undefined ? ['commitment'] : ['commitment ', code(commitment.id)];
  return joined([act === '' ? undefined : strong(act), kind]);
}

/** `by Pete Hegseth, for United States, to India`; of a mutual one `by …, to each other`. */
export function partyLine(workspace: Workspace, commitment: Commitment): Line {
  const part = (before: string, ids: readonly string[]): Line =>
    ids.length === 0 ? [] : [before, ...namesOfEntities(workspace, ids)];
  return joined(
    [
      part('by ', commitment.by),
      part('for ', commitment.for),
      part('to ', commitment.to),
      part('said by ', commitment.saidBy),
    ],
    ', ',
  );
}

/** `overdue by 3 weeks · active · due 2025 · limited progress`. */
export function stateLine(state: CommitmentState): Line {
  const { overdue, due, dueAssumed, status, progress, commitment } = state;
  const late = overdue ? urgencyWords(state) : undefined;
  const when =
    late === undefined ? dueWords(state) : due && `${describeDate(due)}${assumedMark(dueAssumed)}`;
  return joined([
    late && strong(late),
    statusName(status),
    when && `due ${when}`,
    commitment.period && `period: ${describeDate(commitment.period)}`,
    progress && progressWords(progress),
    extensionWords(state),
  ]);
}

/** Where words are given because the promise does not say it by itself, the promise is quoted. */
function quoteLine({ what, words }: Commitment): Line {
  return what === undefined || words === '' ? [] : [`In the text: “${truncate(words, MAX_SHORT)}”`];
}

function strengthLine(commitment: Commitment): Line {
  const strength = strengthWords(commitment);
  return strength ? [`Strength: ${truncate(strength, MAX_SHORT)}`] : [];
}

/** With a label: the words may begin with their own `if` or `subject to`, in any language. */
function conditionLine(commitment: Commitment): Line {
  return commitment.if === undefined ? [] : [`Condition: ${truncate(commitment.if, MAX_SHORT)}`];
}

/** `under the framework · made at the introductory call, 31 October 2025`. */
function settingLine(workspace: Workspace, { under, event, made }: Commitment): Line {
  const at: Line = event === undefined ? [] : [' at ', nameOfEntity(workspace, event)];
  const on: Line =
    made === undefined ? [] : [`${event === undefined ? ' ' : ', '}${describeDate(made)}`];
  return joined([
    under === undefined ? undefined : ['Under ', nameOfEntity(workspace, under)],
    at.length + on.length === 0 ? undefined : [under === undefined ? 'Made' : 'made', ...at, ...on],
  ]);
}

/** Its steps by day; of many the first and the last ones. */
function historyBlock(workspace: Workspace, { history }: Commitment): RichText {
  // The record alone says no more than the lines above.
  if (history.length < 2) return sourceBlock(workspace, history[0]);
  const LAST = 4;
  const left = history.length - 1 - LAST;
  const shown = left > 1 ? [...history.slice(0, 1), ...history.slice(-LAST)] : history;
  const items = shown.map((step) => stepLine(workspace, step));
  if (left > 1) items.splice(1, 0, [`${left} more in between`]);
  return list(items);
}

/** Each assessor's last word, and how to assess it where that is said. */
function assessmentBlock(
  workspace: Workspace,
  { commitment, assessments }: CommitmentState,
): RichText {
  const guide = lines(guidelineLine(commitment.guideline));
  if (assessments.length === 0) return guide;
  const said = firstOf(assessments, MOST_ASSESSMENTS, (one) => assessmentLine(workspace, one));
  return [...lines(['Assessed:']), ...list(said), ...guide];
}

const MOST_ASSESSMENTS = 5;

function sourceBlock(workspace: Workspace, step: HistoryStep | undefined): RichText {
  const sources = step === undefined ? [] : sourcesIn(workspace, step.source);
  return sources.length === 0 ? [] : lines(['Source: ', ...sources]);
}

/** `31 October 2025 · fulfilled: Signed at Kuala Lumpur (Statement on the signing)`. */
export function stepLine(workspace: Workspace, step: HistoryStep): Line {
  const date = step.on === undefined ? 'undated' : describeDate(step.on);
  const sources = sourcesIn(workspace, step.source);
  return [
    placed(date, step.place),
    ` · ${truncate(stepWords(step), MAX_SHORT) || 'no new status'}`,
    ...(sources.length === 0 ? [] : [' (', ...sources, ')']),
  ];
}

function relationLines(workspace: Workspace, commitment: Commitment): readonly Line[] {
  const forward = (title: string, ids: readonly string[]): Line =>
    named(title, ids, (id) => pointedAt(workspace, id));
  const back: BackLinks | undefined =
    commitment.id === undefined ? undefined : backLinks(workspace, commitment.id);
  const behind = (title: string, found: readonly Commitment[] = []): Line =>
    named(title, found, nameOfCommitment);
  return [
    forward('Part of', commitment.partOf),
    forward('Depends on', commitment.dependsOn),
    forward('Supersedes', commitment.supersedes),
    forward('Fulfils', commitment.fulfils),
    behind('Its parts', back?.partOf),
    behind('Needed for', back?.dependsOn),
    behind('Superseded by', back?.supersedes),
    behind('Fulfilled by', back?.fulfils),
  ];
}

function named<T>(title: string, items: readonly T[], tell: (item: T) => Piece): Line {
  if (items.length === 0) return [];
  const said = firstOf(items, 3, (item) => [tell(item)]);
  return [`${title}: `, ...joined(said, '; ')];
}

function pointedAt(workspace: Workspace, id: string): Piece {
  const other = commitmentOf(workspace, id);
  return other === undefined ? id : nameOfCommitment(other);
}

function countLine(workspace: Workspace, { id, history }: Commitment): Line {
  if (id === undefined) return ['No id yet. Add an #id so that updates can refer to it.'];
  const updates = history.length < 2 ? 'no updates' : counted(history.length - 1, 'update');
  return [`${mentionWords(workspace, id)} · ${updates}`];
}
