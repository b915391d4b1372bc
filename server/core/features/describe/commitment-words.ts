import { EACH_OTHER } from '../../brief/index.js';
import { describeDate, describeLength } from '../../dates/index.js';
import {
  type Commitment,
  entityOf,
  type HistoryStep,
  isEndState,
  type Workspace,
} from '../../workspace/index.js';
import type { CommitmentState } from './card.js';

/**
 * How things are said to a person, in `rapporteur show` and in an editor alike: plain text, for the
 * caller to escape and to cut.
 */

/** `Pete Hegseth`; what nothing defines keeps its id. */
export function nameOfId(workspace: Workspace, id: string): string {
  if (id === EACH_OTHER) return 'each other';
  return entityOf(workspace, id)?.definition.name.text || id;
}

/** `Pete Hegseth (pete-hegseth)`. */
export function nameWithId(workspace: Workspace, id: string): string {
  const name = nameOfId(workspace, id);
  return name === id || id === EACH_OTHER ? name : `${name} (${id})`;
}

/** What was promised: in its own words, or in those it was given because they do not say it. */
export function actOf({ what, words }: Commitment): string {
  return what ?? words;
}

/** `2025, overdue by 15 days`, `31 December 2025, in 40 days`, `“soon”`; an end state has no hurry. */
export function dueWords(state: CommitmentState): string | undefined {
  const { commitment, due } = state;
  if (due === undefined) return commitment.dueText && `“${commitment.dueText}”`;
  const left = timeLeft(state);
  return left === undefined ? describeDate(due) : `${describeDate(due)}, ${left}`;
}

/** `due in 40 days`, `overdue by 3 weeks`, `due “soon”`; `undefined` when nothing presses. */
export function urgencyWords(state: CommitmentState): string | undefined {
  if (state.overdue) return timeLeft(state);
  if (isOver(state)) return undefined;
  const { due, commitment } = state;
  if (due === undefined) return commitment.dueText && `due “${commitment.dueText}”`;
  return `due ${timeLeft(state) ?? describeDate(due)}`;
}

function timeLeft(state: CommitmentState): string | undefined {
  const { overdue, overdueDays, daysLeft } = state;
  if (overdue) return `overdue by ${describeLength(overdueDays)}`;
  if (isOver(state) || daysLeft === undefined || daysLeft < 0) return undefined;
  return daysLeft === 0 ? 'today' : daysLeft === 1 ? 'tomorrow' : `in ${describeLength(daysLeft)}`;
}

/** Whether nothing more is to come of it. */
export function isOver({ status }: CommitmentState): boolean {
  return status !== undefined && isEndState(status);
}

export function statusWords({ status, overdue }: CommitmentState): string {
  return `${status ?? 'not yet made'}${overdue ? ', overdue' : ''}`;
}

/** `planned, from the words “are set to”`. */
export function strengthWords({ strength, strengthFrom, marker }: Commitment): string | undefined {
  if (strength === undefined) return undefined;
  if (strengthFrom === 'attribute' || marker === undefined) return strength;
  return `${strength}, from the words “${marker.text}”`;
}

/** How a commitment stands, seen from one of its parties: `to India`, `due 2025, overdue by 15 days`. */
export function stateFacts(
  workspace: Workspace,
  state: CommitmentState,
  other: 'by' | 'to',
): readonly string[] {
  const { commitment, status, overdue } = state;
  const others = commitment[other].map((id) => nameOfId(workspace, id)).join(', ');
  const due = dueWords(state);
  const facts = [others && `${other} ${others}`, overdue ? '' : status, due && `due ${due}`];
  return facts.filter((fact): fact is string => fact !== undefined && fact !== '');
}

/** What one step of a history says: `fulfilled: Signed at Kuala Lumpur`. */
export function stepWords({ status, progress, due, words }: HistoryStep): string {
  const what = [status, progress, due && `now due ${describeDate(due)}`];
  return [what.filter(Boolean).join(', '), words].filter(Boolean).join(': ');
}

/** From when to when, EDTF: `since January 2025`; empty when neither is said. */
export function spanWords(start: string | undefined, end: string | undefined): string {
  if (start !== undefined && end !== undefined) {
    return `${describeDate(start)} to ${describeDate(end)}`;
  }
  if (start !== undefined) return `since ${describeDate(start)}`;
  return end === undefined ? '' : `until ${describeDate(end)}`;
}

/** `Pete Hegseth for United States to India · due 2025, in 40 days · active`. */
export function commitmentStateWords(workspace: Workspace, state: CommitmentState): string {
  const { commitment, progress } = state;
  const due = dueWords(state);
  const parts = [
    partiesWords(workspace, commitment),
    due === undefined || isOver(state) ? '' : `due ${due}`,
    endWords(state),
    progress ?? '',
  ];
  return parts.filter((part) => part !== '').join(' · ');
}

function partiesWords(workspace: Workspace, { by, for: behalf, to }: Commitment): string {
  const names = (ids: readonly string[]): string =>
    ids.map((id) => nameOfId(workspace, id)).join(', ');
  const parts = [names(by), behalf.length > 0 ? `for ${names(behalf)}` : ''];
  if (to.length > 0) parts.push(`to ${names(to)}`);
  return parts.filter((part) => part !== '').join(' ');
}

/** The status, and since when if it is the last word. */
function endWords(state: CommitmentState): string {
  const { status, commitment } = state;
  if (status === undefined) return 'not yet made';
  if (!isOver(state)) return status;
  const on = commitment.history.findLast((step) => step.status === status)?.on;
  return on === undefined ? status : `${status} on ${describeDate(on)}`;
}
