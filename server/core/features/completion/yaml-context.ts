import type { Span } from '../../text/index.js';
import { type Frame, framesAt, partAt, saidAfter, scalarIn, unquoted } from './yaml-flow.js';
import {
  holdersOf,
  isIdle,
  linesAfter,
  linesBefore,
  type YamlLine,
  yamlLineAt,
} from './yaml-lines.js';

/**
 * Where in a YAML text the cursor is. Told from the lines around it: while it is typed the text is no
 * YAML, and a registry of 100,000 entries is not read again for each key.
 */
export interface YamlContext {
  /** `item`: of a list. */
  readonly type: 'key' | 'value' | 'item';
  /** The keys from the top to the mapping, list or value of the cursor. */
  readonly path: readonly string[];
  readonly style: 'block' | 'flow';
  /** The whole word or value at the cursor, without its quotes. */
  readonly span: Span;
  /** The other keys of the mapping, or items of the list. */
  readonly others: readonly string[];
  /** Whether a colon follows the key already. */
  readonly hasColon: boolean;
  /** Whether a space is missing before the value. */
  readonly isTight: boolean;
  /** The column of a key. */
  readonly column: number;
}

export function yamlContextAt(text: string, offset: number): YamlContext | undefined {
  const own = yamlLineAt(text, offset);
  const holders = holdersOf(text, own);
  const opener = [...holders].reverse().find((line) => leavesOpen(text, line)) ?? own;
  const from = opener.key === undefined ? opener.start + opener.content : opener.key.colon + 1;
  const frames = framesAt(text, from, offset);
  if (isInComment(text, own, offset)) return undefined;
  const last = frames.at(-1);
  if (last === undefined) return blockContext(text, own, holders, offset);
  const above = opener === own ? holders : holders.slice(holders.indexOf(opener) + 1);
  const outer = pathOf(opener, above);
  return flowContext(text, frames, last, opener.key ? [...outer, opener.key.text] : outer, offset);
}

function leavesOpen(text: string, line: YamlLine): boolean {
  const from = line.key === undefined ? line.start + line.content : line.key.colon + 1;
  return framesAt(text, from, line.end).length > 0;
}

function isInComment(text: string, { start }: YamlLine, offset: number): boolean {
  const before = text.slice(start, offset).replace(/"(?:[^"\\]|\\.)*"|'[^']*'/g, '""');
  return /(?:^|\s)#/.test(before);
}

/** The keys that a line stands below. */
function pathOf(line: YamlLine, holders: readonly YamlLine[]): readonly string[] {
  const path: string[] = [];
  let limit = line.column;
  let mayTouch = line.dashes > 0;
  for (const { column, content, dashes, key } of holders) {
    // A list's first line holds keys of the same mapping as ours.
    const isOver = content < limit || (mayTouch && dashes === 0 && content === limit);
    if (isOver && key !== undefined) path.unshift(key.text);
    limit = column;
    mayTouch = dashes > 0;
  }
  return path;
}

function flowContext(
  text: string,
  frames: readonly Frame[],
  last: Frame,
  outer: readonly string[],
  offset: number,
): YamlContext {
  const keys = frames.flatMap(({ open, key }) => (open === '{' && key !== undefined ? [key] : []));
  const span = partAt(text, last.start, offset);
  const isTight = last.key !== undefined && text[span.start - 1] === ':';
  const base = { path: [...outer, ...keys], style: 'flow', column: 0, isTight } as const;
  if (last.key !== undefined) {
    return { ...base, type: 'value', span, others: [], hasColon: false };
  }
  const others = [...last.said, ...saidAfter(text, last, offset)];
  if (last.open === '[') return { ...base, type: 'item', span, others, hasColon: false };
  const colon = text.slice(offset, span.end).search(/:(?=[\s,}]|$)/);
  const key = colon < 0 ? span : { start: span.start, end: offset + colon };
  return { ...base, type: 'key', span: key, others, hasColon: colon >= 0 };
}

function blockContext(
  text: string,
  own: YamlLine,
  holders: readonly YamlLine[],
  offset: number,
): YamlContext | undefined {
  const { key, content, dashes } = own;
  const start = own.start + content;
  if (offset < start && dashes > 0 && offset !== own.end) return undefined;
  const path = pathOf(own, holders);
  if (key !== undefined && offset > key.colon) {
    const span = valueSpan(text, key.colon + 1, own.end, offset);
    const isTight = span.start === key.colon + 1;
    const base = { path: [...path, key.text], style: 'block', column: content } as const;
    return { ...base, type: 'value', span, others: [], hasColon: false, isTight };
  }
  if (offset < start) return undefined;
  const end = key === undefined ? endOfValue(text, start, own.end) : key.colon;
  if (end < offset) return undefined;
  const place = {
    path,
    style: 'block',
    span: unquoted(text, start, end, offset),
    hasColon: key !== undefined,
    isTight: false,
    column: content,
  } as const;
  if (dashes > 0 && key === undefined) {
    return { ...place, type: 'item', others: itemsBeside(text, own) };
  }
  return { ...place, type: 'key', others: keysBeside(text, own) };
}

function valueSpan(text: string, from: number, end: number, offset: number): Span {
  let start = from;
  while (start < offset && text[start] === ' ') start += 1;
  return unquoted(text, start, Math.max(endOfValue(text, start, end), offset), offset);
}

/** Before a comment and the blanks at the end of the line. */
function endOfValue(text: string, start: number, lineEnd: number): number {
  const comment = text.slice(start, lineEnd).search(/\s#/);
  let end = comment < 0 ? lineEnd : start + comment;
  while (end > start && /[ \t]/.test(text[end - 1] ?? '')) end -= 1;
  return end;
}

/** Farther off nothing stands that belongs to one entry. */
const MAX_LINES = 200;

function keysBeside(text: string, own: YamlLine): readonly string[] {
  const keys: string[] = [];
  const read = (lines: Iterable<YamlLine>, ends: (line: YamlLine) => boolean): void => {
    let left = MAX_LINES;
    for (const line of lines) {
      if (isIdle(text, line)) continue;
      left -= 1;
      if (left === 0 || line.content < own.content) return;
      if (line.content === own.content && line.key !== undefined) keys.push(line.key.text);
      if (ends(line)) return;
    }
  };
  if (own.dashes === 0)
    read(linesBefore(text, own.start), (line) => line.dashes > 0 && line.content === own.content);
  read(until(linesAfter(text, own.end), own.content), () => false);
  return keys;
}

/** Lines below, up to one further left. */
function* until(lines: Iterable<YamlLine>, content: number): Iterable<YamlLine> {
  for (const line of lines) {
    if (line.column < content && line.start + line.column < line.end) return;
    yield line;
  }
}

function itemsBeside(text: string, own: YamlLine): readonly string[] {
  const items: string[] = [];
  for (const lines of [linesBefore(text, own.start), linesAfter(text, own.end)]) {
    let left = MAX_LINES;
    for (const line of lines) {
      left -= 1;
      if (left === 0 || line.column !== own.column || line.dashes === 0) break;
      items.push(
        scalarIn(
          text,
          line.start + line.content,
          endOfValue(text, line.start + line.content, line.end),
        ),
      );
    }
  }
  return items;
}
