import { dictionaryOf, lookAlikes } from './look-alikes.js';

/** The one word that a misspelt one is nearest to, at most two letters away; none when two are as near. */
export function nearest(word: string, words: Iterable<string>): string | undefined {
  const [first, second] = lookAlikes(word, dictionaryOf(words));
  return first?.distance === second?.distance ? undefined : first?.word;
}
