// Over 150 lines: one reader whose parts call each other for every way the braces can go wrong.
import type { TextEdit, Written } from '../../text/index.js';
import type { AttributeSyntax, TagFault, TagFaultCode } from '../syntax.js';
import { type InlineRange, isSpace, pastSpace } from '../tags/inline-range.js';
import { pastBlanks } from '../tags/line-ends.js';
import type { AttributeReader } from './attribute-reader.js';
import { readBareWord } from './bare-words.js';
import { readAttributeFast } from './fast-attribute.js';
import { OPENING_QUOTES, readQuoted } from './quoted-value.js';
import { readUnquoted } from './unquoted-value.js';

/** What stands in the braces after a tag. */
export interface AttributesReading {
  readonly span: { readonly start: number; readonly end: number };
  readonly closed: boolean;
  readonly items: readonly AttributeSyntax[];
  readonly faults: readonly TagFault[];
}

/**
 * Reads `{…}`; `open` is the offset of its `{`. Never fails: what is wrong is a fault and the rest is
 * read on. When the braces are not closed, that is the only fault, and what looks like prose after
 * the last attribute is left to prose.
 */
export function readAttributes(stretch: InlineRange, open: number): AttributesReading {
  const first = readBraces(readerAt(stretch, open + 1, 'quote'), open);
  const strayed = !first.closed && first.items.some(holdsBrace);
  return strayed ? readBraces(readerAt(stretch, open + 1, 'brace'), open) : first;
}

function holdsBrace({ quote, value }: AttributeSyntax): boolean {
  return quote !== undefined && value !== undefined && /[{}]/.test(value.text);
}

function readerAt(
  stretch: InlineRange,
  at: number,
  quoteEndsAt: AttributeReader['quoteEndsAt'],
): AttributeReader {
  const { text, end } = stretch;
  const longer = undefined;
  return { stretch, text, end, at, items: [], faults: [], kept: at, longer, quoteEndsAt };
}

function readBraces(reader: AttributeReader, open: number): AttributesReading {
  for (;;) {
    const next = pastSpace(reader.stretch, reader.at);
    if (next < 0) return unclosed(reader, open);
    reader.at = next;
    if (reader.text[next] === '}') return closed(reader, open);
    if (!readItem(reader)) return unclosed(reader, open);
  }
}

/** Whether the braces are beyond doubt attributes, so that they may be cut out of what Markdown reads. */
export function isCertain(faults: readonly TagFault[]): boolean {
  return faults.every((fault) => !DOUBTFUL.has(fault.code));
}

const DOUBTFUL: ReadonlySet<TagFaultCode> = new Set<TagFaultCode>([
  'unclosed-attributes',
  'unclosed-quote',
  'bare-word',
  'malformed-attribute',
]);

function closed(reader: AttributeReader, open: number): AttributesReading {
  const span = { start: open, end: reader.at + 1 };
  const { longer } = reader;
  const items = longer
    ? reader.items.map((item, index) => longer.get(index) ?? item)
    : reader.items;
  const clashes = duplicateFaults(reader.text, items);
  const faults = clashes.length > 0 ? [...reader.faults, ...clashes] : reader.faults;
  return { span, closed: true, items, faults };
}

function unclosed(reader: AttributeReader, open: number): AttributesReading {
  const end = Math.min(endOfBlanks(reader), reader.end);
  const span = { start: open, end };
  const items = reader.items.filter((item) => item.span.end <= end);
  const quote = reader.faults.find((fault) => fault.code === 'unclosed-quote');
  if (quote !== undefined && quote.span.start < end)
    return { span, closed: false, items, faults: [{ code: quote.code, span: quote.span }] };
  const fault: TagFault = { code: 'unclosed-attributes', span: { start: open, end: open + 1 } };
  const edits = endsItsLine(reader, end) ? [{ span: { start: end, end }, text: '}' }] : undefined;
  return {
    span,
    closed: false,
    items,
    faults: [edits === undefined ? fault : { ...fault, edits }],
  };
}

/** The blank after a half-typed attribute belongs to it while nothing else stands on the line. */
function endOfBlanks({ text, kept, end }: AttributeReader): number {
  let at = kept;
  while (at < end && (text[at] === ' ' || text[at] === '\t')) at += 1;
  return at >= end || text[at] === '\n' || text[at] === '\r' ? at : kept;
}

/** A closing brace is certain only where no words follow that might have been meant as attributes. */
function endsItsLine({ text, end, items, kept }: AttributeReader, at: number): boolean {
  const last = items.at(-1);
  if (last === undefined || last.span.end !== kept || last.value === undefined) return false;
  return at === kept && (at >= end || text[at] === '\n' || text[at] === '\r');
}

