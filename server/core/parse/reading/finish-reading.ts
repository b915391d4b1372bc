import type { Span } from '../../text/index.js';
import { addBareUrls } from './bare-urls.js';
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
