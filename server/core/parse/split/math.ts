import { contains, overlaps, type Span } from '../../text/index.js';
import type { Reading } from '../reading/reading.js';
import { atLineEnd, indentOf, lineFeed } from './line-columns.js';

/**
 * Finds where `$$` blocks end. A block runs from a line beginning with `$$` to the next line ending
 * with `$$`, which may be the same; one without an end is prose. Ask in order of position: the last
 * answer is kept, so that many openings cost one search.
 */
export function mathEnds(text: string): (at: number) => number | undefined {
  let from = 0;
  let known: number | undefined = -1;
  return (at) => {
    if (!text.startsWith('$$', at)) return undefined;
    if (known === undefined || (from <= at + 2 && known >= at + 4)) return known;
    from = at + 2;
    known = lineEndingInMath(text, from);
    return known;
  };
}

/** The `$$` blocks of a chunk that stand in its quotes and lists, prefixes and all. */
export function mathInContainers(text: string): readonly { start: number; end: number }[] {
  const found = [];
  const endOf = mathEnds(text);
  for (let start = 0; start < text.length; start = lineFeed(text, start) + 1) {
    const at = afterPrefix(text, start);
    const end = endOf(at);
    if (end === undefined) continue;
    found.push({ start: at, end });
    start = end - 1;
  }
  return found;
}

/** What Markdown may see of `$$` blocks: letters, so that nothing in them begins a block or a link. */
export function hideMath(text: string, blocks: readonly { start: number; end: number }[]): string {
  let result = '';
  let at = 0;
  for (const { start, end } of blocks) {
    const lines = text.slice(start, end).split('\n');
    const hidden = lines.map((line, index) => {
      const from = index === 0 ? 0 : afterPrefix(line, 0);
      return line.slice(0, from) + line.slice(from).replace(/[^\s]/g, 'x');
    });
    result += text.slice(at, start) + hidden.join('\n');
    at = end;
  }
  return result + text.slice(at);
}

const PREFIX = /[ \t]*(?:(?:>|[-+*](?=[ \t])|\d{1,9}[.)](?=[ \t]))[ \t]*)*/y;

function afterPrefix(text: string, start: number): number {
  PREFIX.lastIndex = start;
  return start + (PREFIX.exec(text)?.[0].length ?? 0);
}

function lineEndingInMath(text: string, from: number): number | undefined {
  for (let at = text.indexOf('$$', from); at >= 0; at = text.indexOf('$$', at + 1)) {
    if (atLineEnd(text, indentOf(text, at + 2).at)) return at + 2;
  }
  return undefined;
}

/** A reading without the prose of `$$` blocks: what lies in one is left out, what only touches it holed. */
export function withoutMath(reading: Reading, blocks: readonly Span[]): Reading {
  const prose = reading.prose.flatMap((region) => {
    const inside = blocks.filter((block) => overlaps(block, region.span));
    if (inside.length === 0) return region;
    if (inside.some((block) => contains(block, region.span))) return [];
    const cut = inside.map(({ start, end }) => ({
      start: Math.max(start, region.span.start),
      end: Math.min(end, region.span.end),
    }));
    const kept = region.holes.filter((hole) => !cut.some((block) => overlaps(block, hole)));
    return { ...region, holes: [...kept, ...cut].sort((a, b) => a.start - b.start) };
  });
  return { ...reading, prose };
}