/** Reads one attribute or what stands in the place of one. False: the braces cannot go on here. */
function readItem(reader: AttributeReader): boolean {
  if (readAttributeFast(reader)) return true;
  const { text, at, faults } = reader;
  if (text[at] === '#') return readId(reader);
  const name = readName(reader);
  if (name === undefined) return readBareWord(reader);
  const valueAt = equalsAt(reader, name) + 1;
  const from = reader.at;
  if (from > valueAt || valueAt - 1 > name.span.end) {
    const gaps = [
      { start: name.span.end, end: valueAt - 1 },
      { start: valueAt, end: from },
    ].filter((gap) => gap.end > gap.start);
    const edits = gaps.map((gap): TextEdit => ({ span: gap, text: '' }));
    const span = gaps[0] ?? name.span;
    faults.push({
      code: 'malformed-attribute',
      span,
      edits,
      reason: "there is a space next to '='",
    });
  }
  if (!NAME.test(name.text)) {
    const reason = `'${name.text}' is not a valid name of an attribute`;
    faults.push({ code: 'malformed-attribute', span: name.span, reason });
  }
  return readValue(reader, name, from);
}

const NAME = /^[A-Za-z_][\w.:-]*$/;

/** The name before `=`, leaving `reader.at` where the value begins; `undefined`: there is no `=`. */
function readName(reader: AttributeReader): Written | undefined {
  const { text, at } = reader;
  const end = wordEnd(reader, at);
  if (end === at) return undefined;
  const equals = text[end] === '=' && end < reader.end ? end : pastSpace(reader.stretch, end);
  if (equals < 0 || text[equals] !== '=') return undefined;
  const name = { text: text.slice(at, end), span: { start: at, end } };
  reader.at = spacedValue(reader, equals + 1);
  return name;
}

function equalsAt(reader: AttributeReader, name: Written): number {
  return reader.text[name.span.end] === '='
    ? name.span.end
    : pastSpace(reader.stretch, name.span.end);
}

/** Up to `=`, white space, a quote or a bracket: the longest that could be a name. */
function wordEnd({ text, end }: AttributeReader, from: number): number {
  let at = from;
  while (at < end && !isSpace(text.charCodeAt(at)) && !ENDS_NAME.has(text.charCodeAt(at))) at += 1;
  return at;
}

const ENDS_NAME: ReadonlySet<number> = new Set([...'={}[]"\'#,;'].map((c) => c.charCodeAt(0)));

/** After `= `, the next word is the value when it is neither an attribute of its own nor the end. */
function spacedValue(reader: AttributeReader, after: number): number {
  const { text, end } = reader;
  if (after >= end || !isSpace(text.charCodeAt(after))) return after;
  const next = pastBlanks(text, after);
  if (next >= end || /[}#\r\n]/.test(text[next] ?? '')) return after;
  const word = wordEnd(reader, next);
  return word < end && (text[word] === '=' || text[word] === '[' || text[word] === '{')
    ? after
    : next;
}

function readId(reader: AttributeReader): boolean {
  const { at, faults } = reader;
  const name = { text: '#', span: { start: at, end: at + 1 } };
  if (!readUnquoted(reader, name, at + 1)) return false;
  const item = reader.items.at(-1);
  if (item?.value === undefined) {
    const reason = "an id is missing after '#'";
    faults.push({ code: 'malformed-attribute', span: name.span, reason });
  }
  return true;
}

function readValue(reader: AttributeReader, name: Written, from: number): boolean {
  const { text, end } = reader;
  if (from < end && OPENING_QUOTES.has(text[from] ?? '')) return readQuoted(reader, name, from);
  return readUnquoted(reader, name, from);
}

/** Faults of attributes that are well written one by one but do not go together. */
function duplicateFaults(text: string, items: readonly AttributeSyntax[]): readonly TagFault[] {
  if (!mayClash(items)) return NO_FAULTS;
  const faults: TagFault[] = [];
  const first = new Map<string, AttributeSyntax>();
  for (const item of items) {
    const name = item.name.text.replaceAll('-', '_');
    const earlier = first.get(name);
    if (earlier === undefined) first.set(name, item);
    else faults.push(duplicate(text, earlier, item));
  }
  const id = first.get('#');
  if (id !== undefined && first.has('ref')) faults.push({ code: 'ref-with-id', span: id.span });
  return faults;
}

const NO_FAULTS: readonly TagFault[] = [];

/** Without making anything: nearly always the answer is no. */
function mayClash(items: readonly AttributeSyntax[]): boolean {
  if (items.length > 8) return true;
  for (let index = 1; index < items.length; index += 1) {
    const { text } = (items[index] as AttributeSyntax).name;
    for (let earlier = 0; earlier < index; earlier += 1) {
      const other = (items[earlier] as AttributeSyntax).name.text;
      if (text === other || text.includes('-') || other.includes('-')) return true;
      if ((text === '#' && other === 'ref') || (text === 'ref' && other === '#')) return true;
    }
  }
  return false;
}

/** Taking the second out, with the blank before it, is certain only when both say the same. */
function duplicate(text: string, earlier: AttributeSyntax, item: AttributeSyntax): TagFault {
  const fault: TagFault = { code: 'duplicate-attribute', span: item.span };
  if (item.value === undefined || item.value.text !== earlier.value?.text) return fault;
  const start = /[ \t]/.test(text[item.span.start - 1] ?? '')
    ? item.span.start - 1
    : item.span.start;
  return { ...fault, edits: [{ span: { start, end: item.span.end }, text: '' }] };
}
