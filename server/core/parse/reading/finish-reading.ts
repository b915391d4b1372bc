import type { Span } from '../../text/index.js';
import type { Footnote, Link, Prose } from '../syntax.js';
import type { Reading } from './reading.js';

/** What both readers leave to be done: links and notes in the words of an image are none; bare URLs. */
export function finishReading(reading: Reading, source: string, masked: string): Reading {
  const images = reading.links.filter(({ span }) => source.charAt(span.start) === '!');
  return addBareUrls(images.length > 0 ? withoutAlt(reading, images) : reading, source, masked);
}

function withoutAlt(reading: Reading, images: readonly { readonly span: Span }[]): Reading {
  return {
    ...reading,
    links: outside(reading.links, images),
    footnotes: outside(reading.footnotes, images),
  };
}

/** Both in order of their starts. */
function outside<T extends { readonly span: Span }>(
  items: readonly T[],
  images: readonly { readonly span: Span }[],
): T[] {
  let index = 0;
  let reach = 0;
  return items.filter(({ span }) => {
    for (; (images[index]?.span.start ?? Number.POSITIVE_INFINITY) < span.start; index++) {
      reach = Math.max(reach, images[index]?.span.end ?? 0);
    }
    return span.start >= reach;
  });
}

/**
 * Adds what neither reader looks for: bare URLs, in which no tag may begin, and footnote marks without
 * a definition, which are prose to Markdown. A bare URL is `http://`, `https://` or `www.` behind no
 * letter or digit, to the next space, bracket, brace, quote, backtick or `<`, less the punctuation of
 * the sentence around it (GFM would let it run through brackets and so into a tag's attributes).
 */
function addBareUrls(reading: Reading, source: string, masked: string): Reading {
  const urls = URL_LIKE.test(masked)
    ? [...source.matchAll(URL)].map(({ index, 0: text }) => urlAt(index, text))
    : [];
  const notes = masked.includes('[^')
    ? [...masked.matchAll(NOTE)].map(({ index, 0: text }) => ({
        start: index,
        end: index + text.length,
      }))
    : [];
  if (urls.length + notes.length === 0) return reading;
  const links: Link[] = [];
  const footnotes: Footnote[] = [];
  const urlsIn = cursor(urls.filter((url) => isShown(source, masked, url)));
  const notesIn = cursor(notes);
  const prose = reading.prose.map((region) => {
    if (region.within === 'record') return region;
    const found = urlsIn(region);
    for (const span of found)
      links.push({
        span,
        form: 'autolink',
        target: { text: source.slice(span.start, span.end), span },
        label: undefined,
      });
    for (const span of notesIn(region)) {
      const label = { start: span.start + 2, end: span.end - 1 };
      const written = { text: source.slice(label.start, label.end), span: label };
      footnotes.push({ form: 'reference', span, label: written, defined: false });
    }
    return found.length === 0 ? region : { ...region, holes: sorted([...region.holes, ...found]) };
  });
  return {
    ...reading,
    prose,
    links: links.length ? bySpan([...reading.links, ...links]) : reading.links,
    footnotes: footnotes.length ? bySpan([...reading.footnotes, ...footnotes]) : reading.footnotes,
  };
}

const URL_LIKE = /:\/\/|www\./i;
const URL = /(?<![\p{L}\p{N}])(?:https?:\/\/|www\.)[^\s<>[\]{}"“”`|]+/giu;
const NOTE = /(?<![\\!])\[\^[^\s[\]\\]{1,999}\]/g;

/** Without the punctuation that belongs to the sentence; a `)` does unless the URL has its `(`. */
function urlAt(start: number, text: string): Span {
  let end = text.length;
  for (; end > 0; end--) {
    const last = text.charAt(end - 1);
    if (last === ')' && text.includes('(')) break;
    if (!/[.,:;!?'’*_~)]/.test(last)) break;
  }
  return { start, end: start + end };
}

/** Not where an attribute of a tag is masked. */
function isShown(source: string, masked: string, { start }: Span): boolean {
  return source.slice(start, start + 4) === masked.slice(start, start + 4);
}

/** Those of `spans` that lie in a region and touch none of its holes; ask in order of the regions. */
function cursor(spans: readonly Span[]): (region: Prose) => readonly Span[] {
  let index = 0;
  return ({ span, holes }) => {
    const found: Span[] = [];
    let hole = 0;
    for (; index < spans.length; index++) {
      const at = spans[index];
      if (!at || at.start >= span.end) break;
      while ((holes[hole]?.end ?? Number.POSITIVE_INFINITY) <= at.start) hole += 1;
      const covered = (holes[hole]?.start ?? Number.POSITIVE_INFINITY) < at.end;
      if (at.start >= span.start && at.end <= span.end && !covered) found.push(at);
    }
    return found;
  };
}

function sorted(spans: Span[]): Span[] {
  return spans.sort((a, b) => a.start - b.start);
}

function bySpan<T extends { readonly span: Span }>(items: T[]): T[] {
  return items.sort((a, b) => a.span.start - b.span.start || b.span.end - a.span.end);
}
