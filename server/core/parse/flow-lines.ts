import type { Box, Scan } from './gather.js';

/** A line inside its containers: `from` where it begins, `start` where its content does. */
export interface Line {
  readonly from: number;
  readonly start: number;
  /** Before the line's end. */
  readonly end: number;
}

/** What a block of the plain reader is read from, and the container it stands in. */
export interface Place {
  readonly scan: Scan;
  readonly lines: readonly Line[];
  readonly box: Box | undefined;
  readonly depth: number;
}

/** Where the words of a line begin: at its end, if it has none. */
export function wordsOf({ masked }: Scan, line: Line): number {
  let at = line.start;
  while (at < line.end && masked.charCodeAt(at) === 32) at += 1;
  return at;
}

export function grow(box: Box | undefined, end: number): void {
  if (box) box.end = Math.max(box.end, end);
}
