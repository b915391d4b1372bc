import { lineEnd, lineStart } from './tag-at-cursor.js';

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
  for (const start of startsBefore(text, own.start)) {
    if (limit === 0 && !mayTouch) break;
    const column = columnAt(text, start, limit);
    // 100,000 entries stand as far in as the cursor's, or further: they are passed by this.
    if (column > limit || (column === limit && !mayTouch)) continue;
    const line = yamlLineAt(text, start);
    if (isIdle(text, line) || (column === limit && line.dashes > 0)) continue;
    holders.push(line);
    limit = column;
    mayTouch = line.dashes > 0;
  }
  return holders;
}

/** Where the lines before a line begin, the nearest first. */
function* startsBefore(text: string, start: number): Iterable<number> {
  const hasLoneReturns = text.includes('\r') && /\r(?!\n)/.test(text);
  for (let end = start; end > 0; ) {
    end = hasLoneReturns
      ? lineStart(text, end - (text[end - 1] === '\n' && text[end - 2] === '\r' ? 2 : 1))
      : end < 2
        ? 0
        : text.lastIndexOf('\n', end - 2) + 1;
    yield end;
  }
}

/** The column of the first sign of a line; of one further in than `most`, any that is. */
function columnAt(text: string, start: number, most: number): number {
  let column = 0;
  while (column <= most && text.charCodeAt(start + column) === SPACE) column += 1;
  return column;
}

const SPACE = 32;

export function* linesBefore(text: string, start: number): Iterable<YamlLine> {
  for (const at of startsBefore(text, start)) yield yamlLineAt(text, at);
}

export function* linesAfter(text: string, end: number): Iterable<YamlLine> {
  for (let at = end; at < text.length; ) {
    const next = at + (text[at] === '\r' && text[at + 1] === '\n' ? 2 : 1);
    const line = yamlLineAt(text, next);
    yield line;
    at = line.end;
  }
}
