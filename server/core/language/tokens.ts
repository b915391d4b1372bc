/** A word of a sentence, and how it stands there. */
export interface Token {
  readonly word: string;
  /** Written as a name is: `Will`, not `WILL`. */
  readonly capital: boolean;
  readonly start: number;
  readonly end: number;
  /** Whether more than white space parts it from the token before: a clause may end there. */
  readonly apart: boolean;
  /** Whether that is a comma and nothing else: the clause may go on behind another one. */
  readonly comma: boolean;
}

/**
 * Words with apostrophes and hyphens inside are one: "long-anticipated" is no "anticipated". One at a time:
 * who reads a sentence may have heard enough before its end.
 */
export function* tokensOf(words: string): Generator<Token, void> {
  for (let at = 0; ; ) {
    const start = skip(words, at, BETWEEN);
    const end = plainWordEnd(words, start) ?? skip(words, start, WORD);
    if (end === start) return;
    const raw = words.slice(start, end);
    const lower = raw.toLowerCase();
    const word = lower.includes('’') ? lower.replaceAll('’', "'") : lower;
    const capital = word[0] !== raw[0] && raw.slice(1) === raw.slice(1).toLowerCase();
    const isOneSpace = start === at + 1 && words.charCodeAt(at) === 32;
    const between = isOneSpace ? '' : words.slice(at, start).trim();
    yield { word, capital, start, end, apart: between !== '', comma: between === ',' };
    at = end;
  }
}

const BETWEEN = /[^\p{L}\p{N}]+/uy;
const WORD = /[\p{L}\p{N}]+(?:['’‐-][\p{L}\p{N}]+)*/uy;

/** The end of a word of plain letters, before a space or at the end; most are so. */
function plainWordEnd(words: string, start: number): number | undefined {
  let end = start;
  while (end < words.length && isPlainLetter(words.charCodeAt(end))) end += 1;
  const isWhole = end === words.length || words.charCodeAt(end) === 32;
  return isWhole && end > start ? end : undefined;
}

function isPlainLetter(code: number): boolean {
  return (code >= 97 && code <= 122) || (code >= 65 && code <= 90);
}

/** The end of what stands at an offset; the offset itself if that is not there. */
function skip(words: string, at: number, what: RegExp): number {
  if (what === BETWEEN && words.charCodeAt(at) === 32 && isPlainLetter(words.charCodeAt(at + 1)))
    return at + 1;
  what.lastIndex = at;
  return what.test(words) ? what.lastIndex : at;
}
