import type { Labels, Reading } from '../reading/reading.js';
import type { Prose } from '../syntax.js';
import { fastScanOf, type ProseRegion } from './fast-scan.js';
import { readFlow } from './flow.js';
import { readInline } from './inline.js';

/**
 * Reads what briefs are mostly made of exactly as micromark would, at many times its speed:
 * paragraphs, headings, lists, quotes, tables, footnotes and definitions of the simple kind, with
 * code spans, links and escapes. `undefined` where it is not certain: then micromark reads the chunk.
 */
export function readFast(
  masked: string,
  source: string,
  labels: Labels,
  records: ReadonlyMap<number, number>,
): Reading | undefined {
  if (masked.includes('\t')) return undefined;
  const scan = fastScanOf(masked, source, labels, records);
  if (!readFlow(scan, linesOf(masked), undefined, 0)) return undefined;
  for (const region of scan.regions) {
    if (region.within === 'record') continue;
    if (region.within === 'heading' && EMPHASIS.test(textOf(masked, region))) return undefined;
    if (!readInline(scan, region)) return undefined;
    for (const prefix of region.prefixes) scan.markup.push(prefix);
  }
  const byStart = (a: { start: number }, b: { start: number }): number => a.start - b.start;
  const bySpanStart = (a: { span: { start: number } }, b: { span: { start: number } }): number =>
    byStart(a.span, b.span);
  return {
    prose: scan.regions.map(proseOf),
    headings: scan.headings,
    links: scan.links.sort(bySpanStart),
    footnotes: scan.footnotes.sort(bySpanStart),
    html: scan.html.sort(bySpanStart),
    markup: mergeHoles([], scan.markup),
  };
}

/** What may be a mark of emphasis: an underscore between letters or digits is none. */
export const EMPHASIS: RegExp = /[*~]|(?<![A-Za-z0-9])_|_(?![A-Za-z0-9])/;

function textOf(text: string, { span }: ProseRegion): string {
  return text.slice(span.start, span.end);
}

function linesOf(text: string): { from: number; start: number; end: number }[] {
  const lines = [];
  for (let start = 0; start < text.length; ) {
    const feed = text.indexOf('\n', start);
    const next = feed < 0 ? text.length : feed;
    const end = text.charCodeAt(next - 1) === 13 && next > start ? next - 1 : next;
    lines.push({ from: start, start, end });
    start = next + 1;
  }
  return lines;
}

export function proseOf({ span, prefixes, holes, within, box }: ProseRegion): Prose {
  const place = { span, holes: mergeHoles(prefixes, holes), within };
  return box ? { ...place, container: { start: box.start, end: box.end } } : place;
}

/** In order, prefixes that a code span covers left out, neighbours joined. */
function mergeHoles(
  prefixes: ProseRegion['prefixes'],
  holes: ProseRegion['holes'],
): ProseRegion['holes'] {
  if (prefixes.length === 0 && holes.length < 2) return holes;
  const sorted = [...prefixes, ...holes].sort((a, b) => a.start - b.start);
  const merged: { start: number; end: number }[] = [];
  for (const hole of sorted) {
    const last = merged.at(-1);
    if (last && hole.start <= last.end) last.end = Math.max(last.end, hole.end);
    else merged.push({ ...hole });
  }
  return merged;
}
