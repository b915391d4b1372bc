import type { Container, FastScan } from './fast-scan.js';

/** A line inside its containers: `from` where it begins, `start` where its content does. */
export interface FlowLine {
  readonly from: number;
  readonly start: number;
  /** Before the line's end. */
  readonly end: number;
  /** It is not in the innermost containers by its own marks: it may only go on with a paragraph. */
  readonly lazy?: boolean;
}

/** What a block of the plain reader is read from, and the container it stands in. */
export interface FlowContext {
  readonly scan: FastScan;
  readonly lines: readonly FlowLine[];
  readonly box: Container | undefined;
  readonly depth: number;
}

/** Where the words of a line begin: at its end, if it has none. */
export function wordsOf({ masked }: FastScan, line: FlowLine): number {
  let at = line.start;
  while (at < line.end && masked.charCodeAt(at) === 32) at += 1;
  return at;
}

export function growContainer(box: Container | undefined, end: number): void {
  if (box) box.end = Math.max(box.end, end);
}
