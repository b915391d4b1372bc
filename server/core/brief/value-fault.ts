import type { Value } from '../parse/index.js';
import type { Span, Written } from '../text/index.js';
import type { Use } from './facts.js';
import { type Correction, changeTo, excerpt } from './faults.js';

/** What was found in a value: the value in the shape of its type, the ids in it, what is wrong with it. */
export interface CheckedValue {
  readonly value: Value;
  readonly uses: readonly Pick<Use, 'id' | 'kinds' | 'attribute'>[];
  readonly faults: readonly ValueFault[];
}

export interface ValueFault {
  readonly rule: 'invalid-value' | 'unknown-attribute';
  readonly span: Span;
  /** The attribute, when it is a nested one: `memberships.office`. */
  readonly attribute?: string;
  readonly found: string;
  readonly reason?: string;
  readonly wanted?: string;
  /** Where several may have been meant: all of them. */
  readonly choices?: readonly string[];
  /** Of an id that points: the kinds that it may be of. */
  readonly kinds?: readonly string[] | 'any';
  readonly correction?: Correction;
}

/** A value that cannot stand there, with the reason as a clause. */
export function invalid(item: Written, reason: string, wanted?: string): ValueFault {
  const fault = { rule: 'invalid-value', span: item.span, found: item.text, reason } as const;
  return wanted === undefined ? fault : { ...fault, wanted };
}

/** As {@link invalid}, with a correction that is certain. */
export function correctable(item: Written, reason: string, wanted: string): ValueFault {
  return { ...invalid(item, reason, wanted), correction: changeTo(item.span, wanted) };
}

/** A value of the wrong shape: several where one is wanted, or the other way round. */
export function misshapen(text: string, value: Value, reason: string): CheckedValue {
  const found = excerpt(text, value.span);
  return { value, uses: [], faults: [{ rule: 'invalid-value', span: value.span, found, reason }] };
}
