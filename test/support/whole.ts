// The reading of a text in one piece, to hold the reading in blocks against.

import type { Block, Syntax } from '../../server/core/parse/index.js';
import { finishReading } from '../../server/core/parse/reading/finish-reading.js';
import { NO_LABELS } from '../../server/core/parse/reading/reading.js';
import { readMarkdown } from '../../server/core/parse/remark/remark-reader.js';
import { mask } from '../../server/core/parse/tags/mask.js';
import { scanTags } from '../../server/core/parse/tags/scan-tags.js';
import type { Span } from '../../server/core/text/index.js';

type Held = Pick<Block, 'prose' | 'headings' | 'links' | 'footnotes' | 'tags'>;

/** A copy of `value` with every span in it moved by `by`. */
function shifted<T>(value: T, by: number): T {
  return JSON.parse(JSON.stringify(value), (key, at: unknown) =>
    (key === 'start' || key === 'end') && typeof at === 'number' ? at + by : at,
  ) as T;
}

/** What the blocks of a text hold, in offsets of the text. */
export function sumOf({ blocks }: Syntax): Held {
  const all = <K extends keyof Held>(key: K): Held[K] =>
    blocks.flatMap(({ at, block }) => shifted<readonly unknown[]>(block[key], at)) as never;
  return {
    prose: all('prose'),
    headings: all('headings'),
    links: all('links'),
    footnotes: all('footnotes'),
    tags: all('tags'),
  };
}

/** Reads the whole text at once with micromark, with the tags masked that `syntax` has. */
export function readWhole(text: string, syntax: Syntax): Held {
  const tags = sumOf(syntax).tags;
  const masked = mask(text, tags);
  const records = new Map<number, number>();
  for (const { form, span } of tags)
    if (form !== 'text') records.set(span.start, lineEnd(text, span));
  const reading = finishReading(readMarkdown(masked, text, NO_LABELS, records), text, masked);
  const { prose, headings, links, footnotes } = JSON.parse(JSON.stringify(reading));
  return {
    prose,
    headings,
    links,
    footnotes,
    tags: JSON.parse(JSON.stringify(scanTags(text, prose).tags)),
  };
}

function lineEnd(text: string, { start, end: from }: Span): number {
  let end = text.indexOf('\n', from);
  if (end < 0) end = text.length;
  while (end > start && /[ \t\r]/.test(text.charAt(end - 1))) end -= 1;
  return end;
}
