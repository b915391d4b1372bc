import { distance } from 'fastest-levenshtein';

/** Many words made ready to be compared with misspelt ones. */
export interface Dictionary {
  readonly words: readonly string[];
  /** For each word, which letters it holds, one bit for each: unlike letters, no need to compare. */
  readonly letters: Int32Array;
}

export interface Near {
  readonly word: string;
  /** Letters to add, drop or change. */
  readonly distance: number;
}

export function dictionaryOf(words: Iterable<string>): Dictionary {
  const all = [...new Set(words)];
  return { words: all, letters: Int32Array.from(all, lettersOf) };
}

/**
 * The words at most two letters away (short words: one), the nearest first, then by the alphabet.
 * Each letter changed flips at most two bits of `letters`, so most words are never compared: a
 * workspace with ten thousand ids and as many slips must not take minutes.
 */
export function lookAlikes(word: string, { words, letters }: Dictionary): readonly Near[] {
  const most = word.length < 5 ? 1 : 2;
  const own = lettersOf(word);
  const near: Near[] = [];
  for (let index = 0; index < words.length; index += 1) {
    const other = words[index] ?? '';
    if (Math.abs(other.length - word.length) > most) continue;
    if (bitsIn(own ^ (letters[index] ?? 0)) > 2 * most) continue;
    const apart = distance(word, other);
    if (apart <= most && apart < other.length) near.push({ word: other, distance: apart });
  }
  return near.sort((a, b) => a.distance - b.distance || (a.word < b.word ? -1 : 1));
}

function lettersOf(word: string): number {
  let letters = 0;
  for (let index = 0; index < word.length; index += 1)
    letters |= 1 << (word.charCodeAt(index) & 31);
  return letters;
}

function bitsIn(bits: number): number {
  let count = 0;
  for (let rest = bits; rest !== 0; rest &= rest - 1) count += 1;
  return count;
}
