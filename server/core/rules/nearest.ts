import { distance } from 'fastest-levenshtein';

/**
 * The one word that a misspelt one is nearest to, at most two letters away (short ones: one); none
 * when two are as near. For short lists: ids and names are many, `suggestIds` is for them.
 */
export function nearest(word: string, words: Iterable<string>): string | undefined {
  const most = word.length < 5 ? 1 : 2;
  let best: { readonly word: string; readonly far: number } | undefined;
  let tied = false;
  for (const other of new Set(words)) {
    if (Math.abs(other.length - word.length) > most) continue;
    const far = distance(word, other);
    if (far > most || (best !== undefined && far > best.far)) continue;
    tied = best !== undefined && far === best.far;
    best = { word: other, far };
  }
  return tied ? undefined : best?.word;
}
