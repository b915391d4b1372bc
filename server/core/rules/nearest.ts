import { nearestWithin } from '../brief/index.js';

/**
 * The one word that a misspelt one is nearest to, at most two letters away (short ones: one); none
 * when two are as near. For short lists: ids and names are many, `suggestIds` is for them.
 */
export function nearest(word: string, words: Iterable<string>): string | undefined {
  return nearestWithin(word, new Set(words), word.length < 5 ? 1 : 2);
}
