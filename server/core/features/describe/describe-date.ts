import type { AttributeSpec } from '../../brief/index.js';
import {
  type Day,
  type DayRange,
  describeDate,
  describeDay,
  describeDistance,
  describeLength,
  parseEdtf,
} from '../../dates/index.js';
import { joined, lines, type RichText, strong } from './rich-text.js';

/**
 * A date in words: its first and last day when it is longer than one, and how far it is from `today`.
 * `undefined` when it cannot be read. Of a deadline only the last day counts.
 */
export function describeWhen(today: Day, edtf: string, spec?: AttributeSpec): RichText | undefined {
  const date = parseEdtf(edtf);
  if (date === undefined) return undefined;
  const { first, last } = date.range;
  if (first === last) {
    const day = `${weekday(first)}, ${describeDay(first)}`;
    return lines(joined([strong(day), describeDistance(today, first)]));
  }
  const title = strong(describeDate(edtf));
  if (spec?.type.type === 'date' && spec.type.closed && Number.isFinite(last)) {
    return lines(joined([title, `by ${describeDay(last)}`, describeDistance(today, last)]));
  }
  const said = describeDate(edtf);
  const days = daysOf(date.range);
  const far = date.interval ? undefined : roughly(today, date.range);
  const distance = far ?? distanceTo(today, date.range);
  return lines(joined([title, days === said ? undefined : days, distance]));
}

const WEEKDAYS = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'];

/** The first day of all, 1 January 1970, was a Thursday. */
function weekday(day: Day): string {
  return WEEKDAYS[(((day + 3) % 7) + 7) % 7] ?? '';
}

function daysOf({ first, last }: DayRange): string {
  if (first === Number.NEGATIVE_INFINITY) return `until ${describeDay(last)}`;
  if (last === Number.POSITIVE_INFINITY) return `from ${describeDay(first)}`;
  return `${describeDay(first)} to ${describeDay(last)}`;
}

/** A month or a year that is further away than it is long is as good as a day: it just was, or will be. */
function roughly(today: Day, { first, last }: DayRange): string | undefined {
  const length = last - first;
  if (first - today > length) return describeDistance(today, first);
  return today - last > length ? describeDistance(today, last) : undefined;
}

function distanceTo(today: Day, { first, last }: DayRange): string {
  if (today < first) return `begins ${describeDistance(today, first)}`;
  if (today > last) return `ended ${describeDistance(today, last)}`;
  if (last === Number.POSITIVE_INFINITY) return `began ${describeDistance(today, first)}`;
  return last === today ? 'ends today' : `now, for ${describeLength(last - today)} more`;
}
