// Over 150 lines: one loop over the characters of a paragraph and what each of them does to it.
import type { Span } from '../../text/index.js';
import type { InlineRange } from './inline-range.js';
import type { TagWalker } from './open-brackets.js';
import { readColon } from './read-colon.js';
import { addSlipIfMeant } from './slips.js';
import { closeLabel, leaveLabelOpen, type TagScan, unclosedLabel } from './tag-scan.js';

/** Reads the tags of one stretch from `from` to its end, and gives that end. */
export function walkTags(scan: TagScan, stretch: InlineRange, from: number): number {
  const walker = walkerAt(scan, stretch, from);
  while (walker.at < walker.end) {
    if (walker.opened.length === 0 && !hop(walker)) break;
    step(walker);
  }
  leaveOpen(walker);
  return Math.max(walker.at, stretch.end);
}

/**
 * Reads the label of the record `tag`, whose bracket stands at `bracket`, with the tags in it.
 * Gives the place after the record, or after what was read when the label is not closed.
 */
export function walkLabel(
  scan: TagScan,
  stretch: InlineRange,
  bracket: number,
  tag: number,
): number {
  const walker = walkerAt(scan, stretch, bracket + 1);
  walker.opened.push({ bracket, tag, holder: tag, slip: undefined });
  while (walker.at < walker.end && walker.opened.length > 0) step(walker);
  leaveOpen(walker);
  return walker.at;
}

function walkerAt(scan: TagScan, stretch: InlineRange, at: number): TagWalker {
  const { text, end, holes } = stretch;
  const holeStart = holes?.[0]?.start ?? Number.POSITIVE_INFINITY;
  return { scan, stretch, text, end, at, opened: [], hole: 0, holeStart };
}

/** While nothing is open only a colon matters, or a backtick that may hide one. */
function hop(walker: TagWalker): boolean {
  const { text, stretch, at } = walker;
  let next = stretch.seek(':', at);
  if (stretch.holes === undefined) next = Math.min(next, stretch.seek('`', at));
  if (next >= walker.end) {
    walker.at = walker.end;
    return false;
  }
  let slashes = next;
  while (slashes > at && text.charCodeAt(slashes - 1) === BACKSLASH) slashes -= 1;
  walker.at = (next - slashes) % 2 === 1 ? next - 1 : next;
  return true;
}

const COLON = 58;
const OPENING = 91;
const BACKSLASH = 92;
const CLOSING = 93;
const BACKTICK = 96;

function step(walker: TagWalker): void {
  if (walker.at >= walker.holeStart && leapHole(walker)) return;
  const code = walker.text.charCodeAt(walker.at);
  if (code === COLON) readColon(walker);
  else if (code === OPENING) openPlain(walker);
  else if (code === CLOSING) close(walker);
  else if (code === BACKTICK) walker.at = pastBackticks(walker);
  else if (code === BACKSLASH) walker.at += isEscape(walker) ? 2 : 1;
  else walker.at = pastWords(walker);
}

/** Past characters that begin nothing, up to a hole. */
function pastWords({ text, at: from, end, holeStart }: TagWalker): number {
  const limit = Math.min(end, holeStart > from ? holeStart : from + 1);
  let at = from + 1;
  while (at < limit && !isSpecial(text.charCodeAt(at))) at += 1;
  return at;
}

function isSpecial(code: number): boolean {
  return (code >= OPENING && code <= CLOSING) || code === COLON || code === BACKTICK;
}

/** Out of a hole, if `at` stands in one. Holes passed by attributes are left behind here. */
function leapHole(walker: TagWalker): boolean {
  const holes = walker.stretch.holes ?? [];
  let hole: Span | undefined = holes[walker.hole];
  while (hole !== undefined && hole.end <= walker.at) {
    walker.hole += 1;
    hole = holes[walker.hole];
  }
  walker.holeStart = hole?.start ?? Number.POSITIVE_INFINITY;
  if (hole === undefined || hole.start > walker.at) return false;
  walker.at = hole.end;
  return true;
}

/** Where Markdown has been asked, code spans are holes and any other backtick is only itself. */
function pastBackticks({ stretch, scan, at, end }: TagWalker): number {
  return stretch.holes === undefined ? scan.pastCode(at, end) : at + 1;
}

function isEscape({ text, at }: TagWalker): boolean {
  const code = text.charCodeAt(at + 1);
  return (
    (code >= 33 && code <= 47) ||
    (code >= 58 && code <= 64) ||
    (code >= 91 && code <= 96) ||
    (code >= 123 && code <= 126)
  );
}

function openPlain(walker: TagWalker): void {
  const { at: bracket, opened } = walker;
  walker.at += 1;
  if (opened.length === 0) return;
  opened.push({ bracket, tag: undefined, holder: opened.at(-1)?.holder, slip: undefined });
}

function close(walker: TagWalker): void {
  const { scan, stretch, at } = walker;
  const last = walker.opened.pop();
  walker.at = at + 1;
  if (last === undefined) return;
  if (last.slip !== undefined) addSlipIfMeant(scan, last.slip, last.bracket, at);
  const tag = last.tag === undefined ? undefined : scan.tags[last.tag];
  if (tag !== undefined) walker.at = closeLabel(stretch, tag, last.bracket + 1, at);
}

/** What is still open at the end: one finding, at the outermost. */
function leaveOpen({ scan, opened, end }: TagWalker): void {
  let isOutermost = true;
  for (const { tag: index, bracket } of opened) {
    const tag = index === undefined ? undefined : scan.tags[index];
    if (tag === undefined) continue;
    leaveLabelOpen(tag, bracket + 1, end);
    if (isOutermost) unclosedLabel(tag, bracket);
    isOutermost = false;
  }
}
