/**
 * The one word that `word` was meant to be: the nearest of some, at most `most` slips away (two, in a
 * short word one). `undefined` when there is none, or two are equally near; a word that is given twice
 * is one. For short lists: ids and names are many, `suggestIds` is for them.
 */
export function nearestWord(
  word: string,
  words: Iterable<string>,
  most: number = word.length < 5 ? 1 : 2,
): string | undefined {
  let least = most + 1;
  let nearest: string | undefined;
  for (const candidate of words) {
    const slips = slipsBetween(word, candidate, Math.min(least, most));
    if (slips < least) [least, nearest] = [slips, candidate];
    else if (slips === least && candidate !== nearest) nearest = undefined;
  }
  return nearest;
}

/** How many slips are likely in a word of this length before it is another word. */
export function likelySlips(word: string): number {
  return word.length < 4 ? 0 : word.length < 7 ? 1 : 2;
}

/**
 * How many slips of the keyboard lie between two words, counted in UTF-16 code units: a letter missing,
 * a letter too many, another letter, or two neighbours swapped (optimal string alignment: no letter
 * takes part in two slips). `most + 1` for more than `most`, which keeps the work at `most` times the
 * length however long the words are.
 * @see L. Boytsov, "Indexing methods for approximate dictionary searching", 2011, section 2.1
 */
export function slipsBetween(one: string, other: string, most: number): number {
  const far = most + 1;
  if (one === other) return 0;
  if (Math.abs(one.length - other.length) > most) return far;
  // Rows of the slips between the beginnings of both words, by the length of that of `other`.
  let [before, above, next] = [0, 1, 2].map(() => new Array<number>(other.length + 2).fill(far));
  if (before === undefined || above === undefined || next === undefined) return far;
  for (let at = 0; at <= Math.min(other.length, most); at += 1) above[at] = at;
  for (let row = 1; row <= one.length; row += 1) {
    // Farther from the diagonal the lengths alone differ by more than `most`.
    const start = Math.max(1, row - most);
    const end = Math.min(other.length, row + most);
    next[start - 1] = start === 1 ? row : far;
    let least = next[start - 1] ?? far;
    for (let at = start; at <= end; at += 1) {
      const isSame = one[row - 1] === other[at - 1];
      const isSwap = !isSame && one[row - 1] === other[at - 2] && one[row - 2] === other[at - 1];
      const slips = Math.min(
        (above[at - 1] ?? far) + (isSame ? 0 : 1),
        (above[at] ?? far) + 1,
        (next[at - 1] ?? far) + 1,
        isSwap ? (before[at - 2] ?? far) + 1 : far,
      );
      next[at] = slips;
      least = Math.min(least, slips);
    }
    next[end + 1] = far;
    if (least > most) return far;
    [before, above, next] = [above, next, before];
  }
  return Math.min(above[other.length] ?? far, far);
}
