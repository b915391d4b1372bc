import type { AttributeSyntax } from '../../parse/index.js';
import type { Span } from '../../text/index.js';

/** Where in the braces of a tag the cursor is. */
export type BracesContext =
  /** The name of an attribute, or the place for one. `hasValue`: a `=` follows. */
  | { readonly type: 'name'; readonly span: Span; readonly hasValue: boolean }
  /** After a `#`; `span` is what follows it. */
  | { readonly type: 'id'; readonly span: Span }
  | ValueContext;

export interface ValueContext {
  readonly type: 'value';
  /** As written. */
  readonly name: string;
  /** The whole value, without its quotes. */
  readonly value: Span;
  readonly quote: '"' | "'" | undefined;
  /** Whether the quote is closed; true without one. */
  readonly closed: boolean;
}

/**
 * Reads the braces that open at `open` up to the cursor: what stands left of it decides. `undefined`
 * when the cursor is not among attributes: behind the closing brace, a blank line or prose.
 * @param items what the parser found: it knows where a half-typed quote ends
 */
export function bracesContextAt(
  text: string,
  open: number,
  offset: number,
  items: readonly Pick<AttributeSyntax, 'value' | 'quote'>[],
): BracesContext | undefined {
  let at = open + 1;
  for (;;) {
    const next = pastSpace(text, at, offset);
    if (next === undefined) return undefined;
    if (next >= offset) return between(offset, at === next && at > open + 1);
    const step = stepFrom({ text, offset, items }, next);
    if (step === undefined || typeof step !== 'number') return step;
    at = step;
  }
}

interface Reading {
  readonly text: string;
  readonly offset: number;
  readonly items: readonly Pick<AttributeSyntax, 'value' | 'quote'>[];
}

/** Past white space, not past the cursor; `undefined` at a blank line, which ends the paragraph. */
function pastSpace(text: string, from: number, offset: number): number | undefined {
  let breaks = 0;
  let at = from;
  for (; at < offset; at += 1) {
    const character = text[at] ?? '';
    if (character === '\n' || (character === '\r' && text[at + 1] !== '\n')) breaks += 1;
    else if (character === '>' ? breaks === 0 : !/\s/.test(character)) break;
    if (breaks > 1) return undefined;
  }
  return at;
}

/** Between attributes; right behind one, none can begin. */
function between(offset: number, isGlued: boolean): BracesContext | undefined {
  return isGlued
    ? undefined
    : { type: 'name', span: { start: offset, end: offset }, hasValue: false };
}

const NAME_END = /[\s={}[\]"'#,;]/;
const VALUE_END = /[\s}]/;

function run(text: string, from: number, ends: RegExp): number {
  let at = from;
  while (at < text.length && !ends.test(text[at] ?? '')) at += 1;
  return at;
}

/** The place, if the cursor is in the item at `at`; else where the next one begins. */
function stepFrom(reading: Reading, at: number): BracesContext | number | undefined {
  const { text, offset } = reading;
  if (text[at] === '}') return undefined;
  if (text[at] === '#') {
    const end = run(text, at + 1, VALUE_END);
    return offset <= end ? { type: 'id', span: { start: at + 1, end } } : end;
  }
  const end = run(text, at, NAME_END);
  if (end > at && offset <= end) {
    return { type: 'name', span: { start: at, end }, hasValue: text[end] === '=' };
  }
  const equals = pastBlanks(text, end);
  // A bare word before the cursor: where nobody closed the braces, this is prose.
  if (end === at || text[equals] !== '=' || equals >= offset) return undefined;
  return valueFrom(reading, text.slice(at, end), equals + 1);
}

function valueFrom(
  reading: Reading,
  name: string,
  after: number,
): BracesContext | number | undefined {
  const { text, offset } = reading;
  const start = pastBlanks(text, after);
  const isApart = start > after;
  if (isApart && (offset <= start || isAttribute(text, start))) {
    const here = { start: offset, end: offset };
    return offset <= start ? plainValue(name, here) : start;
  }
  const quote = text[start];
  if (quote === '"' || quote === "'") {
    return offset <= start ? undefined : quotedFrom(reading, name, start, quote);
  }
  const end = listEnd(text, start, offset);
  return offset <= end ? plainValue(name, { start, end }) : end;
}

function plainValue(name: string, value: Span): ValueContext {
  return { type: 'value', name, value, quote: undefined, closed: true };
}

function quotedFrom(
  { text, offset, items }: Reading,
  name: string,
  start: number,
  quote: '"' | "'",
): BracesContext | number {
  const item = items.find(({ value }) => value?.span.start === start + 1);
  const read = item?.value?.span.end;
  const close = read !== undefined && text[read] === quote ? read : -1;
  if (close >= 0 && offset > close) return close + 1;
  const end = close >= 0 ? close : offset;
  const value = { start: start + 1, end: Math.max(end, start + 1) };
  return { type: 'value', name, value, quote, closed: close >= 0 };
}

/** The end of a list without quotes, with the items after a comma and a space that may be one. */
function listEnd(text: string, start: number, offset: number): number {
  let end = run(text, start, VALUE_END);
  while (text[end - 1] === ',' && end < offset) {
    const next = pastBlanks(text, end);
    if (next === end || isAttribute(text, next)) break;
    if (offset <= next) return offset;
    end = run(text, next, VALUE_END);
    if (end === next) break;
  }
  return end;
}

function isAttribute(text: string, at: number): boolean {
  const end = run(text, at, NAME_END);
  return text[at] === '#' || (end > at && text[end] === '=');
}

function pastBlanks(text: string, from: number): number {
  let at = from;
  while (text[at] === ' ' || text[at] === '\t') at += 1;
  return at;
}
