import type { DigitOrder } from './digits.js';

/** How a language writes dates in words. Plain data, part of a language pack. */
export interface DateWords {
  /** From January, each with all its spellings as they stand in running text, the full one first. */
  readonly months: readonly (readonly string[])[];
  /** From the first quarter, the words for its number: `premier`, `1er`. */
  readonly quarters?: readonly (readonly string[])[];
  /** What may stand before a date in a tag, and is no part of it elsewhere: `le`. */
  readonly article?: string;
  /** What is written for the first day of a month besides `1`: `1er`. */
  readonly firstDay?: readonly string[];
  /** What may follow the digits of a day in running text, but not in a tag that is to be read: `st`, `th`. */
  readonly daySuffixes?: readonly string[];
  /** Which number comes first in `05/06/2025`, where everybody who writes the language agrees. */
  readonly digits?: DigitOrder;
  /**
   * Whole dates, with `{day}`, `{month}`, `{quarter}` (a digit), `{ordinal}` (a word for its number) and
   * `{year}` in their places: `{month} {day}, {year}`. Of those with the same parts the first is offered.
   */
  readonly shapes: readonly string[];
  /** How dates are written that are not read by themselves. */
  readonly loose?: LooseDateWords;
}

/**
 * Dates that are not read by themselves (LANGUAGE.md, section 5), though a person knows which is meant, or between
 * which to choose. All words are in small letters and without the stops of abbreviations; one that ends with an
 * apostrophe touches the next.
 */
export interface LooseDateWords {
  /** What may stand before a date, which stays the same: `the`, `in`. */
  readonly leads: readonly string[];
  /** What makes a deadline of it: `by`. */
  readonly until: readonly string[];
  /** What makes of it the time until the day, month or year before: `before`. */
  readonly before: readonly string[];
  /** What makes it the start of a time: `since`. */
  readonly since: readonly string[];
  readonly about: readonly string[];
  readonly weekdays: readonly string[];
  /** Other short forms of months and days, and the usual ones. */
  readonly abbreviations?: ReadonlyMap<string, string>;
  /** From spring, each with all its names. */
  readonly seasons: readonly (readonly string[])[];
  /** The first and the second half, as a shape writes them. */
  readonly halves: readonly (readonly string[])[];
  /** Before a year or a month of which a part is meant. */
  readonly start: readonly string[];
  readonly end: readonly string[];
  /** As {@link start}, for parts that have no first and last day. */
  readonly early: readonly string[];
  readonly middle: readonly string[];
  readonly late: readonly string[];
  readonly fiscalYear: readonly string[];
  /** Between the first and the last date of a time. */
  readonly to: readonly string[];
  /** Behind the first year of ten years: `s`. */
  readonly decade: readonly string[];
  /**
   * Whole dates, as {@link DateWords.shapes}, also with `{season}` and `{half}`. Commas and hyphens between a letter
   * and a digit are spaces here.
   */
  readonly shapes: readonly string[];
}
