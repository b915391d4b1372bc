import type { Language } from '../language/index.js';
import type { Span } from '../text/index.js';
import { type Page, tagsIn } from '../workspace/index.js';

/** The words of a stretch of a text without its tags, and where each character of them stands. */
export interface Speech {
  readonly words: string;
  placeOf(at: number): number;
}

export function speechIn(page: Page, { start, end }: Span): Speech {
  const places: number[] = [];
  let words = '';
  const say = (from: number, to: number): void => {
    for (let at = from; at < to; at += 1) places.push(at);
    words += page.text.slice(from, to);
  };
  let at = start;
  for (const drop of syntaxOfTags(page, { start, end })) {
    if (drop.start > at) say(at, Math.min(drop.start, end));
    at = Math.max(at, drop.end);
  }
  if (at < end) say(at, end);
  return { words, placeOf: (index) => places[index] ?? end };
}

/** What of tags is not words, in order. */
function syntaxOfTags(page: Page, area: Span): readonly Span[] {
  const drops = tagsIn(page, area).flatMap(({ span, label }) => {
    if (span.start >= area.end || span.end <= area.start || label === undefined) return [];
    return [
      { start: span.start, end: label.start },
      { start: label.end, end: span.end },
    ];
  });
  return drops.sort((a, b) => a.start - b.start);
}

/** The last marker in some words that begins before a place in them: the nearest to a promise is about it. */
export function lastMarker(
  words: string,
  { readStrength }: Language,
  before?: number,
): { readonly start: number; readonly end: number } | undefined {
  let last: { start: number; end: number } | undefined;
  let from = 0;
  for (let tries = 0; tries < 50; tries += 1) {
    const found = readStrength(words.slice(from));
    if (found === undefined || from + found.start >= (before ?? words.length)) return last;
    last = { start: from + found.start, end: from + found.end };
    from += found.end;
  }
  return last;
}
