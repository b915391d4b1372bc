import type { Span } from '../../text/index.js';
import { isCertain } from '../attributes/read-attributes.js';
import type { TagSyntax } from '../syntax.js';
import { endOfLine, pastLineEnd, pastQuotes } from './line-ends.js';

/**
 * The text as Markdown may see it, of the same length: what is ours is replaced so that it can be
 * neither link nor code nor list. Line ends, what begins a line, and `|` stay where they are.
 *
 * - `:word[`, `]` and attributes beyond doubt become the letter `x`. A bracket beside a mark of
 *   emphasis becomes a comma, because `_` next to a letter would be no mark.
 * - The first line of a record or fence becomes `___…`, a thematic break: to Markdown that stands alone
 *   on its line, may interrupt a paragraph, closes what a record closes. (Not `***`: after a `*` of a list
 *   that would be one break and no item.) Its further lines become blank.
 */
export function mask(text: string, tags: readonly TagSyntax[]): string {
  if (tags.length === 0) return text;
  const parts: string[] = [];
  let at = 0;
  for (const { span, by } of coversOf(text, tags)) {
    if (span.start < at) continue;
    parts.push(text.slice(at, span.start), by);
    at = span.end;
  }
  parts.push(text.slice(at));
  return parts.join('');
}

interface Cover {
  readonly span: Span;
  readonly by: string;
}

function coversOf(text: string, tags: readonly TagSyntax[]): readonly Cover[] {
  const covers: Cover[] = [];
  let isNested = false;
  for (const tag of tags) {
    isNested ||= tag.parent !== undefined;
    covers.push(...(tag.form === 'text' ? coverInline(text, tag) : coverLines(text, tag)));
  }
  if (!isNested) return covers;
  return covers.sort((a, b) => a.span.start - b.span.start || b.span.end - a.span.end);
}

function coverInline(text: string, tag: TagSyntax): readonly Cover[] {
  if (tag.label === undefined) return [];
  const { start, end } = tag.label.span;
  const head = { start: tag.span.start, end: start };
  const open = edge(text[start]);
  const covers: Cover[] = [{ span: head, by: 'x'.repeat(head.end - head.start - 1) + open }];
  if (!tag.label.closed) return covers;
  covers.push({ span: { start: end, end: end + 1 }, by: edge(text[end - 1]) });
  const { attributes } = tag;
  if (attributes?.closed === true && isCertain(tag.faults))
    covers.push(coverBraces(text, attributes.span));
  return covers;
}

function edge(beside: string | undefined): string {
  return beside === '*' || beside === '_' || beside === '~' ? ',' : 'x';
}

function coverBraces(text: string, span: Span): Cover {
  const written = text.slice(span.start, span.end);
  if (!/[|\r\n]/.test(written)) return { span, by: 'x'.repeat(written.length) };
  return {
    span,
    by: written.replace(/([\r\n][ \t]*(?:>[ \t]*)*)|[^|\r\n]/g, (_, line?: string) => line ?? 'x'),
  };
}

function coverLines(text: string, tag: TagSyntax): readonly Cover[] {
  const first = endOfLine(text, tag.span.start, text.length);
  const covers: Cover[] = [ruled(tag.span.start, first)];
  let line = pastLineEnd(text, first);
  while (line < tag.span.end) {
    const end = endOfLine(text, line, text.length);
    const start = Math.min(pastQuotes(text, line), end);
    covers.push({ span: { start, end }, by: ' '.repeat(end - start) });
    line = pastLineEnd(text, end);
  }
  return covers;
}

function ruled(start: number, end: number): Cover {
  return { span: { start, end }, by: '_'.repeat(end - start) };
}
