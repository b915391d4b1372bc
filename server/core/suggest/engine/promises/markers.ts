import type { Language, ReadStrength } from '../../../language/index.js';
import type { Sentence } from '../discourse/model.js';
import type { Scene } from '../names/scene.js';

/** Words that make a sentence a promise, by tokens. */
export interface Marker {
  readonly first: number;
  readonly last: number;
  readonly strength: string;
  /** Whether a noun says it: `its commitment to`. */
  readonly isNoun: boolean;
}

/** More markers than a sentence has. */
const MOST = 24;

/** The markers in a sentence, in order; what the language pack knows of denials and forecasts holds here. */
export function markersIn(
  { tokens, paragraph, know }: Scene,
  { first, last }: Sentence,
  language: Language,
): readonly Marker[] {
  const word = markerWord(tokens, first, last, language);
  if (word === undefined) return [];
  // What stands long before the first word of a marker says nothing of it.
  const start = tokens[Math.max(first, word - CONTEXT)]?.start ?? 0;
  const words = paragraph.text.slice(start, tokens[last]?.end ?? 0);
  const strengths = (language.strengthsIn ?? oneByOne(language))(words, MOST);
  const found: Marker[] = [];
  for (const read of strengths) {
    let from = first;
    while (from <= last && (tokens[from]?.end ?? 0) <= start + read.start) from += 1;
    let to = from;
    while (to < last && (tokens[to + 1]?.start ?? 0) < start + read.end) to += 1;
    found.push({
      first: from,
      last: to,
      strength: read.strength,
      isNoun: isNoun({ tokens, paragraph, know }, from, to),
    });
  }
  return found.length < 2 ? found : found.sort((a, b) => a.first - b.first);
}

/** The markers of a language that is asked for one at a time. */
function oneByOne({
  readStrength,
}: Language): (words: string, most: number) => readonly ReadStrength[] {
  return (words, most) => {
    const found: ReadStrength[] = [];
    let offset = 0;
    let rest = words;
    for (let tries = 0; tries < most; tries += 1) {
      const read = readStrength(rest);
      if (read === undefined) break;
      found.push({
        strength: read.strength,
        start: offset + read.start,
        end: offset + read.end,
      });
      // What was read stays a word, and says nothing any more; what stands long before need not be read again.
      const hidden = rest.slice(read.start, read.end).replace(/\p{L}/gu, 'x');
      rest = rest.slice(0, read.start) + hidden + rest.slice(read.end);
      const cut = Math.max(0, read.start - REACH);
      const word = cut === 0 ? 0 : rest.indexOf(' ', cut) + 1;
      const from = word > read.start ? 0 : word;
      offset += from;
      rest = rest.slice(from);
    }
    return found;
  };
}

/** How far before a marker words may deny it or make it a forecast, and some more: in words, and in characters. */
const CONTEXT = 16;
const REACH = 120;

/** The first word that can begin a marker. */
export function markerWord(
  tokens: Scene['tokens'],
  first: number,
  last: number,
  { isMarkerWord }: Language,
): number | undefined {
  if (isMarkerWord === undefined) return first;
  for (let at = first; at <= last; at += 1) if (isMarkerWord(tokens[at]?.lower ?? '')) return at;
  return undefined;
}

function isNoun({ tokens, know }: Scene, first: number, last: number): boolean {
  for (let at = first; at <= last; at += 1) {
    const token = tokens[at];
    if (token === undefined || !know.has('promiseNouns', token.lower)) continue;
    const before = tokens[at - 1];
    if (before === undefined) return true;
    if (before.possessive || know.has('determiners', before.lower)) return true;
    if (know.has('announcing', before.lower)) return true;
    const parts = know.partsOf(token.lower) ?? '';
    if (!/[vs]/.test(parts)) return true;
    // `firm plans to`: an adjective before, and no subject.
    return /^a/.test(know.partsOf(before.lower) ?? '') && !before.capital;
  }
  return false;
}
