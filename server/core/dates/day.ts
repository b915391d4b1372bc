/** A calendar day as days since 1970-01-01, so that days compare and subtract as numbers. */
export type Day = number;

/** An interval of days, both ends in it; an open or unknown end is infinite. */
export interface DayRange {
  readonly first: Day;
  readonly last: Day;
}
