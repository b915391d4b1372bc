import { describeDate, timesInWords } from '../../core/index.js';
import type { ReportCommitment, ReportRef } from '../frame/report-view.js';

/** What a commitment says of itself, for a reader. */
export interface Term {
  readonly name: string;
  readonly words: string;
}

export function termsOf(commitment: ReportCommitment): readonly Term[] {
  const { what, words, by, to, under, at, saidBy, made, deadline, urgency, due, dueAtFirst } =
    commitment;
  const { statusName, overdue, progressWords, period, strengthWords, sources } = commitment;
  const { guideline, assessments, extended } = commitment;
  const latest = assessments.filter(({ isLatest }) => isLatest).reverse();
  const wasMoved = dueAtFirst !== undefined && dueAtFirst !== due;
  const terms: readonly (readonly [name: string, words: string])[] = [
    ['What', what !== undefined && what !== words ? what : ''],
    ['By', namesOf(by)],
    ['For', namesOf(commitment.for)],
    ['To', namesOf(to)],
    ['Under', under?.name ?? ''],
    ['At', at?.name ?? ''],
    ['Said by', namesOf(saidBy)],
    ['If', commitment.if ?? ''],
    ['Made', made === undefined ? '' : describeDate(made)],
    ['Due', [deadline, overdue ? urgency : ''].filter(Boolean).join(', ')],
    ['Due at first', wasMoved ? describeDate(dueAtFirst) : ''],
    ['Extended', extended === 0 ? '' : timesInWords(extended)],
    ['Period', period === undefined ? '' : describeDate(period)],
    ['Strength', strengthWords],
    ['Status', statusName],
    ['Progress', progressWords],
    ['Assessed', latest.map(({ said }) => said).join('; ')],
    ['How to assess it', guideline ?? ''],
    ['Sources', namesOf(sources)],
  ];
  return terms.flatMap(([name, said]) => (said === '' ? [] : [{ name, words: said }]));
}

export function namesOf(refs: readonly ReportRef[]): string {
  return refs.map(({ name }) => name).join(', ');
}

/** What was promised, in few words or in its own. */
export function promiseWords({ what, words, id }: ReportCommitment): string {
  return words || what || id || 'No words';
}
