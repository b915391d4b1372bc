import { readAttributes } from '../attributes/read-attributes.js';
import type { Slip } from '../syntax.js';
import type { InlineRange } from './inline-range.js';
import { isBlank, pastBlanks, pastGap } from './line-ends.js';
import { wordEnd } from './read-colon.js';
import { written } from './slips.js';
import { isSound } from './tag-scan.js';

/**
 * `::: commitment{…}` and `:::{.commitment …}`: how other tools open a block. `word` is the place after
 * the colons, `end` the end of the line.
 */
export function malformedFence(
  stretch: InlineRange,
  start: number,
  word: number,
  end: number,
): Slip | undefined {
  const first = pastGap(stretch.text, word);
  return stretch.text[first] === '{'
    ? classFence(stretch, start, word, first, end)
    : spacedFence(stretch, start, word, first, end);
}

function spacedFence(
  stretch: InlineRange,
  start: number,
  colonsEnd: number,
  first: number,
  end: number,
): Slip {
  const { text } = stretch;
  const past = wordEnd(text, first);
  const kind = written(text, first, past);
  const slip: Slip = { code: 'malformed-fence', kind, span: { start, end: past } };
  const open = pastGap(text, past);
  const gaps = [{ start: colonsEnd, end: first }];
  if (open > past && open < end) gaps.push({ start: past, end: open });
  const edits = gaps.map((span) => ({ span, text: '' }));
  return open >= end || isWholeRest(stretch, open, end) ? { ...slip, edits } : slip;
}

/** Whether nothing but sound attributes stands from `open` to the end of the line. */
function isWholeRest(stretch: InlineRange, open: number, end: number): boolean {
  if (stretch.text[open] !== '{') return false;
  const reading = readAttributes(stretch, open);
  return isSound(reading) && pastBlanks(stretch.text, reading.span.end) >= end;
}

function classFence(
  stretch: InlineRange,
  start: number,
  colonsEnd: number,
  open: number,
  end: number,
): Slip | undefined {
  const { text } = stretch;
  const dot = pastBlanks(text, open + 1);
  const past = wordEnd(text, dot + 1);
  if (text[dot] !== '.' || past === dot + 1) return undefined;
  const kind = written(text, dot + 1, past);
  const slip: Slip = { code: 'malformed-fence', kind, span: { start, end: past } };
  const { closed, faults, span } = readAttributes(stretch, open);
  const isOnlyClass = faults.every((fault) => fault.span.start === dot && fault.span.end === past);
  if (!closed || !isOnlyClass || pastBlanks(text, span.end) < end) return slip;
  let rest = past;
  while (isBlank(text.charCodeAt(rest))) rest += 1;
  const isBare = rest === span.end - 1;
  const replaced = { start: colonsEnd, end: isBare ? span.end : rest };
  return { ...slip, edits: [{ span: replaced, text: isBare ? kind.text : `${kind.text}{` }] };
}
