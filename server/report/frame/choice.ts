import {
  type Day,
  type DayRange,
  describeDate,
  foldName,
  parseEdtf,
  STATUSES,
  statusName,
} from '../../core/index.js';
import type { ReportCommitment, ReportRef } from './report-view.js';

/** Which commitments a report is about; what is absent is not asked about. */
export interface ReportChoice {
  /** Ids or names of parties: who has promised, for whom, or to whom. */
  readonly parties?: readonly string[];
  readonly statuses?: readonly string[];
  /** EDTF: only what is due in it. */
  readonly period?: string;
}

/** What `statuses` may have: how commitments stand, and the words for what became of them. */
export const CHOSEN_STATUSES: readonly string[] = ['overdue', 'open', 'closed', ...STATUSES];

export function isChosen(
  { parties = [], statuses = [], period }: ReportChoice,
  commitment: ReportCommitment,
): boolean {
  const { by, to, days } = commitment;
  if (parties.length > 0) {
    const wanted = new Set(parties.map(caseless));
    const all = [...by, ...commitment.for, ...to];
    if (!all.some((ref) => isWanted(wanted, ref))) return false;
  }
  if (statuses.length > 0 && !statusesOf(commitment).some((each) => statuses.includes(each)))
    return false;
  const range = period === undefined ? undefined : parseEdtf(period)?.range;
  return range === undefined || (days !== undefined && overlap(range, days));
}

function isWanted(wanted: ReadonlySet<string>, { id, key, name }: ReportRef): boolean {
  return [id, key, name].some((each) => wanted.has(caseless(each)));
}

function caseless(words: string): string {
  return foldName(words).toLowerCase();
}

/** What is overdue is open as well. */
function statusesOf({ standing, status, overdue }: ReportCommitment): readonly string[] {
  return [
    ...(overdue ? ['overdue'] : []),
    standing === 'over' ? 'closed' : 'open',
    ...(status === undefined ? [] : [status]),
  ];
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
