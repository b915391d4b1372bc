import { type Day, parseEdtf } from '../dates/index.js';
import type { Commitment, HistoryStep, Status } from './model.js';

/** Every status, the open ones first. */
export const STATUSES: readonly Status[] = [
  'proposed',
  'conditional',
  'active',
  'in-progress',
  'stalled',
  'fulfilled',
  'partly-fulfilled',
  'broken',
  'withdrawn',
  'released',
  'superseded',
  'expired',
];

const OPEN: ReadonlySet<Status> = new Set(STATUSES.slice(0, STATUSES.indexOf('fulfilled')));

/** What may follow an end state by itself: late fulfilment, the rest of a part. */
const AFTER_END: ReadonlyMap<Status, readonly Status[]> = new Map([
  ['broken', ['fulfilled']],
  ['partly-fulfilled', ['fulfilled', 'superseded']],
]);

/** A status as it stands written; `undefined` for any other word. */
export function readStatus(text: string | undefined): Status | undefined {
  return STATUSES.find((status) => status === text);
}

/** Whether a commitment is over with this status. */
export function isEndState(status: Status): boolean {
  return !OPEN.has(status);
}

/**
 * Whether a status may follow another as the course of things. Repeating one is allowed; what an update
 * with `correction=yes` and a source says need not be asked about.
 */
export function mayFollow(from: Status, to: Status): boolean {
  if (from === to || !isEndState(from)) return true;
  return AFTER_END.get(from)?.includes(to) ?? false;
}

/**
 * The status on a day: that of the last step of the history on or before it; `undefined` when nothing
 * was known yet, or the record's own status is no status.
 */
export function statusAsOf(commitment: Commitment, day: Day): Status | undefined {
  return lastAsOf(commitment, day, (step) => step.status);
}

/** As {@link statusAsOf}, of the progress. */
export function progressAsOf(commitment: Commitment, day: Day): string | undefined {
  return lastAsOf(commitment, day, (step) => step.progress);
}

/**
 * The deadline (EDTF) on a day: as first written, unless an update on or before it moved it; else what
 * `defaultDue` assumes, see {@link isDueAssumed}.
 */
export function dueAsOf(commitment: Commitment, day: Day): string | undefined {
  return writtenDueAsOf(commitment, day) ?? commitment.assumedDue;
}

/** Whether the deadline on a day is none that anybody wrote. */
export function isDueAssumed(commitment: Commitment, day: Day): boolean {
  return commitment.assumedDue !== undefined && writtenDueAsOf(commitment, day) === undefined;
}

function writtenDueAsOf(commitment: Commitment, day: Day): string | undefined {
  return lastAsOf(commitment, day, (step) => step.due) ?? commitment.due;
}

/** How often updates had given it a later deadline by a day. */
export function extensionsAsOf({ due, assumedDue, history }: Commitment, day: Day): number {
  let known = lastDayOf(due ?? assumedDue);
  let count = 0;
  for (const step of history) {
    const next = step.from <= day ? lastDayOf(step.due) : undefined;
    if (next === undefined) continue;
    if (known !== undefined && next > known) count += 1;
    known = next;
  }
  return count;
}

function lastDayOf(due: string | undefined): Day | undefined {
  return due === undefined ? undefined : parseEdtf(due)?.range.last;
}

function lastAsOf<T>(
  { history }: Commitment,
  day: Day,
  read: (step: HistoryStep) => T | undefined,
): T | undefined {
  // From the end by index: asked several times of every commitment, whose steps are mostly one.
  for (let at = history.length - 1; at >= 0; at -= 1) {
    const step = history[at];
    const value = step !== undefined && step.from <= day ? read(step) : undefined;
    if (value !== undefined) return value;
  }
  return undefined;
}

/**
 * Whether a commitment is past its deadline on a day and still owed: the deadline's last day lies
 * before it, and the status is open, neither proposed nor conditional. Never of an unreadable or
 * open-ended deadline, nor before anything was known.
 */
export function isOverdue(commitment: Commitment, day: Day): boolean {
  const due = dueAsOf(commitment, day);
  const last = due === undefined ? undefined : parseEdtf(due)?.range.last;
  if (last === undefined || last >= day) return false;
  const status = statusAsOf(commitment, day);
  if (status === undefined || isEndState(status)) return false;
  return status !== 'proposed' && status !== 'conditional';
}
