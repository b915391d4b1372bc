import { scalar } from '../../brief/index.js';
import {
  calendarOf,
  type Day,
  dayOf,
  describeDate,
  formatDay,
  lastDayOfMonth,
  parseEdtf,
} from '../../dates/index.js';
import { addToGroup } from '../../text/index.js';
import {
  dateOfEvent,
  dateOfPage,
  entityOf,
  type Page,
  type Workspace,
} from '../../workspace/index.js';
import type { Completion } from './completion.js';
import { type Insertion, insertValue } from './insertion.js';

/** A date worth offering, EDTF, and what it is. */
export interface OfferedDate {
  readonly edtf: string;
  readonly words: string;
}

/** What a date may be, by its type. */
export interface DateWanted {
  readonly interval?: boolean;
  readonly closed?: boolean;
}

/** Dates in the order given, each once with all that it is; plain words beside them. */
export function dateItems(
  slot: Insertion,
  dates: readonly OfferedDate[],
  { interval, closed }: DateWanted,
): readonly Completion[] {
  const said = new Map<string, string[]>();
  for (const { edtf, words } of dates) {
    const date = parseEdtf(edtf);
    if (date === undefined || (interval === true && !date.interval)) continue;
    if (closed === true && !Number.isFinite(date.range.last)) continue;
    addToGroup(said, edtf, words);
  }
  return [...said].map(([edtf, all]) => {
    const words = all.join(', ');
    const plain = describeDate(edtf);
    return {
      label: edtf,
      beside: words,
      detail: plain,
      filter: `${edtf} ${words} ${plain}`,
      icon: { type: 'date' },
      ...insertValue(slot, edtf),
    };
  });
}

/** The days that deadlines and news are mostly about. */
export function usualDates(workspace: Workspace, page: Page): readonly OfferedDate[] {
  const { today } = workspace;
  const { year, month } = calendarOf(today);
  const quarter = Math.ceil(month / 3);
  const endOfQuarter = dayOf(year, quarter * 3, lastDayOfMonth(year, quarter * 3));
  const brief = dateOfPage(page)?.text;
  return [
    { edtf: formatDay(today), words: 'today' },
    ...(brief === undefined ? [] : [{ edtf: brief, words: 'date of this brief' }]),
    { edtf: formatDay(endOfQuarter), words: 'end of this quarter' },
    { edtf: `${pad(year)}-12-31`, words: 'end of the year' },
    { edtf: `${pad(year + 1)}-12-31`, words: 'end of next year' },
    { edtf: formatDay(lastOfMonth(today)), words: 'end of this month' },
  ];
}

/** Stretches of time, where only those may stand. */
export function usualPeriods({ today }: Workspace): readonly OfferedDate[] {
  const { year } = calendarOf(today);
  return [
    { edtf: `${formatDay(today)}/${pad(year)}-12-31`, words: 'from today to the end of the year' },
    { edtf: `${pad(year)}/${pad(year + 1)}`, words: 'this year and the next' },
    { edtf: `${formatDay(today)}/..`, words: 'from today on' },
  ];
}

/** Until when an agreement holds, or from when to when. */
export function datesOfAgreement(
  workspace: Workspace,
  id: string,
  wanted: 'end' | 'period',
): readonly OfferedDate[] {
  const definition = entityOf(workspace, id)?.definition;
  const period = definition && scalar(definition.attributes, 'period')?.text;
  const date = period === undefined ? undefined : parseEdtf(period);
  if (definition === undefined || period === undefined || date === undefined) return [];
  const end = Number.isFinite(date.range.last) ? [formatDay(date.range.last)] : [];
  const name = definition.name.text;
  return wanted === 'period'
    ? [{ edtf: period, words: `period of ${name}` }]
    : end.map((edtf) => ({ edtf, words: `end of ${name}` }));
}

export function datesOfEvent(workspace: Workspace, id: string): readonly OfferedDate[] {
  const edtf = dateOfEvent(workspace, id);
  const name = entityOf(workspace, id)?.definition.name.text ?? id;
  return edtf === undefined ? [] : [{ edtf, words: `when ${name} took place` }];
}

function lastOfMonth(day: Day): Day {
  const { year, month } = calendarOf(day);
  return dayOf(year, month, lastDayOfMonth(year, month));
}

function pad(year: number): string {
  return String(year).padStart(4, '0');
}
