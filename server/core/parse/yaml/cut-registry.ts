/** Some whole lines of a registry that can be read by themselves. */
export interface RegistryCut {
  readonly start: number;
  readonly end: number;
  /** How deep the entries below a kind stand, of which this is one; `undefined`: it stands at the top. */
  readonly indent: number | undefined;
  /** Of a kind: how deep the entries stand that follow, each a cut of its own. */
  readonly below: number | undefined;
}

/**
 * Cuts a registry before each line at the top and each entry below a kind: lines that begin with a key, as deep as the
 * first of them. In YAML, what belongs to an entry stands deeper than its key, or is no key; so nothing is cut that
 * belongs together, and what is broken ends where the next entry begins.
 * @param from where a cut begins, or the text
 * @param indent of that cut
 */
export function* cutRegistry(
  text: string,
  from: number,
  indent: number | undefined,
): Iterable<RegistryCut> {
  let depth = indent;
  for (let start = from; start < text.length; ) {
    const isAtTop = depth === undefined || (start > from && text[start] !== ' ');
    const first = isAtTop ? nextEntry(text, start) : undefined;
    const end = first ?? nextKey(text, lineEnd(text, start), isAtTop ? undefined : depth);
    const below = first === undefined ? undefined : indentAt(text, first);
    yield { start, end, indent: isAtTop ? undefined : depth, below };
    if (isAtTop) depth = below;
    start = end;
  }
}

/** Whether a text can be cut: it begins with a kind, or what may become one. */
export function canBeCut(text: string, start: number): boolean {
  const first = skipIdle(text, start);
  KIND_SIGN.lastIndex = first;
  return KIND_SIGN.test(text) && hasTopKey(text.slice(start)) && !UNCUT.test(text);
}

/** Whether a line of some begins with a key at the top. */
export function hasTopKey(lines: string): boolean {
  return TOP_KEY.test(lines);
}

/** A line that ends a document of YAML, or a key and a value on lines of their own. */
export const UNCUT: RegExp = /^(?:---|\.\.\.| *[?:](?=[ \t\r\n]|$))/m;

const SAFE = String.raw`[^\s#:\-?,[\]{}&*!|>%@\`"'.]`;
const KEY = String.raw`(?:${SAFE}[^\n:#]*|"[^"\\\n]*"[ \t]*|'[^'\n]*'[ \t]*):(?=[ \t\r\n]|$)`;
const KIND_SIGN = new RegExp(`${SAFE}|["']`, 'y');
const TOP_KEY = new RegExp(`^${KEY}`, 'm');
const KEY_LINE = new RegExp(` *${KEY}`, 'y');
const KEY_ALONE = new RegExp(`${KEY}(?:[ \\t]+#[^\\n]*|[ \\t]*)\\r?(?:\\n|$)`, 'y');
/** Neither a blank line or a comment, nor the end or an item of what stands above. */
const TOP = /(?!-(?=[ \t\r\n]|$))[^\s#\]},]|\ufeff/y;
const IDLE = /[ \t\r]*(?:#[^\n]*)?(?:\n|$)/y;

/** Where the first entry below a kind begins, if nothing but entries stand there. */
function nextEntry(text: string, start: number): number | undefined {
  KEY_ALONE.lastIndex = skipIdle(text, start);
  if (!KEY_ALONE.test(text)) return undefined;
  const first = skipIdle(text, KEY_ALONE.lastIndex);
  return text[first] === ' ' && isKey(text, first) ? first : undefined;
}

/** The next line that begins something at the top, or with a key as deep as told. */
function nextKey(text: string, from: number, indent: number | undefined): number {
  for (let at = from; at < text.length; at = lineEnd(text, at)) {
    const depth = indentAt(text, at);
    if (depth === 0 ? isTop(text, at) : depth === indent && isKey(text, at)) return at;
  }
  return text.length;
}

function isTop(text: string, at: number): boolean {
  TOP.lastIndex = at;
  return TOP.test(text);
}

function isKey(text: string, at: number): boolean {
  KEY_LINE.lastIndex = at;
  return KEY_LINE.test(text);
}

/** Behind blank lines and comments. */
function skipIdle(text: string, from: number): number {
  for (let at = from; at < text.length; at = IDLE.lastIndex) {
    IDLE.lastIndex = at;
    if (!IDLE.test(text)) return at;
  }
  return text.length;
}

function indentAt(text: string, start: number): number {
  let at = start;
  while (text.charCodeAt(at) === 32) at += 1;
  return at - start;
}

function lineEnd(text: string, start: number): number {
  const end = text.indexOf('\n', start);
  return end < 0 ? text.length : end + 1;
}
