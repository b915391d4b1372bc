/** A column where a tab stops, and the first offset that is neither space nor tab. */
export interface Indent {
  readonly at: number;
  readonly column: number;
}

/** The end of the line that holds `from`, before its line feed. */
export function lineFeed(text: string, from: number): number {
  const end = text.indexOf('\n', from);
  return end < 0 ? text.length : end;
}

/** Where a line's words begin, counted in columns from `column` at `start`; tabs stop at every fourth. */
export function indentOf(text: string, start: number, column = 0): Indent {
  let at = start;
  let columns = column;
  for (; ; at++) {
    const code = text.charCodeAt(at);
    if (code === SPACE) columns += 1;
    else if (code === TAB) columns += 4 - (columns % 4);
    else return { at, column: columns };
  }
}

/** Whether nothing but the line's end stands at `at`. */
export function atLineEnd(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  return Number.isNaN(code) || code === 10 || (code === 13 && isFeedOrEnd(text.charCodeAt(at + 1)));
}

/** The end of the words of a line that ends at `end`: spaces, tabs and a carriage return taken off. */
export function trimEnd(text: string, start: number, end: number): number {
  let at = end;
  while (at > start && isBlank(text.charCodeAt(at - 1))) at -= 1;
  return at;
}

const SPACE = 32;
const TAB = 9;

function isFeedOrEnd(code: number): boolean {
  return code === 10 || Number.isNaN(code);
}

function isBlank(code: number): boolean {
  return code === SPACE || code === TAB || code === 13;
}
