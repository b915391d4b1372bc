import type { Span } from './span.js';

/**
 * What of a text an edit put in place of what stood there, as offsets of the text `after`: what is before
 * it and behind it is the same in both. In long strides, as of 20 MB a few characters change.
 */
export function changedPart(before: string, after: string): Span {
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

/** @param what what of an item must be the same object */
export function differingPart<T>(
  gone: readonly T[],
  come: readonly T[],
  what: (item: T) => unknown,
): DifferingPart {
  const isSame = (at: number, comeAt: number): boolean =>
    what(gone[at] as T) === what(come[comeAt] as T);
  const shorter = Math.min(gone.length, come.length);
  let start = 0;
  while (start < shorter && isSame(start, start)) start += 1;
  let behind = 0;
  while (behind < shorter - start && isSame(gone.length - 1 - behind, come.length - 1 - behind))
    behind += 1;
  return { start, goneEnd: gone.length - behind, comeEnd: come.length - behind };
}

/** A part of a text that does not keep the whole of it in memory, as a slice does. */
export function ownCopy(part: string): string {
  return `\n${part}`.slice(1);
}
