/**
 * Where raw HTML or an autolink at `<` ends, just as micromark has it, if it ends by `end`; `undefined`:
 * neither begins there. Ask in order of position: searches are remembered, so that many that never
 * close cost one search.
 */
export type AngleReader = (at: number, end: number) => Angle | undefined;

export interface Angle {
  readonly form: 'html' | 'autolink';
  readonly end: number;
}

export function angleReader(text: string): AngleReader {
  const seek = rememberedSearch(text);
  return (at, end) => {
    const html = htmlEnd(text, at, seek);
    if (html > at && html <= end) return { form: 'html', end: html };
    const link = autolinkEnd(text, at);
    return link > at && link <= end ? { form: 'autolink', end: link } : undefined;
  };
}

/** The end of the first `words` at `from` or later; ask in order of position. -1: there are none. */
type Seek = (words: string, from: number) => number;

function rememberedSearch(text: string): Seek {
  const known = new Map<string, number>();
  return (words, from) => {
    const last = known.get(words);
    if (last !== undefined && (last < 0 || last >= from))
      return last < 0 ? -1 : last + words.length;
    const found = text.indexOf(words, from);
    known.set(words, found);
    return found < 0 ? -1 : found + words.length;
  };
}

function htmlEnd(text: string, at: number, seek: Seek): number {
  const code = text.charCodeAt(at + 1);
  if (isAlpha(code)) return openTagEnd(text, at + 1, seek);
  if (code === SLASH) return closeTagEnd(text, at + 2);
  if (code === QUESTION) return seek('?>', at + 2);
  if (code !== EXCLAMATION) return -1;
  // `<!-->` and `<!--->` are whole.
  if (text.startsWith('--', at + 2)) return seek('-->', at + 2);
  if (text.startsWith('[CDATA[', at + 2)) return seek(']]>', at + 9);
  return isAlpha(text.charCodeAt(at + 2)) ? seek('>', at + 3) : -1;
}

function closeTagEnd(text: string, name: number): number {
  if (!isAlpha(text.charCodeAt(name))) return -1;
  const end = pastSpace(text, pastName(text, name));
  return text.charCodeAt(end) === GREATER ? end + 1 : -1;
}

function openTagEnd(text: string, name: number, seek: Seek): number {
  let at = pastName(text, name);
  const after = text.charCodeAt(at);
  if (after !== SLASH && after !== GREATER && !isSpace(after)) return -1;
  for (;;) {
    at = pastSpace(text, at);
    const code = text.charCodeAt(at);
    if (code === GREATER) return at + 1;
    if (code === SLASH) return text.charCodeAt(at + 1) === GREATER ? at + 2 : -1;
    if (!isAlpha(code) && code !== COLON && code !== UNDERSCORE) return -1;
    at = pastAttribute(text, at, seek);
    if (at < 0) return -1;
  }
}

function pastAttribute(text: string, from: number, seek: Seek): number {
  let at = from;
  while (isAttributeName(text.charCodeAt(at))) at += 1;
  const equals = pastSpace(text, at);
  if (text.charCodeAt(equals) !== EQUALS) return equals;
  const value = pastSpace(text, equals + 1);
  const quote = text.charAt(value);
  return quote === '"' || quote === "'"
    ? pastQuoted(text, seek(quote, value + 1))
    : pastUnquoted(text, value);
}

function pastQuoted(text: string, end: number): number {
  const code = text.charCodeAt(end);
  return end > 0 && (code === SLASH || code === GREATER || isSpace(code)) ? end : -1;
}

/** Not empty; a slash ends it here, other than in the specification. */
function pastUnquoted(text: string, from: number): number {
  if (NO_VALUE.test(text.charAt(from)) || from >= text.length) return -1;
  for (let at = from + 1; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (code === SLASH || code === GREATER || isSpace(code)) return at;
    if (NO_UNQUOTED.test(text.charAt(at))) return -1;
  }
  return -1;
}

const NO_VALUE = /[<=>`]/;
const NO_UNQUOTED = /["'<=`]/;
const SCHEME = /<[A-Za-z][A-Za-z0-9+.-]{1,31}:/y;
const EMAIL =
  /<[#-'*+\--9=?A-Z^-~]+@[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?(?:\.[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?)*>/y;

function autolinkEnd(text: string, at: number): number {
  SCHEME.lastIndex = at;
  if (SCHEME.test(text)) {
    for (let end = SCHEME.lastIndex; end < text.length; end += 1) {
      const code = text.charCodeAt(end);
      if (code === GREATER) return end + 1;
      if (code <= 32 || code === 127 || code === LESS) return -1;
    }
    return -1;
  }
  EMAIL.lastIndex = at;
  return EMAIL.test(text) ? EMAIL.lastIndex : -1;
}

const EXCLAMATION = 33;
const SLASH = 47;
const COLON = 58;
const LESS = 60;
const EQUALS = 61;
const GREATER = 62;
const QUESTION = 63;
const UNDERSCORE = 95;

function isAlpha(code: number): boolean {
  const letter = code | 32;
  return letter >= 97 && letter <= 122;
}

function isDigit(code: number): boolean {
  return code >= 48 && code <= 57;
}

function isSpace(code: number): boolean {
  return code === 32 || code === 9 || code === 10 || code === 13;
}

function isAttributeName(code: number): boolean {
  return (
    isAlpha(code) ||
    isDigit(code) ||
    code === 45 ||
    code === 46 ||
    code === COLON ||
    code === UNDERSCORE
  );
}

function pastName(text: string, from: number): number {
  let at = from;
  for (let code = text.charCodeAt(at); isAlpha(code) || isDigit(code) || code === 45; ) {
    at += 1;
    code = text.charCodeAt(at);
  }
  return at;
}

function pastSpace(text: string, from: number): number {
  let at = from;
  while (isSpace(text.charCodeAt(at))) at += 1;
  return at;
}
