import type { Syntax } from '../../parse/index.js';
import { type PlacedBlock, parse } from '../../parse/index.js';
import type { Span } from '../../text/index.js';
import { blockAt, lineEnd } from './tag-at-cursor.js';

/** Colons where a tag may begin, with the letters after them as far as they are typed. */
export interface ColonContext {
  /** Of the first colon. */
  readonly start: number;
  /** 1: words in a sentence; 2: a record; 3 or more: a block. */
  readonly colons: number;
  /** The word after the colons, all of it if it is one. */
  readonly word: Span;
  /** What stands before the cursor of it. */
  readonly typed: string;
  /** What follows the word at once, if the tag goes on. */
  readonly next: '[' | '{' | undefined;
}

/**
 * The colons before the cursor, if a tag can begin with them. The parser is asked with the tag written
 * out, so that code, links, escapes, `10:30` and `Note:this` are judged as they will be.
 */
export function colonContextAt(syntax: Syntax, offset: number): ColonContext | undefined {
  const place = colonsBefore(syntax.text, offset);
  const placed = place && blockAt(syntax, place.start);
  if (place === undefined || placed === undefined) return undefined;
  return wouldBeTag(placed, syntax.text, place) ? place : undefined;
}

const LETTER = /[\w-]/;

function colonsBefore(text: string, offset: number): ColonContext | undefined {
  let start = offset;
  while (LETTER.test(text[start - 1] ?? '')) start -= 1;
  let first = start;
  while (text[first - 1] === ':') first -= 1;
  const typed = text.slice(start, offset);
  if (first === start || /^[^A-Za-z]/.test(typed)) return undefined;
  let end = offset;
  while (LETTER.test(text[end] ?? '')) end += 1;
  const after = text[end];
  const next = after === '[' || after === '{' ? after : undefined;
  // `:‸Pete`: the colon was set before a word that is to be tagged, not a word that is a kind.
  const isOwn = typed !== '' || next !== undefined;
  const word = { start, end: isOwn ? end : offset };
  return { start: first, colons: start - first, word, typed, next: isOwn ? next : undefined };
}

const PROBES = ['x[x]', 'x[x]', 'x{x=x}'] as const;
const FORMS = ['text', 'record', 'fence'] as const;

function wouldBeTag({ block, at }: PlacedBlock, text: string, place: ColonContext): boolean {
  const form = Math.min(place.colons, 3) - 1;
  const end = at + block.length;
  const isLine = form > 0;
  if (isLine && place.next === undefined && !isBlank(text, place.word.end)) return false;
  const rest = text.slice(
    isLine ? Math.min(lineEnd(text, place.word.end), end) : place.word.end,
    end,
  );
  // A line break first: what begins the block is no front matter.
  const probe = `\n${text.slice(at, place.word.start)}${PROBES[form]}${rest}`;
  const start = place.start - at + 1;
  return parse(probe).blocks.some(({ at: from, block: { tags } }) =>
    tags.some(
      (tag) =>
        from + tag.span.start === start &&
        tag.form === FORMS[form] &&
        (isLine || tag.label?.closed === true),
    ),
  );
}

function isBlank(text: string, from: number): boolean {
  return text.slice(from, lineEnd(text, from)).trim() === '';
}
