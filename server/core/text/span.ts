/** A half-open range of UTF-16 code units: `start` is in it, `end` is not. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** Words as they stand written at a place: what they say, and where. */
export interface Written {
  readonly text: string;
  readonly span: Span;
}

export function span(start: number, end: number): Span {
  return { start, end };
}

export function shift(at: Span, by: number): Span {
  return { start: at.start + by, end: at.end + by };
}

/** Whether `inner` lies in `outer`; a span lies in itself. */
export function contains(outer: Span, inner: Span): boolean {
  return outer.start <= inner.start && inner.end <= outer.end;
}

export function overlaps(a: Span, b: Span): boolean {
  return a.start < b.end && b.start < a.end;
}

/** Whether an offset is in a span or right at one of its ends, as a cursor may be. */
export function touches({ start, end }: Span, offset: number): boolean {
  return start <= offset && offset <= end;
}

/** Whether two spans overlap or meet at an edge. */
export function spansTouch(a: Span, b: Span): boolean {
  return a.start <= b.end && b.start <= a.end;
}

/** Reading order, the outer before the inner. */
export function bySpan(a: Span, b: Span): number {
  return a.start - b.start || b.end - a.end;
}
