import type { Span } from '../../text/index.js';
import { readAttributes } from '../attributes/read-attributes.js';
import { type InlineRange, isSpace, pastPrefix } from './inline-range.js';
import { endOfLine, isLineEnd, pastBlanks, pastGap, pastLineEnd } from './line-ends.js';
import { malformedFence } from './malformed-fence.js';
import { wordEnd } from './read-colon.js';
import {
  attach,
  beginTag,
  isSound,
  type TagDraft,
  type TagScan,
  takeAttributes,
} from './tag-scan.js';
import { walkLabel, walkTags } from './tag-walker.js';

/** Whether the colons at `at`, the first words of their line, make a record or a fence of it. */
export function isRecordLine(text: string, at: number): boolean {
  let word = at;
  while (text[word] === ':') word += 1;
  const colons = word - at;
  if (colons < 2) return false;
  const isWord = /[A-Za-z]/.test(text[word] ?? '');
  if (!isWord) return colons > 2 && isForeign(text, word);
  const end = wordEnd(text, word);
  const next = text[end] ?? '\n';
  if (next === '[' || next === '{') return true;
  const after = text[pastBlanks(text, end)] ?? '\n';
  if (colons > 2) return /[ \t\r\n]/.test(next);
  return /[{\r\n]/.test(after) && /[ \t\r\n]/.test(next);
}

/** `:::`, `::: name`, `:::{.name}`: a closing line, or another tool's way to open one. */
function isForeign(text: string, at: number): boolean {
  const after = text[pastGap(text, at)] ?? '\n';
  return /[{\r\n]/.test(after) || (/[A-Za-z]/.test(after) && text[at] !== after);
}

/**
 * Reads the record or fence whose first colon stands at `start`, which {@link isRecordLine} knows as
 * one, to the end of its last line; text beside it is read as prose. Gives that end.
 */
export function readRecord(
  scan: TagScan,
  stretch: InlineRange,
  start: number,
  container: Span | undefined,
): number {
  const { text } = scan;
  let word = start;
  while (text[word] === ':') word += 1;
  const colons = word - start;
  const end = wordEnd(text, word);
  const index = beginTag(scan, colons > 2 ? 'fence' : 'record', start, colons, end);
  const tag = scan.tags[index];
  if (tag === undefined) return stretch.end;
  tag.container = container;
  if (end === word) return foreignFence(scan, stretch, tag, word);
  const at = readParts(scan, stretch, tag, index, end);
  return readBeside(scan, stretch, tag, at);
}

/** A fence without a word of its own: it only counts for nesting. */
function foreignFence(scan: TagScan, stretch: InlineRange, tag: TagDraft, at: number): number {
  const end = endOfLine(scan.text, at, stretch.end);
  if (pastBlanks(scan.text, at) >= end) return end;
  tag.span.end = end;
  const slip = malformedFence(stretch, tag.span.start, at, end);
  if (slip !== undefined) scan.slips.push(slip);
  return end;
}

function readParts(
  scan: TagScan,
  stretch: InlineRange,
  tag: TagDraft,
  index: number,
  at: number,
): number {
  if (scan.text[at] === '[') return readLabel(scan, stretch, index, at);
  return takeAttributes(stretch, tag, at);
}

/** A label may break over lines if it closes in its paragraph; if not, it ends with its own line. */
function readLabel(scan: TagScan, stretch: InlineRange, index: number, bracket: number): number {
  const tag = scan.tags[index];
  const slips = scan.slips.length;
  const at = walkLabel(scan, stretch, bracket, index);
  if (tag === undefined || tag.label?.closed === true) return at;
  const end = endOfLine(scan.text, bracket, stretch.end);
  scan.tags.length = index + 1;
  scan.slips.length = slips;
  tag.faults.length = 0;
  walkLabel(scan, { ...stretch, end }, bracket, index);
  return end;
}

function readBeside(scan: TagScan, stretch: InlineRange, tag: TagDraft, at: number): number {
  const { text } = scan;
  const end = endOfLine(text, at, stretch.end);
  const rest = pastBlanks(text, at);
  if (rest >= end) return tag.attributes === undefined ? nextLine(stretch, tag, end) : end;
  let last = end;
  while (last > rest && isSpace(text.charCodeAt(last - 1))) last -= 1;
  if (last <= rest) return end;
  const isOpen = tag.label?.closed === false || tag.attributes?.closed === false;
  const isLost = tag.faults.some(({ code }) => code === 'wrong-brackets');
  if (!isOpen && !isLost)
    tag.faults.push({ code: 'text-beside-record', span: { start: rest, end: last } });
  return walkTags(scan, { ...stretch, end }, at);
}

/** Attributes alone on the line after a record were meant for it. */
function nextLine(stretch: InlineRange, tag: TagDraft, end: number): number {
  const { text } = stretch;
  if (end >= stretch.end || tag.label?.closed === false || !isLineEnd(text.charCodeAt(end)))
    return end;
  const open = pastPrefix(stretch, pastLineEnd(text, end), tag.span.start);
  if (open >= stretch.end || text[open] !== '{') return end;
  const reading = readAttributes(stretch, open);
  const past = endOfLine(text, reading.span.end, stretch.end);
  if (!isSound(reading) || pastBlanks(text, reading.span.end) < past) return end;
  const edits = [{ span: { start: tag.span.end, end: open }, text: '' }];
  tag.faults.push({ code: 'attributes-on-next-line', span: reading.span, edits });
  attach(tag, reading);
  return past;
}
