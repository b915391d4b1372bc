import type { Span } from '../../text/index.js';
import type { OutlineItem } from './outline-item.js';

/** Something for the outline, not yet put in its place. */
export interface PlacedItem {
  readonly item: Omit<OutlineItem, 'span' | 'children'>;
  /** All of it; of a heading, its own lines. */
  readonly span: Span;
  /** Of a heading: its section runs on to the next heading that is not deeper. */
  readonly depth: number | undefined;
}

interface Open {
  readonly planted: PlacedItem;
  readonly children: OutlineItem[];
  /** Where it ends at the latest, since what holds it ends there. */
  readonly until: number;
}

/**
 * Puts things inside each other by their places; linear but for the sorting. A section that begins
 * inside of something ends with it at the latest.
 */
export function treeOf(text: string, planted: readonly PlacedItem[]): readonly OutlineItem[] {
  const sorted = planted.toSorted(
    (a, b) => a.span.start - b.span.start || b.span.end - a.span.end || sectionsFirst(a, b),
  );
  const roots: OutlineItem[] = [];
  const open: Open[] = [];
  const closeLast = (next: number): void => {
    const last = open.pop();
    if (last !== undefined) (open.at(-1)?.children ?? roots).push(closed(text, last, next));
  };
  for (const each of sorted) {
    while (isOver(open.at(-1), each)) closeLast(each.span.start);
    if (open.length >= MAX_DEPTH) continue;
    const around = open.at(-1)?.until ?? text.length;
    const until = each.depth === undefined ? Math.min(around, each.span.end) : around;
    open.push({ planted: each, children: [], until });
  }
  while (open.length > 0) closeLast(text.length);
  return roots;
}

/** Deeper than anyone writes; who reads the tree goes down into it and must come up again. */
const MAX_DEPTH = 64;

function sectionsFirst(a: PlacedItem, b: PlacedItem): number {
  return Number(b.depth !== undefined) - Number(a.depth !== undefined);
}

function isOver(open: Open | undefined, next: PlacedItem): boolean {
  if (open === undefined) return false;
  if (open.until <= next.span.start) return true;
  const { depth } = open.planted;
  return depth !== undefined && next.depth !== undefined && next.depth <= depth;
}

/** @param next where the next thing begins that is not in it */
function closed(text: string, { planted, children, until }: Open, next: number): OutlineItem {
  const { item, span, depth } = planted;
  if (depth === undefined) return { ...item, span, children };
  // A block that nobody closed runs on over blank lines.
  const least = Math.max(span.end, children.at(-1)?.span.end ?? 0);
  let end = Math.max(least, Math.min(next, until));
  while (end > least && isSpace(text.charCodeAt(end - 1))) end -= 1;
  return { ...item, span: { start: span.start, end }, children };
}

function isSpace(code: number): boolean {
  return code === 0x20 || (code >= 0x09 && code <= 0x0d);
}
