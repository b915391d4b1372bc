import type { Span, TextEdit, Written } from '../../text/index.js';
import type { AttributeSyntax, TagFault } from '../syntax.js';
import { isSpace, pastSpace } from '../tags/inline-range.js';
import type { AttributeReader } from './attribute-reader.js';
import { decodeReferences } from './decode-references.js';

/** Reads a value without quotes from `from`. False: a tag begins in it, so the braces were never closed. */
export function readUnquoted(reader: AttributeReader, name: Written, from: number): boolean {
  const { text, items, faults } = reader;
  const run = runEnd(reader, from);
  const tag = tagInside(text.slice(from, run));
  const end = tag < 0 ? run : from + tag;
  items.push(itemOf(text, name, { start: from, end }));
  reader.at = end;
  reader.kept = end;
  if (tag >= 0) return false;
  if (end > from) faults.push(...valueFaults(reader, { start: from, end }));
  else if (name.text !== '#') faults.push(missing(name, from));
  return true;
}

/**
 * Past what belongs to one word: up to white space, a closing brace or the end of the paragraph. It
 * also ends before the attributes of another tag, so that a long line of tags is not read again and
 * again from each of them.
 */
export function runEnd({ text, end }: AttributeReader, from: number): number {
  let brackets = 0;
  let at = from;
  for (; at < end; at += 1) {
    const code = text.charCodeAt(at);
    if (code === CLOSING_BRACE || isSpace(code)) return at;
    if (code !== BRACKET && code !== BRACE) continue;
    if (code === BRACE && brackets > 0) return at;
    brackets += 1;
  }
  return at;
}

const BRACKET = 91;
const BRACE = 123;
const CLOSING_BRACE = 125;

function tagInside(run: string): number {
  return run.includes('[') ? run.search(/:[A-Za-z][\w-]*\[/) : -1;
}

function itemOf(text: string, name: Written, value: Span): AttributeSyntax {
  const written = { text: decodeReferences(text.slice(value.start, value.end)), span: value };
  return {
    span: { start: name.span.start, end: value.end },
    name,
    value: value.end > value.start ? written : undefined,
    quote: undefined,
  };
}

function missing(name: Written, end: number): TagFault {
  const span = { start: name.span.start, end };
  return { code: 'malformed-attribute', span, reason: `the value of '${name.text}' is missing` };
}

function valueFaults(reader: AttributeReader, value: Span): readonly TagFault[] {
  const { text } = reader;
  const written = text.slice(value.start, value.end);
  const list = readOn(reader, value);
  if (list !== undefined) return [list];
  if (/[“”„‟]/.test(written)) return [{ code: 'curly-quotes', span: value }];
  const illegal = /["'=<>{`]/.exec(written)?.[0];
  if (illegal !== undefined) return [needsQuotes(written, value, illegal)];
  return written.endsWith(',') && written.length > 1 ? [strayComma(value)] : [];
}

function needsQuotes(written: string, span: Span, illegal: string): TagFault {
  const reason = `a value with the character ${illegal} needs quotes around it`;
  const fault: TagFault = { code: 'malformed-attribute', span, reason };
  return written.includes('"') ? fault : { ...fault, edits: quoting(span) };
}

function strayComma(value: Span): TagFault {
  const span = { start: value.end - 1, end: value.end };
  const reason = 'nothing follows the comma';
  return { code: 'malformed-attribute', span, edits: [{ span, text: '' }], reason };
}

function quoting(span: Span): readonly TextEdit[] {
  return [
    { span: { start: span.start, end: span.start }, text: '"' },
    { span: { start: span.end, end: span.end }, text: '"' },
  ];
}

/**
 * `india, united-states`: takes in the words after a comma or semicolon, and plain words after those.
 * One fault for all of them, at the first gap.
 */
function readOn(reader: AttributeReader, value: Span): TagFault | undefined {
  const { text } = reader;
  const gaps: Span[] = [];
  let end = value.end;
  let isList = true;
  for (;;) {
    const next = pastSpace(reader.stretch, end);
    if (next <= end || !(isPlain(reader, next) || isLoneComma(reader, next))) break;
    const separated = /[,;]/.test(text[end - 1] ?? '') || /[,;]/.test(text[next] ?? '');
    if (!separated && gaps.length === 0) break;
    isList &&= separated;
    gaps.push({ start: end, end: next });
    end = runEnd(reader, next);
  }
  const [gap] = gaps;
  if (gap === undefined) return undefined;
  const last = reader.items.length - 1;
  const item = reader.items[last];
  if (item !== undefined) {
    reader.longer ??= new Map();
    reader.longer.set(last, itemOf(text, item.name, { start: value.start, end }));
  }
  reader.at = end;
  // What defines is one id and no list.
  if (item?.name.text === '#') return { code: 'space-in-list', span: gap };
  const byCommas = isList && !text.slice(value.start, end).includes(';');
  const closing = gaps.map((span): TextEdit => ({ span, text: '' }));
  const edits = byCommas ? closing : quoting({ start: value.start, end });
  return { code: 'space-in-list', span: gap, edits };
}

/** Whether the word at `at` can only be more of the value before it. */
function isPlain(reader: AttributeReader, at: number): boolean {
  const { text } = reader;
  const word = text.slice(at, runEnd(reader, at));
  return word !== '' && !/^[#;,]*$|^#|^::|["'=<>{[`“”„‟]/.test(word);
}

/** `india , united-states` */
function isLoneComma(reader: AttributeReader, at: number): boolean {
  const end = runEnd(reader, at);
  if (!/^[,;]$/.test(reader.text.slice(at, end))) return false;
  const next = pastSpace(reader.stretch, end);
  return next > end && isPlain(reader, next);
}
