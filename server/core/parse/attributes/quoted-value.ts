import type { Span, Written } from '../../text/index.js';
import type { AttributeSyntax, TagFault } from '../syntax.js';
import { isSpace, pastPrefix } from '../tags/inline-range.js';
import { endOfLine, isLineEnd, pastLineEnd } from '../tags/line-ends.js';
import type { AttributeReader } from './attribute-reader.js';
import { decodeReferences } from './decode-references.js';

/**
 * Reads a value that begins with a quote, straight or curly, at `open`. A quote that is not closed, or
 * whose partner stands in a later tag, ends at the brace. False: there is no brace either.
 */
export function readQuoted(reader: AttributeReader, name: Written, open: number): boolean {
  const { text, end, stretch } = reader;
  const quote = text[open] ?? '';
  const brace = Math.min(stretch.seek('}', open + 1), end);
  const sure = Math.min(stretch.seek('{', open + 1), brace);
  const close = quote === '"' || quote === "'" ? Math.min(stretch.seek(quote, open + 1), end) : end;
  if (close < end && endsWell(reader, close) && (close < sure || reader.quoteEndsAt === 'quote'))
    return closeAt(reader, name, open, close);
  const curly = curlyClose(reader, open, Math.min(close, sure));
  if (curly >= 0) return closeCurly(reader, name, open, curly);
  if (close < sure) return closeAt(reader, name, open, close);
  return sure < end && sure === brace
    ? endAtBrace(reader, name, open, brace)
    : leaveOpen(reader, name, open);
}

/** After a value comes white space, the end of the braces, or nothing at all. */
function endsWell({ text, end }: AttributeReader, close: number): boolean {
  const next = close + 1;
  return next >= end || text[next] === '}' || isSpace(text.charCodeAt(next));
}

function closeAt(reader: AttributeReader, name: Written, open: number, close: number): boolean {
  add(reader, name, { start: open + 1, end: close }, close + 1);
  const next = reader.text[close + 1] ?? '';
  if (endsWell(reader, close) || next === ',' || next === ';') return true;
  const span = { start: close + 1, end: close + 1 };
  const reason = 'a space is missing before the next attribute';
  reader.faults.push({
    code: 'malformed-attribute',
    span: { start: close, end: close + 1 },
    edits: [{ span, text: ' ' }],
    reason,
  });
  return true;
}

const CURLY_DOUBLE: ReadonlySet<string> = new Set(['“', '”', '„', '‟']);
const CURLY_SINGLE: ReadonlySet<string> = new Set(['‘', '’', '‚', '‛']);

/** Quotes of other keyboards, with what closes them. */
const PARTNERS: ReadonlyMap<string, string> = new Map(
  Object.entries({
    ...{ '「': '」', '『': '』', '〝': '〞〟', '＂': '＂', '＇': '＇', '«': '»', '»': '«' },
    ...{ '‹': '›', '〈': '〉', '《': '》' },
  }),
);

/** What a value may be put in. */
export const OPENING_QUOTES: ReadonlySet<string> = new Set([
  ...['"', "'", '“', '”', '„', '‟', '‘', '’', '‚', '‛'],
  ...PARTNERS.keys(),
]);

/** The closing quote of a value with at least one curly quote, before `limit`; -1: none. */
function curlyClose(reader: AttributeReader, open: number, limit: number): number {
  const { text } = reader;
  const quote = text[open] ?? '';
  const partners = PARTNERS.get(quote);
  if (partners !== undefined) {
    for (let at = open + 1; at < limit; at += 1)
      if (partners.includes(text[at] ?? '') && endsWell(reader, at)) return at;
    return -1;
  }
  const isDouble = quote === '"' || CURLY_DOUBLE.has(quote);
  const closing = isDouble ? CURLY_DOUBLE : CURLY_SINGLE;
  const straight = quote === '"' || quote === "'" ? '' : isDouble ? '"' : "'";
  for (let at = open + 1; at < limit; at += 1) {
    const mark = text[at] ?? '';
    if ((closing.has(mark) || mark === straight) && endsWell(reader, at)) return at;
  }
  return -1;
}

function closeCurly(reader: AttributeReader, name: Written, open: number, close: number): boolean {
  add(reader, name, { start: open + 1, end: close }, close + 1);
  const fault: TagFault = { code: 'curly-quotes', span: { start: open, end: close + 1 } };
  const edits = [open, close].map((at) => ({ span: { start: at, end: at + 1 }, text: '"' }));
  const isCertain = !reader.text.slice(open + 1, close).includes('"');
  reader.faults.push(isCertain ? { ...fault, edits } : fault);
  return true;
}

function endAtBrace(reader: AttributeReader, name: Written, open: number, brace: number): boolean {
  add(reader, name, { start: open + 1, end: brace }, brace);
  const mark = reader.text[open] === "'" ? "'" : '"';
  const fault: TagFault = { code: 'unclosed-quote', span: { start: open, end: open + 1 } };
  const edits = [{ span: { start: brace, end: brace }, text: mark }];
  const isCertain =
    /^["']/.test(reader.text[open] ?? '') && !/[=\n\r]/.test(reader.text.slice(open, brace));
  reader.faults.push(isCertain ? { ...fault, edits } : fault);
  return true;
}

function leaveOpen(reader: AttributeReader, name: Written, open: number): boolean {
  const end = endOfValue(reader, open + 1);
  add(reader, name, { start: open + 1, end }, end);
  reader.faults.push({ code: 'unclosed-quote', span: { start: open, end: open + 1 } });
  return false;
}

/** Half-typed, a value reaches to the end of its line or to the next tag. */
function endOfValue({ text, end }: AttributeReader, from: number): number {
  for (let at = from; at < end; at += 1) {
    const code = text.charCodeAt(at);
    if (isLineEnd(code) || code === 91 || code === 123) return wordStart(text, at, from);
  }
  return end;
}

function wordStart(text: string, bracket: number, from: number): number {
  if (text[bracket] !== '[') return bracket;
  let at = bracket;
  while (at > from && /[\w-]/.test(text[at - 1] ?? '')) at -= 1;
  while (at > from && text[at - 1] === ':') at -= 1;
  return at;
}

function add(reader: AttributeReader, name: Written, inside: Span, end: number): void {
  const value = { text: valueText(reader, inside), span: inside };
  const quote: AttributeSyntax['quote'] = reader.text[inside.start - 1] === "'" ? "'" : '"';
  reader.items.push({ span: { start: name.span.start, end }, name, value, quote });
  reader.at = end;
  reader.kept = end;
}

/** The value as a reader means it: without the `>` and indent of later lines, references decoded. */
function valueText({ text, stretch }: AttributeReader, { start, end }: Span): string {
  const written = text.slice(start, end);
  if (!/[\n\r]/.test(written)) return decodeReferences(written);
  const lines: string[] = [];
  let line = start;
  for (let at = endOfLine(text, line, end); at < end; at = endOfLine(text, line, end)) {
    lines.push(text.slice(line, at));
    line = Math.min(pastPrefix(stretch, pastLineEnd(text, at), at), end);
  }
  return decodeReferences([...lines, text.slice(line, end)].join('\n'));
}
