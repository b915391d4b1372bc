import { foldName, type Span } from '../text/index.js';

/**
 * The words a finding is about, so that it is known again when lines have moved or were wrapped anew:
 * those in its span, white space and letter forms folded; where it names none, a few around it.
 */
export function findingWords(text: string, { start, end }: Span): string {
  const own = beginningOf(foldLines(text.slice(start, Math.min(end, start + MAX_REACH))));
  if (/[\p{L}\p{N}]/u.test(own)) return own;
  const before = wordsOf(
    text
      .slice(Math.max(0, start - MAX_REACH), start)
      .split(BLANK_LINE)
      .at(-1),
  );
  const after = wordsOf(text.slice(start, start + MAX_REACH).split(BLANK_LINE)[0]);
  return beginningOf([...before.slice(-MAX_AROUND), ...after.slice(0, MAX_AROUND)].join(' '));
}

/** How far to look, in UTF-16 code units: a paragraph may be a megabyte, with as many findings. */
const MAX_REACH = 600;

/** A span may be a block of many paragraphs: its beginning tells it apart. */
const MAX_LENGTH = 200;

/** Enough to tell a place apart; what is written farther away may change. */
const MAX_AROUND = 4;

const BLANK_LINE = /(?:\r\n?|\n)[ \t>]*(?:\r\n?|\n)/;

/** Lines joined, without the marks of a quote that each of them begins with. */
function foldLines(text: string): string {
  return foldName(text.replace(/(\r\n?|\n)[ \t]*(?:>[ \t]?)+/g, '$1'));
}

function wordsOf(text = ''): readonly string[] {
  const folded = foldLines(text);
  return folded === '' ? [] : folded.split(' ');
}

/** Whole words, so that it does not matter how much white space there was. */
function beginningOf(words: string): string {
  if (words.length <= MAX_LENGTH) return words;
  const last = words.lastIndexOf(' ', MAX_LENGTH);
  return words.slice(0, last < MAX_LENGTH / 2 ? MAX_LENGTH : last);
}
