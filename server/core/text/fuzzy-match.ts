// The one fuzzy match, for symbols. Completion finds names by the beginnings of their words, since the editor
// filters them again by itself.

/** A query, read once for all the names it is held against. */
export interface FuzzyQuery {
  /** Folded, see `foldSearch`. */
  readonly text: string;
  readonly words: readonly string[];
  /** See {@link lettersOf}; `starts`: of its words' first letters. */
  readonly letters: number;
  readonly starts: number;
}

/** @param folded see `foldSearch`; not empty */
export function fuzzyQuery(folded: string): FuzzyQuery {
  const words = [...new Set(folded.split(' '))];
  const starts = lettersOf(words.map((word) => word.charAt(0)).join(''));
  return { text: folded, words, letters: lettersOf(folded), starts };
}

/**
 * Which letters stand in a text, one bit each, others and those of other scripts on few: what a name has
 * not, no query can find in it, and most names are passed over so.
 */
export function lettersOf(folded: string): number {
  let letters = 0;
  for (let at = 0; at < folded.length; at += 1) letters |= bitOf(folded.charCodeAt(at));
  return letters;
}

/** As {@link lettersOf}, of those with which a word begins. */
export function startsOf(folded: string): number {
  let letters = 0;
  for (let at = 0; at < folded.length; at += 1)
    if (isStart(folded, at)) letters |= bitOf(folded.charCodeAt(at));
  return letters;
}

function bitOf(code: number): number {
  if (code === SPACE) return 0;
  return 1 << (code >= 0x61 && code <= 0x7a ? code - 0x61 : 26 + (code % 6));
}

/**
 * How long a name may be to have this score in {@link fuzzyScore}, so that longer ones need not be looked at: `begins`,
 * where its words begin as those of the query do (see {@link startsOf}), else a word stands inside one at best.
 */
export function longestScored(
  query: FuzzyQuery,
  least: number,
): { readonly begins: number; readonly inside: number } {
  const longest = (fit: number): number => {
    const wanted = least - fit * (1 - BEGINS - FILLED) - BEGINS;
    if (wanted <= 0) return Number.POSITIVE_INFINITY;
    return wanted > FILLED ? 0 : (query.text.length * FILLED) / wanted;
  };
  return { begins: longest(WHOLE), inside: longest(mostFit(query, INSIDE)) };
}

/** Of all words, where one fits no better than so. */
function mostFit({ words }: FuzzyQuery, one: number): number {
  return (words.length - 1 + one) / words.length;
}

/** Of names that fit equally the shorter one says less that was not asked for. */
function filledBy({ text }: FuzzyQuery, length: number): number {
  return Math.min(1, text.length / length);
}

/**
 * How well a name answers a query, from 0 (not at all) to 1 (the same words). Each word of the query
 * must stand somewhere in the name, in any order; best as a word, then as the beginning of one, then
 * inside one, last as letters in order (`usdef` for `us-secretary-of-defense`).
 * @param least what is below it may be 0
 */
export function fuzzyScore(query: FuzzyQuery, name: string, least = 0): number {
  if (query.text === name) return 1;
  const filled = filledBy(query, name.length) * FILLED;
  const takesLetters = mostFit(query, LETTERS.most) * (1 - BEGINS - FILLED) + filled >= least;
  let sum = 0;
  for (const word of query.words) {
    const fit = fitOf(word, name, takesLetters);
    if (fit === 0) return 0;
    sum += fit;
  }
  const begins = name.startsWith(query.text) ? BEGINS : 0;
  return (sum / query.words.length) * (1 - BEGINS - FILLED) + begins + filled;
}

const BEGINS = 0.05;
const FILLED = 0.1;

function fitOf(word: string, name: string, takesLetters: boolean): number {
  const first = name.indexOf(word);
  if (first < 0) return takesLetters && word.length > 1 ? inOrder(word, name) : 0;
  let fit = INSIDE;
  let tries = 0;
  for (let at = first; at >= 0 && tries < TRIES; at = name.indexOf(word, at + 1)) {
    tries += 1;
    if (!isStart(name, at)) continue;
    if (isEnd(name, at + word.length)) return WHOLE;
    fit = START;
  }
  return fit;
}

const WHOLE = 1;
const START = 0.9;
const INSIDE = 0.6;
/** Letters in order: the more of them begin words or follow each other, the better. */
const LETTERS = { least: 0.15, most: 0.5 };
/** So that no name, however long, costs more than its length some times over. */
const TRIES = 8;

/** From the beginning of some word on; from a word it goes on to the beginning of another. */
function inOrder(word: string, name: string): number {
  let best = 0;
  let at = -1;
  for (let tries = 0; tries < TRIES; tries += 1) {
    at = nextStart(name, word.charAt(0), at + 1);
    if (at < 0) break;
    best = Math.max(best, aptFrom(word, name, at));
  }
  return best === 0 ? 0 : LETTERS.least + (LETTERS.most - LETTERS.least) * best;
}

/** Which part of the letters begins a word or follows the one before; 0 when they are not all there. */
function aptFrom(word: string, name: string, from: number): number {
  let apt = 1;
  let at = from;
  for (let index = 1; index < word.length; index += 1) {
    const letter = word.charAt(index);
    const near = name.indexOf(letter, at + 1);
    if (near < 0) return 0;
    const next = isSameWord(name, at, near) ? near : nextStart(name, letter, at + 1);
    if (next < 0) return 0;
    if (next === at + 1 || isStart(name, next)) apt += 1;
    at = next;
  }
  return apt / word.length;
}

function nextStart(name: string, letter: string, from: number): number {
  let at = name.indexOf(letter, from);
  while (at >= 0 && !isStart(name, at)) at = name.indexOf(letter, at + 1);
  return at;
}

function isSameWord(name: string, from: number, to: number): boolean {
  for (let at = from + 1; at <= to; at += 1) if (isStart(name, at)) return false;
  return true;
}

const SPACE = 0x20;

/** Whether a word begins there. Scripts without spaces begin one with each character. */
function isStart(name: string, at: number): boolean {
  return at === 0 || !isLetter(name.charCodeAt(at - 1)) || name.charCodeAt(at) >= FIRST_IDEOGRAPH;
}

function isEnd(name: string, at: number): boolean {
  return at >= name.length || !isLetter(name.charCodeAt(at));
}

const FIRST_IDEOGRAPH = 0x2e80;

function isLetter(code: number): boolean {
  if (code >= 0x80) return code < FIRST_IDEOGRAPH;
  return (code >= 0x61 && code <= 0x7a) || (code >= 0x30 && code <= 0x39);
}
