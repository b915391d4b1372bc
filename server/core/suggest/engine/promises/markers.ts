import type { Language } from '../../../language/index.js';
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
  const { isMarkerWord } = language;
  if (isMarkerWord !== undefined && !hasMarkerWord(tokens, first, last, isMarkerWord)) return [];
  const end = tokens[last]?.end ?? 0;
  let start = tokens[first]?.start ?? 0;
  let words = paragraph.text.slice(start, end);
  const found: Marker[] = [];
  let from = first;
  for (let tries = 0; tries < MOST; tries += 1) {
    const read = language.readStrength(words);
    if (read === undefined) break;
    while (from <= last && (tokens[from]?.end ?? 0) <= start + read.start) from += 1;
    let to = from;
    while (to < last && (tokens[to + 1]?.start ?? 0) < start + read.end) to += 1;
    found.push({
      first: from,
      last: to,
      strength: read.strength,
      isNoun: isNoun({ tokens, paragraph, know }, from, to),
    });
    // What was read stays a word, and says nothing any more; what stands long before need not be read again.
    const hidden = words.slice(read.start, read.end).replace(/\p{L}/gu, 'x');
    words = words.slice(0, read.start) + hidden + words.slice(read.end);
    const cut = tokens[Math.max(first, from - CONTEXT)]?.start ?? start;
    words = words.slice(Math.max(0, cut - start));
    start = Math.max(start, cut);
  }
  return found.sort((a, b) => a.first - b.first);
}

/** How many words before a marker may deny it or make it a forecast, and some more. */
const CONTEXT = 14;

function hasMarkerWord(
  tokens: Scene['tokens'],
  first: number,
  last: number,
  isMarkerWord: (word: string) => boolean,
): boolean {
  for (let at = first; at <= last; at += 1) if (isMarkerWord(tokens[at]?.lower ?? '')) return true;
  return false;
}

const NOUNS =
  /^(?:commitments?|pledges?|promises?|intentions?|resolve|determination|readiness|willingness|preparedness|eagerness|hopes?|ambitions?|aspirations?|anticipation|plans?|decisions?|undertakings?|vows?|guarantees?|aims?|goals?|targets?|desire|engagements?|obligations?|assurances?)$/;

/** Verbs of which plans and pledges are the object. */
const ANNOUNCING =
  /^(?:announce|announces|announced|announcing|unveil|unveils|unveiled|unveiling|outlined|outlines|reaffirmed|reaffirms|confirmed|confirms|reiterated|reiterates|made|makes|make|making|shared|discussed|presented|detailed|set|has|have|had|new|issued)$/;

function isNoun({ tokens, know }: Scene, first: number, last: number): boolean {
  for (let at = first; at <= last; at += 1) {
    const token = tokens[at];
    if (token === undefined || !NOUNS.test(token.lower)) continue;
    const before = tokens[at - 1];
    if (before === undefined) return true;
    if (before.possessive || know.has('determiners', before.lower)) return true;
    if (ANNOUNCING.test(before.lower)) return true;
    const parts = know.partsOf(token.lower) ?? '';
    if (!/[vs]/.test(parts)) return true;
    // `firm plans to`: an adjective before, and no subject.
    return /^a/.test(know.partsOf(before.lower) ?? '') && !before.capital;
  }
  return false;
}
