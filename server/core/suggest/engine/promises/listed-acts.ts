import type { Sentence, SpokenParagraph } from '../discourse/model.js';
import { type Act, isListNumber } from './act-start.js';
import { actsBehind } from './acts.js';
import { type Marker, markersIn } from './markers.js';
import type { PromiseScene, Subject } from './promise-scene.js';
import type { PromiseInput } from './promise-terms.js';
import { subjectOf } from './subject.js';

/** What a list says of all its items: `The Parties commit to:`. */
export interface Lead {
  readonly strength: string;
  /** The words of the marker. */
  readonly words: string;
  readonly subject: Subject;
}

/** Whether a list may follow: a paragraph ends with a colon. */
export function leads({ scene: { paragraph } }: SpokenParagraph): boolean {
  return /[:：]\s*[-–—]?\s*$/.test(paragraph.text.slice(-8));
}

/** The lead of the list behind a paragraph that {@link leads}. */
export function leadOf(input: PromiseInput): Lead | undefined {
  const sentence = input.paragraph.sentences.at(-1);
  return sentence && leadIn(input, sentence);
}

/** The lead that stands in a sentence before the colon in it, and the acts of the list behind that. */
export function listInSentence(
  input: PromiseInput,
  sentence: Sentence,
): { lead: Lead; acts: readonly Act[] } | undefined {
  const { paragraph } = input;
  const { tokens } = paragraph.scene;
  for (let at = sentence.first + 1; at <= sentence.last; at += 1) {
    if (tokens[at]?.gap.includes(':') !== true || !isListNumber(paragraph.scene, at)) continue;
    const lead = leadIn(input, { first: sentence.first, last: at - 1 });
    if (lead === undefined) return undefined;
    const acts: Act[] = [];
    for (let item = at; item <= sentence.last; item += 1) {
      if (!isListNumber(paragraph.scene, item)) continue;
      const end = itemEnd(paragraph, sentence, item + 1);
      acts.push(...itemActs(paragraph, { first: item, last: end }));
      item = end;
    }
    return { lead, acts };
  }
  return undefined;
}

/** Before the next number of the list. */
function itemEnd({ scene }: SpokenParagraph, { last }: Sentence, from: number): number {
  for (let at = from + 1; at <= last; at += 1)
    if (isListNumber(scene, at) && /[(;,]/.test(scene.tokens[at]?.gap ?? ''))
      return scene.tokens[at - 1]?.lower === 'and' ? at - 2 : at - 1;
  return last;
}

function leadIn(input: PromiseInput, sentence: Sentence): Lead | undefined {
  const { paragraph, facts } = input;
  const marker = lastMarker(input, sentence);
  if (marker === undefined) return undefined;
  const scene: PromiseScene = { paragraph, sentence, facts };
  const subject = subjectOf(scene, marker);
  if (subject === undefined) return undefined;
  const { tokens, paragraph: read } = paragraph.scene;
  const words = read.text.slice(tokens[marker.first]?.start ?? 0, tokens[marker.last]?.end ?? 0);
  return { strength: marker.strength, words: words.replace(/\s+/g, ' '), subject };
}

/** The marker right before the colon (`agreed:`, `will:`), or that of `the following steps`. */
function lastMarker({ paragraph, language }: PromiseInput, sentence: Sentence): Marker | undefined {
  const { tokens, paragraph: read } = paragraph.scene;
  const from = Math.max(sentence.first, sentence.last - 8);
  const start = tokens[from]?.start ?? 0;
  const words = read.text.slice(start, tokens[sentence.last]?.end ?? 0);
  // What the list goes on with is a verb.
  const read1 = language.readStrength(
    /\b(?:to|will|shall|must|would)$/i.test(words) ? `${words} work` : `${words} to work`,
  );
  if (read1 !== undefined && read1.end >= words.length) {
    let first = from;
    while ((tokens[first]?.end ?? Number.POSITIVE_INFINITY) <= start + read1.start) first += 1;
    return { first, last: sentence.last, strength: read1.strength, isNoun: false };
  }
  if (!hasFollowing(paragraph, sentence)) return undefined;
  return markersIn(paragraph.scene, sentence, language).at(-1);
}

function hasFollowing({ scene }: SpokenParagraph, { first, last }: Sentence): boolean {
  for (let at = last; at >= Math.max(first, last - 24); at -= 1)
    if (/^(?:following|follows|below)$/.test(scene.tokens[at]?.lower ?? '')) return true;
  return false;
}

/** The acts of an item of a list: it begins with its verb. */
export function itemActs(paragraph: SpokenParagraph, sentence: Sentence): readonly Act[] {
  const { tokens, know } = paragraph.scene;
  let at = sentence.first;
  while (isListNumber(paragraph.scene, at)) at += 1;
  if (tokens[at]?.lower === 'to') at += 1;
  const adverb = tokens[at];
  if (
    adverb !== undefined &&
    /ly$/.test(adverb.lower) &&
    /^r/.test(know.partsOf(adverb.lower) ?? '')
  )
    at += 1;
  if (at > sentence.last || !isItemVerb(paragraph, at)) return [];
  const form = /ing$/.test(tokens[at]?.lower ?? '') ? 'noun' : 'bare';
  return actsBehind(paragraph, sentence, at, form);
}

function isItemVerb({ scene, spoken }: SpokenParagraph, at: number): boolean {
  const { tokens, know } = scene;
  const [token, next] = [tokens[at], tokens[at + 1]];
  if (token === undefined || next === undefined || token.acronym) return false;
  if (!/^[$€£¥]?$/.test(next.gap)) return false;
  if (spoken.some(({ first, last }) => first <= at && at <= last)) return false;
  const parts = know.partsOf(token.lower) ?? '';
  if (/^[a-z]{3,}ing$/.test(token.lower)) return /^g/.test(parts) || parts === '';
  if (!/v/.test(parts)) return false;
  if (/^v/.test(parts)) return true;
  // `Support small firms`, not `Support for small firms`.
  return (
    (next.number ||
      know.has('determiners', next.lower) ||
      next.capital ||
      /^[anp]/.test(know.partsOf(next.lower) ?? '')) &&
    !know.has('prepositions', next.lower)
  );
}
