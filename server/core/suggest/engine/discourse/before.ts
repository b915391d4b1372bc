import { type Spoken, type SpokenParagraph, sentenceOf } from './model.js';
import type { PageFacts } from './page-facts.js';

/** Words that stand for something named elsewhere, and what. Offsets from the paragraph's start. */
export interface Described extends Spoken {
  readonly confidence: number;
  readonly reason: string;
}

/** The paragraphs around one, as far as they are asked for: what it means follows from these alone. */
export interface Around {
  /** All of the paragraph that stands so many before; 1 is the last one. */
  readonly before: (back: number) => SpokenParagraph | undefined;
  /** What is spoken of in the paragraph that stands so many before. */
  readonly spokenBefore: (back: number) => readonly Spoken[] | undefined;
  /** The paragraphs that follow, with names only. */
  readonly next: () => readonly SpokenParagraph[];
}

/** What stands before a place in a page: earlier paragraphs, and the paragraph up to here. */
export interface Before {
  readonly around: Around;
  readonly facts: PageFacts;
  /** What of this paragraph was read, descriptions among it. */
  readonly here: readonly Spoken[];
}

export function described(
  paragraph: SpokenParagraph,
  kind: string,
  [first, last]: readonly [number, number],
  keys: readonly string[],
  confidence: number,
  reason: string,
): Described {
  const { tokens } = paragraph.scene;
  return {
    kind,
    keys,
    first,
    last,
    start: tokens[first]?.start ?? 0,
    end: tokens[last]?.end ?? 0,
    nested: false,
    named: false,
    words: wordsOf(tokens, first, last),
    confidence,
    reason,
  };
}

/** Words in small letters, from one to another. */
export function wordsOf(
  tokens: SpokenParagraph['scene']['tokens'],
  first: number,
  last: number,
): string {
  let words = tokens[first]?.lower ?? '';
  for (let at = first + 1; at <= last; at += 1) words += ` ${tokens[at]?.lower ?? ''}`;
  return words;
}

interface SaidBefore {
  readonly paragraph: SpokenParagraph;
  readonly spoken: readonly Spoken[];
}

/** The sentence up to a word, then the sentences before it, the last first. */
export function* sentencesBefore(
  paragraph: SpokenParagraph,
  at: number,
  { around, here }: Before,
): Iterable<SaidBefore> {
  for (let number = sentenceOf(paragraph, at); number >= 0; number -= 1) {
    const sentence = paragraph.sentences[number];
    if (sentence === undefined) continue;
    yield {
      paragraph,
      spoken: here.filter(
        ({ first }) => first >= sentence.first && first <= sentence.last && first < at,
      ),
    };
  }
  for (let back = 1; back <= 3; back += 1) {
    const earlier = around.before(back);
    if (earlier === undefined || earlier.scene.paragraph.form === 'heading') continue;
    for (let number = earlier.sentences.length - 1; number >= 0; number -= 1) {
      const { first = 0, last = 0 } = earlier.sentences[number] ?? {};
      yield {
        paragraph: earlier,
        spoken: earlier.spoken.filter((one) => one.first >= first && one.first <= last),
      };
    }
  }
}

export function kindOf({ facts }: Before, keys: readonly string[]): string {
  const kinds = keys.map((key) => facts.infoOf(key)?.kind ?? facts.kinds.get(key));
  return kinds.every((kind) => kind === kinds[0]) ? (kinds[0] ?? 'place') : 'place';
}

/** How many paragraphs before a description what it means may stand. */
export const FAR = 40;

/** What was spoken of before a word, the last first. */
export function* earlierSpoken(at: number, { around, here }: Before): Iterable<Spoken> {
  for (let last = here.length - 1; last >= 0; last -= 1) {
    const one = here[last];
    if (one !== undefined && one.first < at) yield one;
  }
  for (let back = 1; back <= FAR; back += 1) {
    const spoken = around.spokenBefore(back);
    if (spoken === undefined) return;
    for (let last = spoken.length - 1; last >= 0; last -= 1) yield spoken[last] as Spoken;
  }
}

/** All that it is called, here and in the registry. */
export function namesOfKey({ facts }: Before, one: Spoken): readonly string[] {
  const [key = ''] = one.keys;
  const info = facts.infoOf(key);
  if (info !== undefined) return [info.name, ...info.otherNames];
  return [key.slice(key.indexOf(':') + 1)];
}

export function nameOf({ facts }: Before, key: string): string {
  return facts.infoOf(key)?.name ?? key.slice(key.indexOf(':') + 1);
}

export function namesOf(before: Before, keys: readonly string[]): string {
  return keys.map((key) => nameOf(before, key)).join(' and ');
}

export function isCountryOf({ facts }: Before, key: string): boolean {
  return facts.infoOf(key)?.classification === 'country' || [...facts.byIso.values()].includes(key);
}
