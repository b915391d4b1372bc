import { parseEdtf } from '../dates/index.js';
import type { Scalar, Value } from '../parse/index.js';
import { invalid, type ValueFault } from './value-fault.js';

/** Attributes of which the second cannot be before the first, wherever both stand. */
const PAIRS: readonly (readonly [first: string, last: string, reason: string])[] = [
  ['start_date', 'end_date', 'it ends before it begins'],
  ['founding_date', 'dissolution_date', 'it is dissolved before it is founded'],
  ['signed', 'in_force', 'it is in force before it is signed'],
  ['signed', 'period', 'its time is over before it is signed'],
  ['in_force', 'period', 'its time is over before it is in force'],
  ['made', 'due', 'it is due before it is made'],
  ['made', 'period', 'its time is over before it is made'],
];

const NONE: readonly never[] = [];

/** A date of one thing, by the name of the attribute it stands in, with `_`. */
interface NamedDate {
  readonly name: string;
  readonly value: Value;
}

/** The dates of one thing that are the wrong way round, each reported at the later of the two. Only what is certain. */
export function reversedDates(
  values: readonly NamedDate[],
): readonly { readonly name: string; readonly fault: ValueFault }[] {
  const pairs = reversedPairs(values);
  if (pairs.length === 0) return NONE;
  // A date that is before two others is one fault.
  const firsts = pairs.filter(
    ({ last }, at) => pairs.findIndex((pair) => pair.last === last) === at,
  );
  return firsts.map(({ first, from, last, to, reason }) => {
    const written = first.replaceAll('_', '-');
    return { name: last, fault: invalid(to, `${reason} (${written} is ${from.text})`) };
  });
}

/** The names of those dates, of both in each pair: nobody knows which of them is wrong. */
export function namesOfReversedDates(values: readonly NamedDate[]): ReadonlySet<string> {
  return new Set(reversedPairs(values).flatMap(({ first, last }) => [first, last]));
}

interface ReversedPair {
  readonly first: string;
  readonly from: Scalar;
  readonly last: string;
  readonly to: Scalar;
  readonly reason: string;
}

const NAMES: ReadonlySet<string> = new Set([
  ...PAIRS.map(([first]) => first),
  ...PAIRS.map(([, last]) => last),
]);

function reversedPairs(values: readonly NamedDate[]): readonly ReversedPair[] {
  let dates = 0;
  for (const { name } of values) if (NAMES.has(name)) dates += 1;
  if (dates < 2) return NONE;
  const dateIn = (name: string): Scalar | undefined => {
    const value = values.find((each) => each.name === name)?.value;
    return value?.type === 'scalar' ? value : undefined;
  };
  return PAIRS.flatMap(([first, last, reason]) => {
    const [from, to] = [dateIn(first), dateIn(last)];
    if (from === undefined || to === undefined || !isBefore(to.text, from.text)) return [];
    return [{ first, from, last, to, reason }];
  });
}

/** Whether the last day of a date is before the first day of another. */
function isBefore(one: string, other: string): boolean {
  const [a, b] = [parseEdtf(one), parseEdtf(other)];
  return a !== undefined && b !== undefined && a.range.last < b.range.first;
}
