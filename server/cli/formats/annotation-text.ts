import type { LocatedFinding } from './located-finding.js';
import { oneLine } from './one-line.js';

/** Platforms cut a long message anywhere, or refuse it. */
const MAX_LENGTH = 4000;

/** A finding's message for an annotation. */
export function annotationText({ message }: LocatedFinding): string {
  const text = oneLine(message.slice(0, MAX_LENGTH));
  return message.length > MAX_LENGTH ? `${text}…` : text;
}

/** The last line of a finding: one that ends with a line break ends before it. */
export function endLineOf({ range: { start, end } }: LocatedFinding): number {
  return end.column === 1 && end.line > start.line ? end.line - 1 : end.line;
}
