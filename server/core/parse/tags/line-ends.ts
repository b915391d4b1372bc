/** What begins and ends a line, seen without Markdown: marks of quotes and list items, and line ends. */

export function isLineEnd(code: number): boolean {
  return code === 10 || code === 13;
}

export function isBlank(code: number): boolean {
  return code === 32 || code === 9;
}

export function pastLineEnd(text: string, at: number): number {
  return text.charCodeAt(at) === 13 && text.charCodeAt(at + 1) === 10 ? at + 2 : at + 1;
}

export function pastBlanks(text: string, from: number): number {
  let at = from;
  while (isBlank(text.charCodeAt(at))) at += 1;
  return at;
}

/** Past blanks of any width, as a keyboard writes them where a space was meant: no-break, ideographic. */
export function pastGap(text: string, from: number): number {
  let at = from;
  while (isBlank(text.charCodeAt(at)) || isWideBlank(text.charCodeAt(at))) at += 1;
  return at;
}

function isWideBlank(code: number): boolean {
  return code === 0xa0 || code === 0x3000 || code === 0x202f || (code >= 0x2000 && code <= 0x200a);
}

/** Past blanks and the `>` of quotes. */
export function pastQuotes(text: string, from: number): number {
  let at = pastBlanks(text, from);
  while (text[at] === '>') at = pastBlanks(text, at + 1);
  return at;
}

/** Past blanks, the `>` of quotes and the marks of list items: where the words of a line may begin. */
export function contentOfLine(text: string, from: number): number {
  let at = pastQuotes(text, from);
  for (let past = pastMarker(text, at); past > at; past = pastMarker(text, at)) {
    at = pastQuotes(text, past);
  }
  return at;
}

/** Past `-`, `+`, `*`, `12.`, `12)` or `[^1]:` before a blank; else the same place. */
function pastMarker(text: string, at: number): number {
  const code = text.charCodeAt(at);
  let past = at;
  if (code === 45 || code === 43 || code === 42) past += 1;
  else if (code === 91 && text[at + 1] === '^') past = pastFootnote(text, at);
  else if (isDigit(code)) past = pastNumber(text, at);
  return past > at && isBlank(text.charCodeAt(past)) ? past + 1 : at;
}

function pastNumber(text: string, at: number): number {
  let past = at;
  while (past < at + 9 && isDigit(text.charCodeAt(past))) past += 1;
  const code = text.charCodeAt(past);
  return code === 46 || code === 41 ? past + 1 : at;
}

const FOOTNOTE = /\[\^[^\s[\]]{1,999}\]:/y;

function pastFootnote(text: string, at: number): number {
  FOOTNOTE.lastIndex = at;
  return FOOTNOTE.test(text) ? FOOTNOTE.lastIndex : at;
}

function isDigit(code: number): boolean {
  return code >= 48 && code <= 57;
}

/** The offset of the line end after `at`, not past `end`. */
export function endOfLine(text: string, at: number, end: number): number {
  let to = at;
  while (to < end && !isLineEnd(text.charCodeAt(to))) to += 1;
  return to;
}
