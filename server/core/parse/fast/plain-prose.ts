import { isCertain } from '../attributes/read-attributes.js';
import type { TagSyntax } from '../syntax.js';

/** Where words stand in a text: from where on, and whether marks of emphasis matter in all of them. */
export interface WordsPlace {
  readonly from: number;
  readonly isHeading: boolean;
}

/**
 * Whether a text, once its text tags are masked, has mere words from a place on: no line begins as a
 * block would, and outside of what `mask` covers stands no mark of Markdown and no bare URL.
 * @param tags of the text, as they are found before Markdown has been asked
 */
export function isPlainProse(
  text: string,
  tags: readonly TagSyntax[],
  { from, isHeading }: WordsPlace,
): boolean {
  const open: TagSyntax[] = [];
  let next = 0;
  let at = from;
  const first = tags[0]?.span.start ?? text.length;
  if (first < from || !(first === from || beginsWords(text, from))) return false;
  while (at >= 0 && at < text.length) {
    const tag = tags[next];
    const start = tag === undefined ? text.length : tag.span.start;
    const close = open.at(-1)?.label?.span.end ?? text.length;
    at = pastWords(text, at, Math.min(start, close), isHeading || open.length > 0);
    if (at === close) at = pastClose(text, open.pop());
    else if (at === start && tag !== undefined) {
      next += 1;
      if (tag.label !== undefined) open.push(tag);
      at = pastHead(text, tag, from);
    }
  }
  return at >= 0;
}

/** What a character is to a paragraph of words. */
const WORD = 0;
const MARK = 1;
const FEED = 2;
const DOT = 3;
const COLON = 4;
const EMPHASIS = 5;
const CLASSES = new Uint8Array(128);
for (const mark of '\\`<[]\t') CLASSES[mark.charCodeAt(0)] = MARK;
for (const mark of '*_~') CLASSES[mark.charCodeAt(0)] = EMPHASIS;
CLASSES[10] = FEED;
CLASSES[46] = DOT;
CLASSES[58] = COLON;

/** Goes on to `end`; -1: something else than words stands before it. */
function pastWords(text: string, from: number, end: number, isWritten: boolean): number {
  for (let at = from; at < end; at += 1) {
    const code = text.charCodeAt(at);
    if (code > 127) continue;
    switch (CLASSES[code]) {
      case WORD:
        continue;
      case FEED:
        // Before a tag, the line begins with a letter of its mask.
        if (at + 1 < end && !beginsWords(text, at + 1)) return -1;
        continue;
      case DOT:
        if (isWww(text, at)) return -1;
        continue;
      case COLON:
        if (text.charCodeAt(at + 1) === 47 && text.charCodeAt(at + 2) === 47) return -1;
        continue;
      case EMPHASIS:
        // Which of them are marks, only the whole paragraph tells; it matters in labels and headings.
        if (isWritten) return -1;
        continue;
      default:
        return -1;
    }
  }
  return end;
}

/** Past what is masked of a tag before its words; -1: it is a record, or its line begins with a colon. */
function pastHead(text: string, { form, label, span }: TagSyntax, from: number): number {
  if (form !== 'text') return -1;
  if (label !== undefined) return label.span.start;
  return span.start > from && !isAfterFeed(text, span.start) ? span.start : -1;
}

/** Past the bracket of a label and its attributes, where these are masked; -1: that is not clear. */
function pastClose(text: string, tag: TagSyntax | undefined): number {
  if (tag?.label === undefined) return text.length;
  const { end } = tag.label.span;
  if (!tag.label.closed) return end;
  if (isAfterFeed(text, end)) return -1;
  const braces = tag.attributes;
  if (braces === undefined || !braces.closed || !isCertain(tag.faults)) return end + 1;
  // Searching on in the text would go to its end for each tag of a long line.
  const isOnOneLine = !text.slice(braces.span.start, braces.span.end).includes('\n');
  return isOnOneLine ? braces.span.end : -1;
}

function isAfterFeed(text: string, at: number): boolean {
  return text.charCodeAt(at - 1) === 10;
}

/** Whether a line that begins here begins with a word: not blank, nor as any block but a paragraph. */
function beginsWords(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  if (code >= 48 && code <= 57) return !isMarked(text, at);
  if (code > 127) return code >= 0xa0;
  const letter = code | 32;
  // Also quotation marks and an opening parenthesis.
  return (letter >= 97 && letter <= 122) || code === 34 || code === 39 || code === 40;
}

/** Whether a number here may be that of a list item. */
function isMarked(text: string, from: number): boolean {
  let at = from;
  while (text.charCodeAt(at) >= 48 && text.charCodeAt(at) <= 57) at += 1;
  const code = text.charCodeAt(at);
  return code === 46 || code === 41;
}

function isWww(text: string, dot: number): boolean {
  for (let at = dot - 3; at < dot; at += 1) if ((text.charCodeAt(at) | 32) !== 119) return false;
  return true;
}
