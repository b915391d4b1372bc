import { distance } from 'fastest-levenshtein';

/**
 * The one word that `word` was meant to be: the nearest at an edit distance of at most `reach`.
 * `undefined` when there is none, or two are equally near.
 */
export function nearestWithin(
  word: string,
  among: Iterable<string>,
  reach: number,
): string | undefined {
  let best = reach + 1;
  let found: string | undefined;
  for (const candidate of among) {
    if (Math.abs(candidate.length - word.length) > reach) continue;
    const steps = distance(word, candidate);
    if (steps < best) [best, found] = [steps, candidate];
    else if (steps === best) found = undefined;
  }
  return best <= reach ? found : undefined;
}

/** How far a slip of the finger may go in a word of this length before it is another word. */
export function reachOf(word: string): number {
  return word.length < 4 ? 0 : word.length < 7 ? 1 : 2;
}
