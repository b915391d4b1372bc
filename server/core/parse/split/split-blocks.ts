// Over 300 lines: one pass over the lines, whose cases hang on the same few fields.
import { isTopLevel, MARKDOWN_LIMIT } from '../remark/remark-reader.js';
import { closesFence, fenceAt, headingAt, markerAt, matchAt, thematicAt } from './block-openers.js';
import { type HtmlStart, htmlStart } from './html-start.js';
import { atLineEnd, indentOf, lineFeed, trimEnd } from './line-columns.js';
import { mathEnds } from './math.js';

/**
 * A piece of a text that Markdown reads alone as it would read it in the whole. `flow` may hold
 * anything; the others are exactly one block: `code` and `math` have no prose, `comment`, `hidden`
 * (script, style, …) are HTML no one reads, `html` is HTML of the other kinds.
 */
export interface Chunk {
  readonly start: number;
  /** After the last character of its last line that is not blank, without the line end. */
  readonly end: number;
  readonly text: string;
  readonly form: 'flow' | 'code' | 'math' | 'comment' | 'hidden' | 'html';
}

/**
 * Splits a text into chunks at places that are safe in any CommonMark document: where nothing is
 * open, or where a line begins a block that closes whatever is. Where that is not certain it does not
 * split; a larger chunk is always right. Lines end with LF or CRLF. Linear.
 *
 * Where a chunk begins nothing is open, so splitting may begin there, and stop there.
 * @param stopsAt asked for the start of each chunk, in order: those from there on are left out
 */
export function splitBlocks(
  text: string,
  from: number,
  stopsAt: (start: number) => boolean = () => false,
): readonly Chunk[] {
  const splitter: Splitter = {
    ...FRESH,
    text,
    chunks: [],
    start: -1,
    last: from,
    lost: false,
    mathEnd: mathEnds(text),
  };
  const { chunks } = splitter;
  let asked = 0;
  for (let at = from; at < text.length; ) {
    at = readLine(splitter, at, lineFeed(text, at)) + 1;
    for (; asked < chunks.length; asked += 1) {
      if (stopsAt(chunks[asked]?.start ?? 0)) return chunks.slice(0, asked);
    }
  }
  close(splitter, 'flow');
  return chunks;
}

interface Splitter {
  readonly text: string;
  readonly chunks: Chunk[];
  readonly mathEnd: (at: number) => number | undefined;
  /** Where the chunk being gathered begins; -1: none is. */
  start: number;
  /** The end of its last line that is not blank. */
  last: number;
  /** No paragraph is open: after a blank line, a heading, the end of a fence … */
  clean: boolean;
  /** The content column of the outermost list item or footnote that is open; 0: none. */
  item: number;
  /** That item may have been closed: the last line was its lazy continuation or something new. */
  doubt: boolean;
  /** The last line may be indented code. */
  code: boolean;
  /** A quote may go on. */
  quote: boolean;
  /** What might be a block of HTML runs to the next blank line. */
  veil: boolean;
  /** How often remark was asked about this chunk: more would not be linear. */
  asked: number;
  /** Whether a fence is open can not be told any more: all the rest is one chunk. */
  lost: boolean;
}

const FRESH = {
  clean: true,
  item: 0,
  doubt: false,
  code: false,
  quote: false,
  veil: false,
  asked: 0,
};
const CONTAINERS =
  /(?:(?:>|[-+*](?=[ \t])|\d{1,9}[.)](?=[ \t])|\[\^[^\s[\]]+\]:)[ \t]*)+(?=[-+*\d])/y;
