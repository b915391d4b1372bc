import type { Language, SourceText } from '../language/index.js';
import { firstAtLeast, foldSpace, type Span } from '../text/index.js';
import type { Tag } from './facts.js';
import { visitWords, type WordRegions } from './word-regions.js';

/** The words of one commitment outside the commitments nested in it, and where they stand. */
interface Speech {
  readonly area: Span;
  readonly pieces: string[];
  /** Of each piece: where it begins in the speech, and where in the text. */
  readonly places: { readonly at: number; readonly source: number }[];
  length: number;
  interrupted: boolean;
}

/**
 * The strength that the words of each commitment speak of, in the order of `areas`: in what they say
 * outside nested commitments (LANGUAGE.md, section 4).
 * @param areas labels and bodies of blocks, in reading order, the outer before the inner
 */
export function strengthsOf(
  { text, language }: SourceText,
  words: WordRegions,
  areas: readonly Span[],
): readonly Tag['read'][] {
  const speeches = areas.map(
    (area): Speech => ({ area, pieces: [], places: [], length: 0, interrupted: false }),
  );
  const open: Speech[] = [];
  let next = 0;
  const interrupt = (): void => {
    const speech = open.at(-1);
    if (speech !== undefined) speech.interrupted = true;
  };
  visitWords(words, {
    region: interrupt,
    piece(start, end) {
      for (
        let speech = speeches[next];
        speech && speech.area.start <= start;
        speech = speeches[next]
      ) {
        open.push(speech);
        next += 1;
      }
      for (let inner = open.at(-1); inner && inner.area.end <= start; inner = open.at(-1)) {
        open.pop();
        interrupt();
      }
      const speech = open.at(-1);
      if (speech !== undefined) say(speech, text, start, end);
    },
  });
  return speeches.map((speech) => readSpeech(speech, language));
}

/** Between two stretches stands a mark that no marker reaches over. */
const PAUSE = ' | ';

function say(speech: Speech, text: string, start: number, end: number): void {
  if (speech.interrupted && speech.length > 0) {
    speech.pieces.push(PAUSE);
    speech.length += PAUSE.length;
  }
  speech.interrupted = false;
  speech.pieces.push(text.slice(start, end));
  speech.places.push({ at: speech.length, source: start });
  speech.length += end - start;
}

function readSpeech(speech: Speech, language: Language): Tag['read'] {
  const said = speech.pieces.join('');
  const found = language.readStrength(said);
  if (found === undefined) return undefined;
  const span = {
    start: sourceOf(speech, found.start),
    // The end of the last character of the marker, not the start of what follows it.
    end: sourceOf(speech, found.end - 1) + 1,
  };
  const marker = foldSpace(said.slice(found.start, found.end));
  return { strength: found.strength, words: { text: marker, span } };
}

function sourceOf({ places }: Speech, at: number): number {
  const index = firstAtLeast(places, at + 1, (place) => place.at) - 1;
  const place = places[Math.max(0, index)];
  return place === undefined ? at : place.source + (at - place.at);
}
