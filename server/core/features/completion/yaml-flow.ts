import type { Span } from '../../text/index.js';
import { lineStart } from './tag-at-cursor.js';

/** A bracket that is open at the cursor, and what stands in it before. */
export interface Frame {
  readonly open: '{' | '[';
  /** Where it opens. */
  readonly at: number;
  /** Where what the cursor is in begins: behind the bracket, a comma, or a colon. */
  readonly start: number;
  /** The key whose value it is, if the cursor is in one. */
  readonly key: string | undefined;
  /** Keys of a mapping, items of a list. */
  readonly said: readonly string[];
}

/** The brackets of flow style that are open at `to`, the outermost first. */
export function framesAt(text: string, from: number, to: number): readonly Frame[] {
  const frames: Open[] = [];
  let at = from;
  while (at < to) at = step(text, at, to, frames);
  return frames;
}

type Open = { -readonly [Key in keyof Frame]: Frame[Key] } & { said: string[] };

function step(text: string, at: number, to: number, frames: Open[]): number {
  const character = text[at] ?? '';
  const last = frames.at(-1);
  if ((character === '"' || character === "'") && beginsScalar(text, at, last)) {
    return pastQuoted(text, at, to, character);
  }
  if (character === '#' && /\s/.test(text[at - 1] ?? ' ')) return pastLine(text, at, to);
  if (character === '{' || character === '[') {
    if (last !== undefined || /[\s:-]/.test(text[at - 1] ?? ' '))
      frames.push({ open: character, at, start: at + 1, key: undefined, said: [] });
  } else if (last !== undefined) inside(text, at, character, last, frames);
  return at + 1;
}

function inside(text: string, at: number, character: string, last: Open, frames: Open[]): void {
  if (character === '}' || character === ']') frames.pop();
  else if (character === ',') {
    if (last.open === '[') last.said.push(scalarIn(text, last.start, at));
    last.start = at + 1;
    last.key = undefined;
  } else if (character === ':' && last.open === '{' && last.key === undefined) {
    if (!/[\s,{}[\]"']/.test(text[at + 1] ?? ' ')) return;
    last.key = scalarIn(text, last.start, at);
    last.said.push(last.key);
    last.start = at + 1;
  }
}

function beginsScalar(text: string, at: number, last: Open | undefined): boolean {
  return last === undefined
    ? /[\s:-]/.test(text[at - 1] ?? ' ')
    : text.slice(last.start, at).trim() === '';
}

function pastQuoted(text: string, at: number, to: number, quote: string): number {
  let next = at + 1;
  while (next < to && text[next] !== quote) next += quote === '"' && text[next] === '\\' ? 2 : 1;
  return next + 1;
}

function pastLine(text: string, at: number, to: number): number {
  let next = at;
  while (next < to && text[next] !== '\n' && text[next] !== '\r') next += 1;
  return next;
}

/** The words of a scalar without its quotes. */
export function scalarIn(text: string, start: number, end: number): string {
  return text
    .slice(start, end)
    .trim()
    .replace(/^(["'])(.*)\1$/s, '$2');
}

/** The keys or items that follow in a bracket, after the one of the cursor. */
export function saidAfter(text: string, frame: Frame, offset: number): readonly string[] {
  const end = endOfPart(text, offset);
  const rest = framesUntilClosed(text, end);
  const parts = text.slice(end, rest).split(',');
  return parts
    .map((part) => (frame.open === '{' ? (part.split(/:(?=\s|$)/)[0] ?? '') : part))
    .map((part) => scalarIn(part, 0, part.length))
    .filter((part) => part !== '');
}

/** To the bracket that closes, on this line; nested ones end it, for they are rare here. */
function framesUntilClosed(text: string, from: number): number {
  let at = from;
  while (at < text.length && !/[\]}\r\n[{]/.test(text[at] ?? '')) at += 1;
  return at;
}

function endOfPart(text: string, from: number): number {
  let at = from;
  while (at < text.length && !/[,\]}\r\n]/.test(text[at] ?? '')) at += 1;
  return at;
}

/** What the cursor is in, without the blanks around it and its quotes. */
export function partAt(text: string, start: number, offset: number): Span {
  let from = Math.max(start, lineStart(text, offset));
  while (from < offset && /[ \t\r\n]/.test(text[from] ?? '')) from += 1;
  let end = endOfPart(text, offset);
  while (end > offset && /[ \t]/.test(text[end - 1] ?? '')) end -= 1;
  return unquoted(text, from, end, offset);
}

/** Inside its quotes, if the cursor is there as well. */
export function unquoted(text: string, start: number, end: number, offset: number): Span {
  const quote = text[start];
  if ((quote !== '"' && quote !== "'") || offset <= start) return { start, end };
  const isClosed = end > start + 1 && text[end - 1] === quote && offset < end;
  return { start: start + 1, end: isClosed ? end - 1 : end };
}