/** Not where a text tag follows the bracket: whether it is one decides what the line is. */
const FOOTNOTE = /\[\^(?:[^\s[\]\\]|\\[[\]\\]?)+\]:(?![A-Za-z][\w-]*\[)/y;

/** Reads a line, or the block that it begins; returns the end of what it has read. */
function readLine(s: Splitter, start: number, end: number): number {
  if (!s.veil && !s.lost && beginsWord(s.text.charCodeAt(start))) return words(s, start, end);
  const { at, column } = indentOf(s.text, start);
  if (at >= end || atLineEnd(s.text, at)) return blank(s, end);
  if (s.lost) return extend(s, start, end);
  if (s.veil || (s.item > 0 && column >= (s.doubt ? 1 : s.item))) {
    const certain = !s.veil && !s.doubt;
    if (!certain && column < 4 && isOpening(s, start, end, at)) {
      return readOpening(s, start, end, at, column);
    }
    if (s.doubt && column > 3) s.code = true;
    if (s.veil) {
      s.item = 1;
      s.doubt = true;
    }
    return extend(s, start, end);
  }
  const stuck = isStuck(s, at, column);
  // Whether indented code is the first thing after a list matters to what remark makes of the next line.
  const fresh = s.clean && !stuck && (column < 4 || s.item === 0);
  if (fresh) begin(s, start);
  if (column > 3 || stuck) {
    // Or a paragraph that goes on; which of them, is for remark to say.
    s.code = column > 3;
    s.quote ||= s.text.charAt(at) === '>';
    if (stuck || !fresh) s.item = Math.min(s.item, 1) || (stuck ? 1 : 0);
    return plain(s, start, end);
  }
  s.code = false;
  return readOpening(s, start, end, at, column);
}

/**
 * Where remark differs from CommonMark: it takes an empty list item, or one numbered other than 1, for
 * text also inside the marker that has just interrupted a paragraph, after indented code (blank lines
 * or not), and an empty one after a list. There the chunk goes on, and remark has the word.
 */
function isStuck(s: Splitter, at: number, column: number): boolean {
  if (thematicAt(s.text, at)) return false;
  const first = markerAt(s.text, at, column);
  if (s.clean && !s.code) return first?.empty === true && s.item > 0;
  if (s.code && first) return true;
  const inside = matchAt(CONTAINERS, s.text, at)?.[0].length ?? 0;
  return inside > 0 && markerAt(s.text, at + inside, 0)?.bold === false;
}

function readOpening(s: Splitter, start: number, end: number, at: number, column: number): number {
  switch (s.text.charCodeAt(at)) {
    case 35: // #
      return headingAt(s.text, at) ? whole(s, start, end, 'flow') : plain(s, start, end);
    case 62: // >
      if (!s.quote) begin(s, start);
      s.quote = true;
      return extend(s, start, end);
    case 60: // <
      return readHtml(s, start, end, htmlStart(s.text, at));
    case 96: // `
    case 126: // ~
      return readFence(s, start, end, at);
    case 36: // $
      return whole(s, start, s.mathEnd(at), 'math') || plain(s, start, end);
    case 91: // [
      return readFootnote(s, start, end, at);
    default:
      return readMarker(s, start, end, at, column);
  }
}

function readMarker(s: Splitter, start: number, end: number, at: number, column: number): number {
  const thematic = thematicAt(s.text, at);
  if (thematic) {
    // `---` below a paragraph makes it a heading.
    const heading = !s.clean && thematic === 'tight' && s.text.charCodeAt(at) === 45;
    return heading ? plain(s, start, end) : whole(s, start, end, 'flow');
  }
  const marker = markerAt(s.text, at, column);
  if (!marker) return plain(s, start, end);
  const sibling = s.item > 0 && !s.doubt && !marker.empty;
  const certain = s.clean || marker.bold || sibling;
  if (certain) begin(s, start);
  s.item = certain ? marker.content : 1;
  s.doubt = !certain || marker.empty;
  return extend(s, start, end);
}

function readFootnote(s: Splitter, start: number, end: number, at: number): number {
  if (!s.text.startsWith('[^', at)) return plain(s, start, end);
  const certain = matchAt(FOOTNOTE, s.text, at) !== null;
  if (certain) begin(s, start);
  s.item = certain ? 4 : 1;
  s.doubt = !certain;
  return extend(s, start, end);
}

function readFence(s: Splitter, start: number, end: number, at: number): number {
  const fence = fenceAt(s.text, at);
  if (!fence) return plain(s, start, end);
  let line = end;
  while (line < s.text.length) {
    const inner = indentOf(s.text, line + 1);
    line = lineFeed(s.text, line + 1);
    if (inner.column < 4 && closesFence(s.text, inner.at, fence.mark, fence.length)) break;
  }
  return whole(s, start, line, 'code');
}

function readHtml(s: Splitter, start: number, end: number, html: HtmlStart | undefined): number {
  if (!html) return plain(s, start, end);
  if (html.end) {
    html.end.lastIndex = html.from;
    const found = html.end.exec(s.text);
    return whole(
      s,
      start,
      found ? lineFeed(s.text, found.index) : s.text.length,
      html.form as Chunk['form'],
    );
  }
  if (!html.timid || s.clean) return whole(s, start, blankLineAfter(s.text, end), 'html');
  s.veil = true;
  return plain(s, start, end);
}

/** The end of the last line before the next blank one. */
function blankLineAfter(text: string, end: number): number {
  let line = end;
  while (line < text.length && !atLineEnd(text, indentOf(text, line + 1).at))
    line = lineFeed(text, line + 1);
  return line;
}

/**
 * Whether a line, in doubt, begins a block that would swallow the lines below it. An indented fence is
 * of the list item above or of the top level; how far it reaches depends on that, so remark is asked.
 */
function isOpening(s: Splitter, start: number, end: number, at: number): boolean {
  if (s.text.charAt(at) === '>') s.quote = true;
  const html = htmlStart(s.text, at);
  if (html && !html.end) s.veil = true;
  if (!html?.end && !fenceAt(s.text, at) && s.mathEnd(at) === undefined) return false;
  s.asked += 1;
  const chunk = s.text.slice(s.start, Math.min(end, s.start + MARKDOWN_LIMIT));
  // A record is no text to remark when it is masked; here it would be.
  if (s.asked > 8 || chunk.length === MARKDOWN_LIMIT || chunk.includes('::')) s.lost = true;
  return !s.lost && isTopLevel(chunk, at - s.start) && start > s.start;
}

/** Whether a line that begins with this character is text, or goes on with what was text before. */
function beginsWord(code: number): boolean {
  const letter = code | 32;
  return (letter >= 97 && letter <= 122) || code === 58 || code >= 0xa0;
}

/** A line of text without an indent: most lines there are. */
function words(s: Splitter, start: number, end: number): number {
  if (s.clean) begin(s, start);
  s.code = false;
  return plain(s, start, end);
}

/** A line without an opening: text, or whatever else belongs to the block before. */
function plain(s: Splitter, start: number, end: number): number {
  if (s.item > 0) s.doubt = true;
  return extend(s, start, end);
}

function blank(s: Splitter, end: number): number {
  s.clean = true;
  s.quote = false;
  s.veil = false;
  return end;
}

function extend(s: Splitter, start: number, end: number): number {
  if (s.start < 0) s.start = start;
  s.last = end;
  s.clean = false;
  return end;
}

/** Ends the chunk before and begins one at `start`, with nothing open. */
function begin(s: Splitter, start: number): void {
  if (start > s.start) close(s, 'flow');
  s.start = start;
  s.clean = true;
  s.item = 0;
  s.doubt = false;
  s.code = false;
  s.quote = false;
  s.veil = false;
  s.asked = 0;
}

/** A block of its own from `start` to the end of the line at `end`; 0 when there is no end. */
function whole(s: Splitter, start: number, end: number | undefined, form: Chunk['form']): number {
  if (end === undefined) return 0;
  begin(s, start);
  s.last = lineFeed(s.text, end);
  close(s, form);
  return lineFeed(s.text, end);
}

function close(s: Splitter, form: Chunk['form']): void {
  if (s.start < 0) return;
  const { start, text } = s;
  const end = Math.max(trimEnd(text, start, s.last), start);
  s.chunks.push({ start, end, text: text.slice(start, end), form });
  s.start = -1;
}
