import {
  type Day,
  type DayRange,
  describeDate,
  parseEdtf,
  STATUSES,
  statusName,
} from '../../core/index.js';
import { partiesOf } from './parties.js';
import type { ReportCommitment, ReportRef } from './report-view.js';

/** Which commitments a report is about; what is absent is not asked about. */
export interface ReportChoice {
  /** Ids or any names of parties: who has promised, for whom, or to whom. */
  readonly parties?: readonly string[];
  readonly statuses?: readonly string[];
  /** EDTF: only what is due in it. */
  readonly period?: string;
}

/** What `statuses` may have: how commitments stand, and the words for what became of them. */
export const CHOSEN_STATUSES: readonly string[] = ['overdue', 'open', 'closed', ...STATUSES];

/** @param isParty whether it is one of `parties` */
export function isChosen(
  { parties = [], statuses = [], period }: ReportChoice,
  commitment: ReportCommitment,
  isParty: (ref: ReportRef) => boolean,
): boolean {
  const { days } = commitment;
  if (parties.length > 0 && !partiesOf(commitment).some(isParty)) return false;
  if (statuses.length > 0 && !hasStatus(statuses, commitment)) return false;
  const range = period === undefined ? undefined : parseEdtf(period)?.range;
  return range === undefined || (days !== undefined && overlap(range, days));
}

/** Whether it has one of these of {@link CHOSEN_STATUSES}. What is overdue is open as well. */
export function hasStatus(
  statuses: readonly string[],
  { standing, status, overdue }: ReportCommitment,
): boolean {
  return statuses.some((each) => {
    if (each === 'overdue') return overdue;
    return each === status || each === (standing === 'over' ? 'closed' : 'open');
  });
}

function overlap({ first, last }: DayRange, [from, until]: readonly [Day, Day]): boolean {
  return first <= until && from <= last;
}

/** For a reader of the report: `only of India, only overdue, only due in 2026`; empty: all of them. */
export function choiceWords({ parties = [], statuses = [], period }: ReportChoice): string {
  const named = statuses.map((each) => statusName(each));
  return [
    ...(parties.length > 0 ? [`only of ${parties.join(', ')}`] : []),
    ...(named.length > 0 ? [`only ${named.join(', ')}`] : []),
    ...(period === undefined ? [] : [`only due in ${describeDate(period)}`]),
  ].join(', ');
}
