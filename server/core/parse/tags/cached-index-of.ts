/**
 * `indexOf` that remembers its last answer for each character, so that asking again from a later
 * place costs nothing. Without it a text of many tags and one far quote would be quadratic.
 * Answers the text's length when there is none.
 */
export type CachedIndexOf = (character: string, from: number) => number;

export function cachedIndexOf(text: string): CachedIndexOf {
  const known = new Map<string, { from: number; at: number }>();
  return (character, from) => {
    const last = known.get(character);
    if (last === undefined || from > last.at) return search(from);
    if (from >= last.from) return last.at;
    const before = text.slice(from, last.from).indexOf(character);
    if (before >= 0) return from + before;
    last.from = from;
    return last.at;

    function search(start: number): number {
      const found = text.indexOf(character, start);
      const at = found < 0 ? text.length : found;
      known.set(character, { from: start, at });
      return at;
    }
  };
}
