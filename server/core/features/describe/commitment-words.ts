import { describeDate, describeLength } from '../../dates/index.js';
import { valueInWords } from '../../rules/index.js';
import {
  type Commitment,
  type HistoryStep,
  isEndState,
  type Workspace,
} from '../../workspace/index.js';
import { scoredIn, scoresInWords } from './assessment-words.js';
import type { CommitmentState } from './card.js';
import { namesInWords } from './id-names.js';

/**
 * How things are said to a person, in `rapporteur show` and in an editor alike: plain text, for the
 * caller to escape and to cut.
 */

/** What was promised: in its own words, or in those it was given because they do not say it. */
export function actOf({ what, words }: Commitment): string {
  return what ?? words;
}

/** `2025, overdue by 15 days`, `31 December 2025, in 40 days`, `“soon”`; an end state has no hurry. */
export function dueWords(state: CommitmentState): string | undefined {
  const deadline = deadlineWords(state);
  const left = state.due === undefined ? undefined : timeLeft(state);
  return left === undefined ? deadline : `${deadline}, ${left}`;
}

/** `31 December 2025`, `31 January 2026 (assumed)`, `“soon”`: by when it was promised, whatever day it is now. */
export function deadlineWords({
  commitment: { dueText },
  due,
  dueAssumed,
}: Pick<CommitmentState, 'commitment' | 'due' | 'dueAssumed'>): string | undefined {
  if (due === undefined) return dueText && `“${dueText}”`;
  return `${describeDate(due)}${assumedMark(dueAssumed)}`;
}

/** A deadline that nobody wrote says so wherever it is shown. */
export function assumedMark(isAssumed: boolean): string {
  return isAssumed ? ' (assumed)' : '';
}

/** `extended twice`; `undefined`: never. */
export function extensionWords({
  extensions,
}: Pick<CommitmentState, 'extensions'>): string | undefined {
  return extensions === 0 ? undefined : `extended ${timesInWords(extensions)}`;
}

/** `once`, `3 times`. */
export function timesInWords(count: number): string {
  return ['once', 'twice'][count - 1] ?? `${count} times`;
}

/** `due in 40 days`, `overdue by 3 weeks`, `due “soon”`; `undefined` when nothing presses. */
export function urgencyWords(state: CommitmentState): string | undefined {
  const { due, commitment, dueAssumed } = state;
  const mark = assumedMark(dueAssumed);
  if (state.overdue) return `${timeLeft(state)}${mark}`;
  if (isOver(state)) return undefined;
  if (due === undefined) return commitment.dueText && `due “${commitment.dueText}”`;
  return `due ${timeLeft(state) ?? describeDate(due)}${mark}`;
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
  return `${statusName(status)}${overdue ? ', overdue' : ''}`;
}

/** `in progress`; a promise of which nothing is known as of the day is not yet made. */
export function statusName(status: string | undefined): string {
  return status === undefined ? 'not yet made' : valueInWords(status);
}

/** `limited progress`, `not started`. */
export function progressWords(progress: string): string {
  return PROGRESS.get(progress) ?? valueInWords(progress);
}

const PROGRESS: ReadonlyMap<string, string> = new Map([
  ['limited', 'limited progress'],
  ['substantial', 'substantial progress'],
  ['no-evidence', 'no evidence of progress'],
]);

/** `planned, from the words “are set to”`. */
export function strengthWords({ strength, strengthFrom, marker }: Commitment): string | undefined {
  if (strength === undefined) return undefined;
  if (strengthFrom === 'attribute' || marker === undefined) return strength;
  const words = /\s/.test(marker.text) ? 'words' : 'word';
  return `${strength}, from the ${words} “${marker.text}”`;
}

/** From where a commitment is seen: by who owes it, is owed it, or promised it with others; or from its agreement or event. */
export type PartyView = 'owes' | 'is-owed' | 'mutual' | 'setting';

/** The other parties of a commitment, `by` whom, `to` whom or `with` whom; `self` is not named again. */
export function otherParties(
  commitment: Commitment,
  self: string,
  view: PartyView,
): readonly { readonly word: string; readonly ids: readonly string[] }[] {
  const { by, for: behalf, to } = commitment;
  const others = (ids: readonly string[]): readonly string[] =>
    ids.filter((id) => id !== self && id !== '');
  const actors = { word: 'by', ids: others(by) };
  const parties = {
    owes: [...(by.includes(self) ? [] : [actors]), { word: 'to', ids: others(to) }],
    'is-owed': [actors, { word: 'for', ids: others(behalf) }],
    // Those on its own side of the act: leaders with leaders, countries with countries.
    mutual: [{ word: 'with', ids: others(behalf.includes(self) ? behalf : by) }],
    setting: [actors],
  };
  return parties[view].filter(({ ids }) => ids.length > 0);
}

/** A commitment seen from one of its parties: `to India`, `due 2025, overdue by 15 days`. */
export function stateFacts(
  workspace: Workspace,
  state: CommitmentState,
  self: string,
  view: PartyView,
): readonly string[] {
  const { commitment, status, overdue } = state;
  const parties = otherParties(commitment, self, view)
    .map(({ word, ids }) => `${word} ${namesInWords(workspace, ids)}`)
    .join(', ');
  const due = dueWords(state);
  const facts = [
    parties,
    overdue || status === undefined ? '' : statusName(status),
    due && `due ${due}`,
  ];
  return facts.filter((fact): fact is string => fact !== undefined && fact !== '');
}

/** What one step of a history says: `fulfilled: Signed at Kuala Lumpur`. */
export function stepWords({ status, progress, due, words }: HistoryStep): string {
  const what = [
    status && statusName(status),
    progress && progressWords(progress),
    due && `now due ${describeDate(due)}`,
  ];
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

/** `by Pete Hegseth, for United States, to India · due 2025, in 40 days · active`. */
export function commitmentStateWords(workspace: Workspace, state: CommitmentState): string {
  const { commitment, progress } = state;
  const due = dueWords(state);
  const parts = [
    partiesInWords(workspace, commitment),
    due === undefined || isOver(state) ? '' : `due ${due}`,
    endWords(state),
    progress === undefined ? '' : progressWords(progress),
    extensionWords(state) ?? '',
    scoresOf(workspace, state, 'with assessors') ?? '',
  ];
  return parts.filter((part) => part !== '').join(' · ');
}

function partiesInWords(workspace: Workspace, { by, for: behalf, to }: Commitment): string {
  const part = (word: string, ids: readonly string[]): string =>
    ids.length === 0 ? '' : `${word} ${namesInWords(workspace, ids)}`;
  return [part('by', by), part('for', behalf), part('to', to)].filter(Boolean).join(', ');
}

/** As {@link scoresInWords}, as of the day of the state. */
export function scoresOf(
  workspace: Workspace,
  { assessments }: CommitmentState,
  length: 'with assessors' | 'scores alone',
): string | undefined {
  const scored = assessments.map((one) => scoredIn(workspace, one));
  return scoresInWords(workspace, scored, length);
}

/** The status, and since when if it is the last word. */
function endWords(state: CommitmentState): string {
  const { status, commitment } = state;
  if (status === undefined || !isOver(state)) return statusName(status);
  const on = commitment.history.findLast((step) => step.status === status)?.on;
  return on === undefined ? statusName(status) : `${statusName(status)}, ${describeDate(on)}`;
}
