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

/**
 * The kind that an unknown word was meant to be: one edit away from a kind of four letters or more,
 * or a kind in other case (`:Person[…]`).
 */
export function kindMeant(word: string, kinds: ReadonlyMap<string, unknown>): string | undefined {
  const lower = word.toLowerCase();
  if (lower !== word && kinds.has(lower)) return lower;
  return nearestWithin(
    word,
    [...kinds.keys()].filter((kind) => kind.length >= 4),
    1,
  );
}
