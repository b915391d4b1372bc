import type { Prose } from '../syntax.js';
import { cachedIndexOf } from './cached-index-of.js';
import { codeSpans } from './code-spans.js';
import { type InlineRange, paragraphEnds } from './inline-range.js';
import { contentOfLine, isBlank, isLineEnd } from './line-ends.js';
import { isRecordLine, readRecord } from './read-record.js';
import { draftsOf, type TagScan } from './tag-scan.js';
import { walkTags } from './tag-walker.js';
import { isWideColon, type Scanned, withWideSigns } from './wide-signs.js';

/**
 * Finds every candidate for a tag in the prose of one block, in reading order, the outer before the
 * inner, and what was meant as one. Spans count as those of `prose` do. Never fails; linear time.
 *
 * When `prose` is one region over the whole text without holes, Markdown has not been asked yet: then
 * blank lines and the lines of records bound the paragraphs, records are found by their place on the
 * line, and code spans by their backticks.
 */
export function scanTags(text: string, prose: readonly Prose[]): Scanned {
  return withWideSigns(text, scanSigns(text, prose), (other) => scanSigns(other, prose));
}

function scanSigns(text: string, prose: readonly Prose[]): Scanned {
  const seek = cachedIndexOf(text);
  const scan: TagScan = {
    text,
    seek,
    tags: [],
    slips: [],
    pastCode: codeSpans(text),
    paragraphEnd: paragraphEnds(text),
  };
  if (isUnread(text, prose)) scanUnread(scan);
  else scanRegions(scan, prose);
  return draftsOf(scan);
}

function isUnread(text: string, prose: readonly Prose[]): boolean {
  const [only, ...others] = prose;
  if (only === undefined || others.length > 0 || only.holes.length > 0) return false;
  return only.within === 'paragraph' && only.span.start === 0 && only.span.end === text.length;
}

/** Hops from one paragraph with a colon to the next; an escape may stand before the colon. */
function scanUnread(scan: TagScan): void {
  const { text, seek } = scan;
  let at = 0;
  while (at < text.length) {
    const from = Math.min(seek(':', at), seek('`', at));
    if (from >= text.length) return;
    const stretch: InlineRange = { text, seek, end: scan.paragraphEnd(from), holes: undefined };
    at = beginsRecord(scan, from)
      ? readRecord(scan, stretch, from, undefined)
      : walkTags(scan, stretch, at);
  }
}

function scanRegions(scan: TagScan, prose: readonly Prose[]): void {
  const { text, seek } = scan;
  let done = 0;
  for (const { span, holes, within, container } of prose) {
    const from = Math.max(done, span.start);
    const colon = seek(':', from);
    if (colon >= span.end) continue;
    // What follows on the wide colon of a record is the rest of it.
    const isFirst = colon === 0 || !isWideColon(text[colon - 1] ?? ' ');
    if (within === 'record' && isFirst && isRecordLine(text, colon)) {
      const stretch: InlineRange = { text, seek, end: scan.paragraphEnd(colon), holes: undefined };
      done = readRecord(scan, stretch, colon, container);
    } else done = walkTags(scan, { text, seek, end: span.end, holes }, from);
  }
}

/** Whether only the marks of quotes and list items, and at most three spaces, stand before `at`. */
function beginsRecord({ text }: TagScan, at: number): boolean {
  if (text[at] !== ':' || text[at + 1] !== ':' || !isRecordLine(text, at)) return false;
  let line = at;
  while (line > 0 && MAY_PRECEDE.has(text[line - 1] ?? '')) line -= 1;
  if (line > 0 && !isLineEnd(text.charCodeAt(line - 1))) return false;
  if (contentOfLine(text, line) !== at) return false;
  let spaces = at;
  while (spaces > line && isBlank(text.charCodeAt(spaces - 1))) spaces -= 1;
  return at - spaces <= 3 && !text.slice(spaces, at).includes('\t') ? true : mayIndent(text, line);
}

const MAY_PRECEDE: ReadonlySet<string> = new Set([...' \t>-+*.)0123456789']);

/** Deeper in, it can be a record only in a list item or a footnote, or behind their mark. */
function mayIndent(text: string, line: number): boolean {
  return contentOfLine(text, line) > line && CONTAINER.test(text);
}

const CONTAINER = /^[ \t>]*(?:[-+*]|\d{1,9}[.)]|\[\^[^\]\n]+\]:)(?:[ \t]|$)/m;
