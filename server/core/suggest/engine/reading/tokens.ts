import { foldCase } from '../../../text/index.js';

/**
 * A word of a paragraph. Offsets count from the paragraph's start, so that what was read of a paragraph holds
 * wherever it moves.
 */
export interface Token {
  readonly start: number;
  /** Without a possessive ending. */
  readonly end: number;
  readonly text: string;
  /** In small letters, apostrophes straight. */
  readonly lower: string;
  /** Without accents and marks that are not seen, apostrophes straight: how names are compared. */
  readonly plain: string;
  /** In small letters as {@link foldCase} has it: how registered names are looked for. */
  readonly folded: string;
  /** What stands between it and the word before, without white space: `,`, `-`, `(`. */
  readonly gap: string;
  /** Whether white space stands before it. */
  readonly spaced: boolean;
  /** Begins with a capital. */
  readonly capital: boolean;
  /** Two letters or more, all capitals: `NATO`, `U.S.` */
  readonly acronym: boolean;
  readonly number: boolean;
  /** Whether `'s` or `'` follows. */
  readonly possessive: boolean;
}

/** Scripts that write no spaces: each letter is a word. */
const UNSPACED =
  '[\\p{sc=Han}\\p{sc=Hiragana}\\p{sc=Katakana}\\p{sc=Thai}\\p{sc=Lao}\\p{sc=Khmer}\\p{sc=Myanmar}]';
const INVISIBLE = '\\u00AD\\u200B-\\u200D\\u2060';
const LETTER = '[\\p{L}\\p{N}]';
const INNER = `[\\p{L}\\p{M}\\p{N}${INVISIBLE}]`;
const TOKEN = new RegExp(
  [
    UNSPACED,
    `(?:\\p{Lu}\\.){2,}(?:\\p{Lu}(?!\\p{L}))?`,
    `\\p{Lu}\\.\\p{Lu}(?![\\p{L}.])`,
    `\\d+(?:[.,]\\d+)+(?!${LETTER})`,
    `${LETTER}(?:(?!${UNSPACED})${INNER})*(?:['’](?![sS](?!\\p{L}))\\p{L}${INNER}*)*`,
  ].join('|'),
  'gu',
);

/** The words of a paragraph, in order. */
export function tokensOf(text: string, elisions: ReadonlySet<string>): readonly Token[] {
  const tokens: Token[] = [];
  let last = 0;
  for (let at = 0; at < text.length; ) {
    const found = wordAt(text, at);
    if (found === undefined) break;
    const { end } = found;
    let { start } = found;
    at = end;
    // The ending of `Russia's`.
    if (
      end - start === 1 &&
      start === last + 1 &&
      tokens.at(-1)?.possessive === true &&
      /^[sS]$/.test(text.charAt(start))
    ) {
      last = end;
      continue;
    }
    // `l'Inde` is two words.
    for (let cut = elisionEnd(text, start, end, elisions); cut > 0; ) {
      tokens.push(tokenAt(text, last, start, cut));
      last = cut;
      start = cut;
      cut = elisionEnd(text, start, end, elisions);
    }
    if (start < end) tokens.push(tokenAt(text, last, start, end));
    last = end;
  }
  return tokens;
}

/** The next word. Plain letters and digits are read by hand; all else by the pattern that holds for every script. */
function wordAt(text: string, from: number): { start: number; end: number } | undefined {
  let start = from;
  while (start < text.length && isPlainGap(text.charCodeAt(start))) start += 1;
  let end = start;
  while (end < text.length && isPlainLetter(text.charCodeAt(end))) end += 1;
  if (start < end && (end === text.length || endsWord(text, start, end))) return { start, end };
  TOKEN.lastIndex = start;
  const found = TOKEN.exec(text);
  return found === null ? undefined : { start: found.index, end: found.index + found[0].length };
}

function isPlainGap(code: number): boolean {
  return code < 128 && !isPlainLetter(code);
}

function isPlainLetter(code: number): boolean {
  return (code >= 97 && code <= 122) || (code >= 65 && code <= 90) || (code >= 48 && code <= 57);
}

/** Whether what follows cannot belong to the word: no dot, comma or apostrophe with more behind it, no other script. */
function endsWord(text: string, start: number, end: number): boolean {
  const code = text.charCodeAt(end);
  if (code >= 128) return code === 0x201c || code === 0x201d || code === 0x2013 || code === 0x2014;
  if (code === 39) return false;
  if (code === 46) return end - start > 1 && !(text.charCodeAt(end - 1) <= 57);
  return code !== 44 || !(text.charCodeAt(end - 1) <= 57);
}

