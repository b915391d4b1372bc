import { applyEdits, type Span, type TextEdit } from '../text/index.js';
import type { Facts, Tag } from './facts.js';

/** The text without its tags, byte for byte what it was before they were put in (LANGUAGE.md, section 10). */
export function strip(text: string, facts: Facts): string {
  return applyEdits(text, stripEdits(text, facts));
}

/**
 * The edits that take the tags of known kinds out: of words the words stay; lines of records and fences
 * go with their line ends, and with the `>` or indent before them; the mark of a list item stays, before
 * the text that comes next in it. A tag that is broken beyond its brackets
 * (an open brace, words beside a record, a record or block of a kind that has none) stays for its author.
 */
export function stripEdits(text: string, { tags, faults }: Facts): readonly TextEdit[] {
  const misplaced = new Set(
    faults.filter(({ rule }) => rule === 'wrong-form').map(({ span }) => span.start),
  );
  const edits: TextEdit[] = [];
  let done = 0;
  const lines: Lines[] = [];
  for (const tag of tags) {
    if (tag.span.start < done || !isWhole(text, tag)) continue;
    if (tag.form !== 'text' && misplaced.has(tag.span.start)) continue;
    if (tag.form === 'text') {
      edits.push(...partsOf(tag));
      continue;
    }
    const opening = linesOf(text, tag.fences?.open ?? tag.span);
    if (opening === undefined) continue;
    lines.push(opening);
    done = opening.span.end;
    const close = tag.fences?.close && linesOf(text, tag.fences.close);
    if (close !== undefined) lines.push(close);
  }
  lines.sort((a, b) => a.span.start - b.span.start);
  for (const span of joinItems(text, lines)) edits.push({ span, text: '' });
  return edits.filter(({ span }) => span.end > span.start);
}

/** Whether a tag's braces are closed, if it has any, and a block is one that its look says. */
function isWhole(text: string, { form, label, span, fences }: Tag): boolean {
  if (form === 'block' && label !== undefined) return false;
  const end = (fences?.open ?? span).end;
  if (label === undefined)
    return isBraceEnd(text[end - 1]) || !text.slice(span.start, end).includes('{');
  if (!isLabelEnd(text[label.end])) return false;
  return end === label.end + 1 || isBraceEnd(text[end - 1]);
}

/** With the twins that a Chinese or Japanese keyboard writes. */
function isLabelEnd(sign = ''): boolean {
  return /[\]］】〕」）]/.test(sign);
}

function isBraceEnd(sign = ''): boolean {
  return /[}｝」』]/.test(sign);
}

function partsOf({ span, label }: Tag): readonly TextEdit[] {
  if (label === undefined) return [];
  return [
    { span: { start: span.start, end: label.start }, text: '' },
    { span: { start: label.end, end: span.end }, text: '' },
  ];
}

/**
 * The whole lines that a record or fence stands on, without the mark of a list item before it; `undefined`
 * if something else stands there after it.
 */
function linesOf(text: string, { start, end }: Span): Lines | undefined {
  // By steps: what stands before a record is short, and a search for `\r` may run through all the text.
  let lineStart = start;
  while (lineStart > 0 && !/[\r\n]/.test(text[lineStart - 1] ?? '')) lineStart -= 1;
  const rest = /[^\S\r\n]*(\r\n?|\n|$)/y;
  rest.lastIndex = end;
  const found = rest.exec(text);
  if (found === null) return undefined;
  const next = rest.lastIndex;
  const mark = text.slice(lineStart, start);
  if (/^[ \t>]*$/.test(mark))
    return { span: { start: lineStart, end: next }, mark: undefined, next };
  return { span: { start, end: next - (found[1]?.length ?? 0) }, mark, next };
}

interface Lines {
  /** What goes. */
  readonly span: Span;
  /** What stands before it on its line, where that is the mark of a list item. */
  readonly mark: string | undefined;
  /** Where the next line begins. */
  readonly next: number;
}

/** What goes, of list items that lose their first line all before their next text. */
function joinItems(text: string, all: readonly Lines[]): readonly Span[] {
  const spans: Span[] = [];
  for (let index = 0; index < all.length; index += 1) {
    const one = all[index];
    if (one === undefined) break;
    const joined = one.mark === undefined ? undefined : joinItem(text, all, index, one.mark);
    spans.push(joined?.span ?? one.span);
    index += joined?.others ?? 0;
  }
  return spans;
}

/**
 * From the first line of a list item to its next text, past lines that are blank or go too, with how many
 * those are; `undefined` where no text of the item follows.
 */
function joinItem(
  text: string,
  all: readonly Lines[],
  first: number,
  mark: string,
): { readonly span: Span; readonly others: number } | undefined {
  const { start } = all[first]?.span ?? { start: 0 };
  const { blank, own } = itemLines(mark);
  let end = all[first]?.next ?? 0;
  let others = 0;
  for (;;) {
    end = pastAll(blank, text, end);
    const other = all[first + others + 1];
    if (other?.span.start !== end || other.mark !== undefined) break;
    end = other.span.end;
    others += 1;
  }
  own.lastIndex = end;
  return own.test(text) ? { span: { start, end: own.lastIndex }, others } : undefined;
}

/**
 * How the further lines of a list item begin: blank ones, and those of its text.
 * @param mark what stands before the words on its first line
 */
function itemLines(mark: string): { readonly blank: RegExp; readonly own: RegExp } {
  const quotes = String.raw`(?:[ \t]*>){${mark.split('>').length - 1}}`;
  const indent = mark.length - mark.lastIndexOf('>') - 1;
  return {
    blank: new RegExp(String.raw`${quotes}[ \t]*(?:\r\n?|\n)`, 'y'),
    own: new RegExp(String.raw`${quotes}(?: {${indent}}|(?: {0,3}\t)+)`, 'y'),
  };
}

function pastAll(blank: RegExp, text: string, from: number): number {
  let past = from;
  blank.lastIndex = from;
  while (blank.test(text)) past = blank.lastIndex;
  return past;
}
