import type { Span } from './span.js';

/** Replaces the characters of `span` by `text`; an empty span inserts. */
export interface TextEdit {
  readonly span: Span;
  readonly text: string;
}

/**
 * Applies edits that do not overlap, in any order.
 * @throws RangeError when two of them overlap: half of a correction is worse than none.
 *
 * @example
 * ```ts
 * import { applyEdits } from 'rapporteur';
 *
 * applyEdits('by=indai', [{ span: { start: 3, end: 8 }, text: 'india' }]); // => 'by=india'
 * ```
 */
export function applyEdits(text: string, edits: readonly TextEdit[]): string {
  const sorted = [...edits].sort((a, b) => a.span.start - b.span.start || a.span.end - b.span.end);
  let result = '';
  let at = 0;
  for (const edit of sorted) {
    if (edit.span.start < at) throw new RangeError('edits overlap');
    result += text.slice(at, edit.span.start) + edit.text;
    at = edit.span.end;
  }
  return result + text.slice(at);
}
