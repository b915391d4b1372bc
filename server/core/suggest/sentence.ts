import { anyOf, type Language } from '../language/index.js';
import { contains, perObject, type Span } from '../text/index.js';
import { type Page, tagsIn } from '../workspace/index.js';
import { proseAt } from './prose-at.js';

/** Further than this from a place nobody reads to understand it. */
const REACH = 2000;

/** The sentence that a span of prose stands in, or the sentences. */
export function sentenceAround(page: Page, at: Span, language: Language): Span {
  const prose = proseAt(page, at);
  if (prose === undefined) return at;
  const area = {
    start: Math.max(prose.span.start, at.start - REACH),
    end: Math.max(at.end, Math.min(prose.span.end, at.end + REACH)),
  };
  let { start } = area;
  for (const end of sentenceEnds(page, area, language)) {
    if (end <= at.start) start = end;
    else if (end >= at.end) return { start, end };
  }
  return { start, end: area.end };
}

const END = /[.!?…]+["'”’)\]]*(?=\s)|[。！？]+/gu;

/** Offsets behind the full stops that end a sentence: not of initials, nor inside a name or attributes. */
function* sentenceEnds(page: Page, area: Span, language: Language): Iterable<number> {
  const tags = tagsIn(page, area).filter(
    ({ span }) => span.start < area.end && span.end > area.start,
  );
  const words = page.text.slice(area.start, area.end);
  for (const { index, 0: mark } of words.matchAll(END)) {
    const start = area.start + index;
    const stop = { start, end: start + mark.length };
    const isHidden = tags.some(
      ({ span, label, role }) =>
        contains(span, stop) &&
        (role !== 'commitment' || label === undefined || !contains(label, stop)),
    );
    const before = page.text.slice(Math.max(area.start, start - 12), start);
    const after = /\S/.exec(page.text.slice(stop.end, stop.end + 40))?.[0] ?? '';
    if (!isHidden && !shortOf(language).test(before) && !/\p{Ll}/u.test(after)) yield stop.end;
  }
}

const shortOf = perObject(
  ({ sentences: { titles, abbreviations } }: Language) =>
    new RegExp(`(?:^|[\\s.([])(?:\\p{Lu}|${anyOf([...titles, ...abbreviations])})$`, 'u'),
);
