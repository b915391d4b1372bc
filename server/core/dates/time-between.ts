import type { DayRange } from './day.js';
import { parseEdtf } from './edtf.js';

/** A time that begins on some day of `start` and ends on some day of `end`; `undefined`: it is open there. */
export interface TimeBetween {
  readonly start: DayRange | undefined;
  readonly end: DayRange | undefined;
}

/**
 * The time between two dates (EDTF), of which either may be left out or empty. `undefined` when one of them
 * cannot be read or the time would end before it begins: that is a fault where it stands, and tells nothing
 * elsewhere.
 */
export function timeBetween(start = '', end = ''): TimeBetween | undefined {
  const [first, last] = [parseEdtf(start), parseEdtf(end)];
  if ((start !== '' && !first) || (end !== '' && !last)) return undefined;
  if (first && last && last.range.last < first.range.first) return undefined;
  return { start: first?.range, end: last?.range };
}
