import type { Span, TextEdit } from '../../text/index.js';
import type { Completion } from './completion.js';

/** A place that one value is written in. */
export interface Insertion {
  readonly span: Span;
  /** From the beginning of `span` to the cursor. */
  readonly typed: string;
  /** Written before the value: a space that is missing. */
  readonly before: string;
  /** Written after it: the quote and the brace that nobody has closed. The cursor stays before them. */
  readonly after: string;
  readonly also: readonly TextEdit[];
}

/** The value written in its place. */
export function insertValue(
  { span, before, after, also }: Insertion,
  value: string,
): Pick<Completion, 'insert' | 'snippet' | 'span' | 'also'> {
  const insert = `${before}${value}${after}`;
  const snippet =
    after === '' ? {} : { snippet: `${escapeSnippet(before + value)}$0${escapeSnippet(after)}` };
  return { insert, ...snippet, span, ...(also.length > 0 && { also }) };
}

/** Text that stands in a snippet as it is. */
export function escapeSnippet(text: string): string {
  return text.replace(/[\\$}]/g, '\\$&');
}