function elisionEnd(
  text: string,
  start: number,
  end: number,
  elisions: ReadonlySet<string>,
): number {
  if (elisions.size === 0) return 0;
  for (let at = start + 1; at < Math.min(end, start + 6); at += 1) {
    if (text[at] !== "'" && text[at] !== '’') continue;
    const word = `${text.slice(start, at).toLowerCase()}'`;
    return elisions.has(word) && at + 1 < end ? at + 1 : 0;
  }
  return 0;
}

function tokenAt(text: string, last: number, start: number, end: number): Token {
  const word = wordOf(text.slice(start, end));
  const gap = gapOf(text, last, start);
  return {
    start,
    end,
    text: word.text,
    lower: word.lower,
    plain: word.plain,
    folded: word.folded,
    gap,
    spaced: start - last !== gap.length,
    capital: word.capital,
    acronym: word.acronym,
    number: word.number,
    possessive: isPossessive(text, end),
  };
}

/** What stands between two words, without white space. */
function gapOf(text: string, from: number, to: number): string {
  // Nearly always it is a space, a comma and a space, or nothing.
  if (to === from) return '';
  if (to === from + 1) return text.charCodeAt(from) === 32 ? '' : text.slice(from, to).trim();
  if (to === from + 2 && text.charCodeAt(from + 1) === 32) return text.charAt(from).trim();
  return text.slice(from, to).replace(/\s+/g, '');
}

/** What a word is by itself, wherever it stands. */
type Word = Pick<Token, 'text' | 'lower' | 'plain' | 'folded' | 'capital' | 'acronym' | 'number'>;

/** Texts consist of few words: so many are kept, none so long that it would keep the text that it is cut from. */
const MOST_WORDS = 20_000;
const LONGEST_KEPT = 12;
const words = new Map<string, Word>();

function wordOf(text: string): Word {
  const known = words.get(text);
  if (known !== undefined) return known;
  const word = readWord(text);
  if (text.length > LONGEST_KEPT) return word;
  if (words.size >= MOST_WORDS) words.clear();
  words.set(text, word);
  return word;
}

function readWord(text: string): Word {
  const lower = text.toLowerCase();
  const first = text.charCodeAt(0);
  const isAscii = first < 128;
  const capital = isAscii ? first >= 65 && first <= 90 : lower.charAt(0) !== text.charAt(0);
  const straight = lower.includes('’') ? lower.replaceAll('’', "'") : lower;
  return {
    text,
    lower: straight,
    plain: plain(text),
    folded: isPlain(text) ? straight : foldCase(straight),
    capital,
    acronym: capital && text.length > 1 && isAcronym(text, lower),
    number: isAscii && first >= 48 && first <= 57,
  };
}

/** `NATO`, `G20`, `U.S.`, `AfDB`, `MoUs`; not `McDonald`. */
function isAcronym(word: string, lower: string): boolean {
  let capitals = 0;
  let letters = 0;
  for (let at = 0; at < word.length; at += 1) {
    const character = word[at] ?? '';
    if (character !== lower[at]) capitals += 1;
    if (character !== '.' && (character < '0' || character > '9')) letters += 1;
  }
  if (capitals === letters) return true;
  return capitals >= 2 && capitals * 2 >= letters + (word.endsWith('s') ? -1 : 0) && letters <= 6;
}

function isPossessive(text: string, end: number): boolean {
  const mark = text[end];
  if (mark !== "'" && mark !== '’') return false;
  const next = text[end + 1] ?? '';
  if (next === 's' || next === 'S') return !/\p{L}/u.test(text[end + 2] ?? '');
  return text[end - 1] === 's' && /^\s\p{L}/u.test(text.slice(end + 1, end + 3));
}

function isPlain(text: string): boolean {
  let at = 0;
  while (at < text.length && text.charCodeAt(at) < 128) at += 1;
  return at === text.length;
}

/** Without accents and marks that are not seen, apostrophes straight: how names are compared. */
export function plain(text: string): string {
  if (isPlain(text)) return text;
  return text
    .normalize('NFD')
    .replace(/[\p{M}\u00AD\u200B-\u200D\u2060]/gu, '')
    .replaceAll('’', "'");
}
