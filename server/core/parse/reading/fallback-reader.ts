import type { Span } from '../../text/index.js';
import { proseOf } from '../fast/fast-reader.js';
import { fastScanOf, type ProseRegion } from '../fast/fast-scan.js';
import { readInlineRoughly } from '../fast/inline.js';
import { closesFence, fenceAt, headingAt, thematicAt } from '../split/block-openers.js';
import { indentOf, lineFeed, trimEnd } from '../split/line-columns.js';
import type { Heading } from '../syntax.js';
import type { Labels, Reading } from './reading.js';

/**
 * Reads a chunk that is too large for micromark, in linear time: line by line, with code fences,
 * ATX headings, records, code spans and plain links known for what they are. Lost is the rest: the marks
 * of lists, quotes, tables and inline HTML count as words, and so do indented code and blocks of HTML.
 */
export function readFallback(
  masked: string,
  source: string,
  labels: Labels,
  records: ReadonlyMap<number, number>,
): Reading {
  const scan = fastScanOf(masked, source, labels, records);
  let paragraph: Span | undefined;
  const flush = (): void => {
    if (paragraph) addRegion(scan.regions, paragraph, 'paragraph');
    paragraph = undefined;
  };
  for (let start = 0; start < masked.length; ) {
    const { at } = indentOf(masked, start);
    const feed = lineFeed(masked, start);
    const end = trimEnd(masked, Math.min(at, feed), feed);
    start = feed + 1;
    const fence = at < end ? fenceAt(masked, at) : undefined;
    const depth = headingAt(masked, at);
    const record = source.charCodeAt(at) === 58 && thematicAt(masked, at) !== undefined;
    if (at >= end || fence || depth || record) flush();
    if (at >= end) continue;
    if (fence) start = pastFence(masked, start, fence);
    else if (record) {
      const last = Math.max(end, records.get(at) ?? 0);
      addRegion(scan.regions, { start: at, end: last }, 'record');
      start = Math.max(start, lineFeed(masked, last) + 1);
    } else if (depth) {
      const content = { start: Math.min(indentOf(masked, at + depth).at, end), end };
      scan.headings.push({
        span: { start: at, end },
        depth: depth as Heading['depth'],
        content,
        top: true,
      });
      addRegion(scan.regions, content, 'heading');
    } else paragraph = { start: paragraph?.start ?? at, end };
  }
  flush();
  for (const region of scan.regions)
    if (region.within !== 'record') readInlineRoughly(scan, region);
  return {
    prose: scan.regions.map(proseOf),
    headings: scan.headings,
    links: scan.links,
    footnotes: scan.footnotes,
    html: scan.html.sort((a, b) => a.span.start - b.span.start),
    markup: scan.markup.sort((a, b) => a.start - b.start),
  };
}

function addRegion(regions: ProseRegion[], span: Span, within: ProseRegion['within']): void {
  if (span.end > span.start)
    regions.push({ span, prefixes: [], holes: [], within, box: undefined });
}

/** The start of the line after the one that closes a fence. */
function pastFence(text: string, from: number, fence: { mark: string; length: number }): number {
  for (let start = from; start < text.length; start = lineFeed(text, start) + 1) {
    if (closesFence(text, indentOf(text, start).at, fence.mark, fence.length)) {
      return lineFeed(text, start) + 1;
    }
  }
  return text.length;
}
