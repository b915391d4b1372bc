/**
 * `indexOf` that remembers its last answer for each character, so that asking again from a later
 * place costs nothing. Without it a text of many tags and one far quote would be quadratic.
 * Answers the text's length when there is none.
 */
export type CachedIndexOf = (character: string, from: number) => number;

export function cachedIndexOf(text: string): CachedIndexOf {
  const known: Known[] = [];
  return (character, from) => {
    let last = known[0];
    for (let index = 1; last !== undefined && last.character !== character; index += 1)
      last = known[index];
    if (last === undefined) {
      last = { character, from, at: -1 };
      known.push(last);
    } else if (from >= last.from && from <= last.at) return last.at;
    else if (from < last.from) {
      const before = text.slice(from, last.from).indexOf(character);
      if (before >= 0) return from + before;
      last.from = from;
      return last.at;
    }
    const found = text.indexOf(character, from);
    last.from = from;
    last.at = found < 0 ? text.length : found;
    return last.at;
  };
}

/** A few at most, since few characters are ever asked for. */
interface Known {
  readonly character: string;
  from: number;
  at: number;
}
