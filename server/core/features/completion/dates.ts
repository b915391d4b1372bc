import { scalar } from '../../brief/index.js';
import {
  calendarOf,
  type Day,
  dayOf,
  describeDate,
  formatDay,
  lastDayOfMonth,
  monthsAfter,
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

/**
 * The days that deadlines and news are mostly about, counted from the day on which the brief was written: what
 * it promises by the end of the year is due in its own year. Without such a day, counted from today.
 */
export function usualDates(workspace: Workspace, page: Page): readonly OfferedDate[] {
  const { today } = workspace;
  const brief = dateOfPage(page);
  const from = brief?.range.first ?? today;
  const { year, month } = calendarOf(from);
  const quarter = Math.ceil(month / 3);
  const at = (day: Day, words: string): OfferedDate => ({ edtf: formatDay(day), words });
  return [
    ...(brief === undefined ? [] : [{ edtf: brief.text, words: 'date of this brief' }]),
    at(today, TODAY),
    at(endOfMonth(year, quarter * 3), 'end of the quarter'),
    at(dayOf(year, 12, 31), 'end of the year'),
    at(dayOf(year + 1, 12, 31), 'end of the next year'),
    at(endOfMonth(year, month), 'end of the month'),
    at(monthsAfter(from, 3), 'in three months'),
    at(monthsAfter(from, 6), 'in six months'),
    at(monthsAfter(from, 12), 'in a year'),
  ];
}

export const TODAY = 'today';

/** Stretches of time, where only those may stand; counted as {@link usualDates}. */
export function usualPeriods({ today }: Workspace, page: Page): readonly OfferedDate[] {
  const brief = dateOfPage(page)?.range.first;
  const from = brief ?? today;
  const day = formatDay(from);
  const { year } = calendarOf(from);
  const since = brief === undefined ? 'from today' : 'from the date of this brief';
  return [
    { edtf: `${day}/${pad(year)}-12-31`, words: `${since} to the end of the year` },
    { edtf: `${pad(year)}/${pad(year + 1)}`, words: 'that year and the next' },
    { edtf: `${day}/..`, words: `${since} on` },
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

function endOfMonth(year: number, month: number): Day {
  return dayOf(year, month, lastDayOfMonth(year, month));
}

function pad(year: number): string {
  return String(year).padStart(4, '0');
}
