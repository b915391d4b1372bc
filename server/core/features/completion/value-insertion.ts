import { type Span, shift } from '../../text/index.js';
import type { ValueContext } from './braces-context.js';
import type { Insertion } from './insertion.js';
import type { TagAtCursor } from './tag-at-cursor.js';

/** One item of a value, and those beside it. */
export interface ValueInsertion extends Insertion {
  readonly others: readonly string[];
}

/**
 * The value at the cursor, or the item of a list.
 * @param separator what parts the items; `undefined` for a single value
 */
export function valueInsertion(
  text: string,
  tag: TagAtCursor,
  { value, quote, closed }: ValueContext,
  offset: number,
  separator: ',' | ';' | undefined,
): ValueInsertion {
  const { span, others } = itemAt(text, value, offset, separator);
  const isLast = span.end === value.end;
  const after = `${closed || !isLast ? '' : (quote ?? '')}`;
  const brace = missingBrace(text, tag, offset);
  const isHere = isLast && brace !== undefined && brace <= span.end;
  const edit = brace === undefined || brace <= span.end ? [] : [closingBrace(brace)];
  return {
    span,
    typed: text.slice(span.start, offset),
    others,
    before: '',
    after: isHere ? `${after}}` : after,
    also: edit,
  };
}

/** Where the brace belongs that nobody has closed: behind the last attribute. */
export function missingBrace(
  text: string,
  { syntax, at }: TagAtCursor,
  offset: number,
): number | undefined {
  const { attributes } = syntax;
  if (attributes === undefined || attributes.closed) return undefined;
  const last = attributes.items.at(-1);
  const end = last?.value === undefined ? offset : at + last.span.end;
  // Only what is an attribute beyond doubt: else the brace would close over prose.
  const isSure = last !== undefined && at + last.name.span.start > offset;
  return isSure && end <= text.length ? end : offset;
}

export function closingBrace(at: number): { readonly span: Span; readonly text: string } {
  return { span: { start: at, end: at }, text: '}' };
}

interface Item {
  readonly span: Span;
  readonly others: readonly string[];
}

function itemAt(text: string, value: Span, offset: number, separator: ',' | ';' | undefined): Item {
  if (separator === undefined) return { span: oneLine(text, value, offset), others: [] };
  const written = text.slice(value.start, value.end);
  const cursor = offset - value.start;
  const start = cursor === 0 ? 0 : written.lastIndexOf(separator, cursor - 1) + 1;
  const next = written.indexOf(separator, cursor);
  const end = next < 0 ? written.length : next;
  const others = [written.slice(0, Math.max(0, start - 1)), written.slice(end + 1)]
    .flatMap((part) => part.split(separator))
    .map((part) => part.trim())
    .filter((part) => part !== '');
  return { span: oneLine(text, shift({ start, end }, value.start), offset), others };
}

/** A value may break over lines; what is replaced is on the cursor's. */
function oneLine(text: string, { start, end }: Span, offset: number): Span {
  const before =
    Math.max(text.lastIndexOf('\n', offset - 1), text.lastIndexOf('\r', offset - 1)) + 1;
  const rest = text.slice(offset, end).search(/[\r\n]/);
  return { start: Math.max(start, before), end: rest < 0 ? end : offset + rest };
}
