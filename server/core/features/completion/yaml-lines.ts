import { lineEnd, lineStart } from './near.js';

/** A line of YAML in block style, by its columns. Offsets of the text. */
export interface YamlLine {
  readonly start: number;
  readonly end: number;
  /** The column of its first sign; of a blank line, its length. */
  readonly column: number;
  /** The column behind its dashes: where the keys of a list's item stand. */
  readonly content: number;
  readonly dashes: number;
  /** The key it begins with, and the offset of the colon behind it. */
  readonly key: { readonly text: string; readonly colon: number } | undefined;
}

const KEY = /(?:"([^"]*)"|'([^']*)'|([^\s'"#{}[\],&*!|>%@-][^#]*?|-[^\s#][^#]*?))[ \t]*:(?=\s|$)/y;

export function yamlLineAt(text: string, offset: number): YamlLine {
  const start = lineStart(text, offset);
  const end = lineEnd(text, offset);
  let at = pastSpaces(text, start, end);
  const column = at - start;
  let dashes = 0;
  while (text[at] === '-' && (at + 1 >= end || /[ \t]/.test(text[at + 1] ?? ''))) {
    dashes += 1;
    at = pastSpaces(text, at + 1, end);
  }
  KEY.lastIndex = at;
  const found = KEY.exec(text.slice(0, end));
  const key = found && {
    text: found[1] ?? found[2] ?? found[3] ?? '',
    colon: KEY.lastIndex - 1,
  };
  return { start, end, column, content: at - start, dashes, key: key ?? undefined };
}

function pastSpaces(text: string, from: number, end: number): number {
  let at = from;
  while (at < end && text[at] === ' ') at += 1;
  return at;
}

/** Whether a line says nothing: blank, or a comment alone. */
export function isIdle(text: string, line: YamlLine): boolean {
  const at = line.start + line.content;
  return at >= line.end || text[at] === '#';
}

/** The lines that hold the line of the cursor, the nearest first. */
export function holdersOf(text: string, own: YamlLine): readonly YamlLine[] {
  const holders: YamlLine[] = [];
  let limit = own.column;
  // A list may stand as far left as its key.
  let mayTouch = own.dashes > 0;
  for (const line of linesBefore(text, own.start)) {
    if (isIdle(text, line)) continue;
    const isHolder =
      line.column < limit || (mayTouch && line.column === limit && line.dashes === 0);
    if (!isHolder) continue;
    holders.push(line);
    limit = line.column;
    mayTouch = line.dashes > 0;
    if (limit === 0 && !mayTouch) break;
  }
  return holders;
}

export function* linesBefore(text: string, start: number): Iterable<YamlLine> {
  for (let at = start; at > 0; ) {
    const line = yamlLineAt(text, at - (text[at - 2] === '\r' && text[at - 1] === '\n' ? 2 : 1));
    yield line;
    at = line.start;
  }
}

export function* linesAfter(text: string, end: number): Iterable<YamlLine> {
  for (let at = end; at < text.length; ) {
    const next = at + (text[at] === '\r' && text[at + 1] === '\n' ? 2 : 1);
    const line = yamlLineAt(text, next);
    yield line;
    at = line.end;
  }
}
