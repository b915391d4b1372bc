import type { Span } from './span.js';

/**
 * What of a text an edit put in place of what stood there, as offsets of the text `after`: what is before
 * it and behind it is the same in both. In long strides, as of 20 MB a few characters change.
 */
export function changedPart(before: string, after: string): Span {
  if (after.length < LONG) return comparedPart(before, after);
  if (last?.after !== after || last.before !== before)
    last = { before, after, part: comparedPart(before, after) };
  return last.part;
}

/** Of a longer text it is kept: reading it, its links and its findings each ask after the same key. */
const LONG = 65_536;

let last: { readonly before: string; readonly after: string; readonly part: Span } | undefined;

/** Says what an edit put in place of what stood there, so that nobody compares two long texts for it. */
export function noteChangedPart(before: string, after: string, part: Span): void {
  if (after.length >= LONG) last = { before, after, part };
}

function comparedPart(before: string, after: string): Span {
  const shorter = Math.min(before.length, after.length);
  let start = 0;
  for (let stride = STRIDE; stride >= 1; stride = stride === 1 ? 0 : stride / 8) {
    while (start + stride <= shorter && isSame(before, start, after, start, stride))
      start += stride;
  }
  let behind = 0;
  const most = shorter - start;
  for (let stride = STRIDE; stride >= 1; stride = stride === 1 ? 0 : stride / 8) {
    while (
      behind + stride <= most &&
      isSame(before, before.length - behind - stride, after, after.length - behind - stride, stride)
    )
      behind += stride;
  }
  return { start, end: after.length - behind };
}

/** A power of 8: the last stride is one character. */
const STRIDE = 32_768;

function isSame(one: string, from: number, other: string, at: number, length: number): boolean {
  return one.slice(from, from + length) === other.slice(at, at + length);
}

/** Where two lists differ: they have so many items in common at their beginning, and all behind these ends. */
export interface DifferingPart {
  readonly start: number;
  readonly goneEnd: number;
  readonly comeEnd: number;
}

/**
 * @param what what of an item must be the same object
 * @param within where all that differs is known to be
 */
export function differingPart<T>(
  gone: readonly T[],
  come: readonly T[],
  what: (item: T) => unknown,
  within: DifferingPart = { start: 0, goneEnd: gone.length, comeEnd: come.length },
): DifferingPart {
  let { start, goneEnd, comeEnd } = within;
  const shorter = Math.min(goneEnd, comeEnd);
  while (start < shorter && what(gone[start] as T) === what(come[start] as T)) start += 1;
  while (
    goneEnd > start &&
    comeEnd > start &&
    what(gone[goneEnd - 1] as T) === what(come[comeEnd - 1] as T)
  ) {
    goneEnd -= 1;
    comeEnd -= 1;
  }
  return { start, goneEnd, comeEnd };
}

/** A part of a text that does not keep the whole of it in memory, as a slice does. */
export function ownCopy(part: string): string {
  return `\n${part}`.slice(1);
}
