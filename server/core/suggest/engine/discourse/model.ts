import { perObject, type Span } from '../../../text/index.js';
import type { Mention } from '../candidate.js';
import { isSmallWord, type Scene } from '../names/scene.js';

/** Someone or something spoken of in a paragraph; words are counted by tokens. */
export interface Spoken extends Span {
  readonly kind: string;
  /** Ids, or the keys of what is proposed. */
  readonly keys: readonly string[];
  readonly first: number;
  readonly last: number;
  /** Whether it stands inside another. */
  readonly nested: boolean;
  /** Whether it is called by its name, and not described. */
  readonly named: boolean;
  /** The words of a description, in small letters; of a name none. */
  readonly words: string;
}

/** A sentence of a paragraph, from its first token to its last. */
export interface Sentence {
  readonly first: number;
  readonly last: number;
}

/** A paragraph with all that is spoken of in it, in order. */
export interface SpokenParagraph {
  readonly scene: Scene;
  readonly sentences: readonly Sentence[];
  readonly spoken: readonly Spoken[];
}

export const ACTORS: ReadonlySet<string> = new Set(['person', 'office', 'org', 'place']);

/** @param mentions of the paragraph, offsets of the page, the outer before the inner */
export function spokenParagraph(
  start: number,
  scene: Scene,
  mentions: readonly Mention[],
): SpokenParagraph {
  const { tokens } = scene;
  const spoken: Spoken[] = [];
  let from = 0;
  let reached = 0;
  for (const mention of mentions) {
    const own = mention.start - start;
    const end = mention.end - start;
    while ((tokens[from]?.end ?? Number.POSITIVE_INFINITY) <= own) from += 1;
    let last = from;
    while ((tokens[last + 1]?.start ?? Number.POSITIVE_INFINITY) < end) last += 1;
    if (tokens[from] === undefined || (tokens[from]?.start ?? 0) >= end) continue;
    // In reading order, the outer before the inner: what reaches furthest holds it, or nothing does.
    const nested = end <= reached;
    reached = Math.max(reached, end);
    spoken.push({
      start: own,
      end,
      kind: mention.kind,
      keys: mention.keys,
      first: from,
      last,
      nested,
      named: true,
      words: '',
    });
  }
  return { scene, sentences: sentencesOf(scene), spoken };
}

function sentencesOf({ tokens, paragraph }: Scene): readonly Sentence[] {
  const sentences: Sentence[] = [];
  let first = 0;
  for (let at = 1; at <= tokens.length; at += 1) {
    if (at < tokens.length && !paragraph.begins[at]) continue;
    if (at > first) sentences.push({ first, last: at - 1 });
    first = at;
  }
  return sentences;
}

/** The sentence that holds a token; -1 for none. */
export function sentenceOf({ sentences }: SpokenParagraph, at: number): number {
  let low = 0;
  let high = sentences.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((sentences[middle]?.last ?? 0) < at) low = middle + 1;
    else high = middle;
  }
  return (sentences[low]?.first ?? Number.POSITIVE_INFINITY) <= at ? low : -1;
}

/** So many are looked through faster than they are sorted by where they stand. */
const FEW = 12;

/** What is spoken of, by its tokens; of what is nested the outermost. */
const byToken = perObject((spoken: readonly Spoken[]) => {
  const tokens = new Map<number, Spoken>();
  for (const one of spoken)
    if (!one.nested)
      for (let at = one.first; at <= one.last; at += 1) if (!tokens.has(at)) tokens.set(at, one);
  return tokens;
});

/** What is spoken of at a token, and stands in nothing else. */
export function spokenAt({ spoken }: SpokenParagraph, at: number): Spoken | undefined {
  if (spoken.length > FEW) return byToken(spoken).get(at);
  for (const one of spoken) if (!one.nested && one.first <= at && at <= one.last) return one;
  return undefined;
}

/** What is spoken of from a token on. */
export function spokenFrom(paragraph: SpokenParagraph, at: number): Spoken | undefined {
  const one = spokenAt(paragraph, at);
  return one?.first === at ? one : undefined;
}

/** Whether something spoken of is what its sentence is about: it acts, and no preposition leads it in. */
export function isSubject(scene: Scene, one: Spoken): boolean {
  return !isLedIn(scene, one.first) && actsNext(scene, one.last + 1);
}

/** Whether a preposition stands before, articles and adjectives between. */
export function isLedIn(scene: Scene, at: number): boolean {
  const { tokens, know, paragraph } = scene;
  for (let back = at - 1; back >= Math.max(0, at - 4); back -= 1) {
    const token = tokens[back];
    if (
      token === undefined ||
      paragraph.begins[back + 1] ||
      /[,;:()]/.test(tokens[back + 1]?.gap ?? '')
    )
      return false;
    if (know.has('prepositions', token.lower)) return true;
    if (
      !know.has('determiners', token.lower) &&
      !/^a/.test(know.partsOf(token.lower) ?? '') &&
      !know.has('honorifics', token.lower)
    )
      return false;
  }
  return false;
}

/** Whether a verb follows, over adverbs and what is set apart by commas. */
export function actsNext(scene: Scene, from: number): boolean {
  const { tokens, know, paragraph } = scene;
  let at = from;
  const comma = tokens[at]?.gap === ',';
  if (comma) {
    // `Kerry, speaking in Jordan, said`
    for (
      let next = at + 1;
      next < Math.min(tokens.length, at + 25) && !paragraph.begins[next];
      next += 1
    )
      if (tokens[next]?.gap === ',' && isVerb(scene, next)) return true;
    if (!isVerb(scene, at)) return false;
  }
  for (let steps = 0; steps < 3; steps += 1, at += 1) {
    const token = tokens[at];
    if (token === undefined || paragraph.begins[at] || /[;:()]/.test(token.gap)) return false;
    if (isVerb(scene, at)) return true;
    if (token.lower === 'and' || token.gap === ',') return /^(?:and|as)$/.test(token.lower);
    if (
      !/^r|r$/.test(know.partsOf(token.lower) ?? '') &&
      !/^(?:also|both|then|each)$/.test(token.lower)
    )
      return false;
  }
  return false;
}

function isVerb({ tokens, know }: Scene, at: number): boolean {
  const token = tokens[at];
  if (token === undefined || token.capital) return false;
  return (
    know.has('auxiliaries', token.lower) ||
    /^[dsv]/.test(know.partsOf(token.lower) ?? '') ||
    (/[sdv]/.test((know.partsOf(token.lower) ?? '').replace(/^[nap]+/, '')) &&
      !/^[nap]/.test(know.partsOf(token.lower) ?? ''))
  );
}

/** Whether two stand side by side: `A and B`, `A, B`, `A–B`. */
export function isPair(scene: Scene, one: Spoken, other: Spoken): boolean {
  const { tokens } = scene;
  for (let at = one.last + 1; at <= other.first; at += 1) {
    const token = tokens[at];
    if (token === undefined) return false;
    if (at === other.first)
      return /^(?:[-–—,&/]|)$/.test(token.gap) && (at > one.last + 1 || token.gap !== '');
    if (!/^,?$/.test(token.gap)) return false;
    if (
      !/^(?:and|the|of|both|as|well|its|his|her|mr|ms|mrs)$/.test(token.lower) ||
      (isSmallWord(scene, token) && /^(?:of)$/.test(token.lower))
    )
      return false;
  }
  return false;
}
