import type { Found } from '../report/found.js';
import { oneLine } from './one-line.js';

/** Platforms cut a long message anywhere, or refuse it. */
const LONGEST = 4000;

/** A finding's message for an annotation. */
export function annotationText({ message }: Found): string {
  const text = oneLine(message.slice(0, LONGEST));
  return message.length > LONGEST ? `${text}…` : text;
}

/** The last line of a finding: one that ends with a line break ends before it. */
export function endLineOf({ range: { start, end } }: Found): number {
  return end.column === 1 && end.line > start.line ? end.line - 1 : end.line;
}
