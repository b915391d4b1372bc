/** A replacement in a text, by UTF-16 offsets of the text before. */
export interface Replacement {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/**
 * Where the cursor belongs after these replacements, as an offset in the text after them: in the first
 * place that was left to fill in; in the braces of a promise or of news of one, where terms and a source
 * are added; else behind what was written last.
 */
export function cursorAfter(replacements: readonly Replacement[]): number | undefined {
  const sorted = replacements.toSorted((a, b) => a.start - b.start);
  let shift = 0;
  let last: number | undefined;
  for (const { start, end, text } of sorted) {
    const hole = emptyPlaceIn(text) ?? endOfTerms(text);
    if (hole !== undefined) return start + shift + hole;
    last = start + shift + text.length;
    shift += text.length - (end - start);
  }
  return last;
}

/** An empty label, an empty value or an empty pair of quotes: there something is to be written. */
function emptyPlaceIn(text: string): number | undefined {
  const found = /:[a-z][a-z-]*\[(?=\])|[a-z]=(?:"(?=")|(?=[\s}]|$))/.exec(text);
  return found === null ? undefined : found.index + found[0].length;
}

/** Before the brace that closes what a commitment or an update says of itself. */
function endOfTerms(text: string): number | undefined {
  const braces = /\{(?:#c-|of=)[^{}]*(?=\})/.exec(text) ?? /:commitment\{[^{}]*(?=\})/.exec(text);
  return braces === null ? undefined : braces.index + braces[0].length;
}
