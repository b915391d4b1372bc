import { decodeReferences } from '../../core/index.js';

/**
 * Where places of a stretch of Markdown are in the words that it stands for: escapes, character references and the
 * beginnings of lines are fewer there.
 * @param places in order, counted from the start of `source`
 */
export function decodedPlaces(
  source: string,
  words: string,
  places: readonly number[],
): readonly number[] {
  if (source === words) return places;
  const found: number[] = [];
  let at = 0;
  let to = 0;
  for (const place of places) {
    while (at < place && at < source.length && to < words.length) {
      const [past, length] = step(source, at, words, to);
      at += past;
      to += length;
    }
    found.push(place >= source.length ? words.length : to);
  }
  return found;
}

/** How much of the source stands for how much of the words, at two places. */
function step(source: string, at: number, words: string, to: number): readonly [number, number] {
  const sign = source[at];
  if (sign === '\\' && source[at + 1] === words[to]) return [2, 1];
  if (sign === '&') {
    REFERENCE.lastIndex = at;
    const [written = ''] = REFERENCE.exec(source) ?? [];
    const decoded = written === '' ? '' : decodeReferences(written);
    if (decoded !== written && decoded !== '' && words.startsWith(decoded, to))
      return [written.length, decoded.length];
  }
  return sign === words[to] ? [1, 1] : [1, 0];
}

const REFERENCE = /&#?\w{1,40};/y;
