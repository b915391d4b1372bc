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
  const closings: Span[] = [];
  for (const tag of tags) {
    if (tag.span.start < done || !isWhole(text, tag)) continue;
    if (tag.form !== 'text' && misplaced.has(tag.span.start)) continue;
    if (tag.form === 'text') {
      edits.push(...partsOf(tag));
      continue;
    }
    const lines = linesOf(text, tag.fences?.open ?? tag.span);
    if (lines === undefined) continue;
    edits.push({ span: lines, text: '' });
    done = lines.end;
    const close = tag.fences?.close && linesOf(text, tag.fences.close);
    if (close !== undefined) closings.push(close);
  }
  for (const span of closings) edits.push({ span, text: '' });
  return edits.filter(({ span }) => span.end > span.start);
}

/** Whether a tag's braces are closed, if it has any, and a block is one that its look says. */
function isWhole(text: string, { form, label, span, fences }: Tag): boolean {
  if (form === 'block' && label !== undefined) return false;
  const end = (fences?.open ?? span).end;
  if (label === undefined)
    return text[end - 1] === '}' || !text.slice(span.start, end).includes('{');
  return text[label.end] === ']' && (end === label.end + 1 || text[end - 1] === '}');
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
function linesOf(text: string, { start, end }: Span): Span | undefined {
  // By steps: what stands before a record is short, and a search for `\r` may run through all the text.
  let lineStart = start;
  while (lineStart > 0 && !/[\r\n]/.test(text[lineStart - 1] ?? '')) lineStart -= 1;
  const rest = /[^\S\r\n]*(\r\n?|\n|$)/y;
  rest.lastIndex = end;
  const found = rest.exec(text);
  if (found === null) return undefined;
  const before = text.slice(lineStart, start);
  if (/^[ \t>]*$/.test(before)) return { start: lineStart, end: rest.lastIndex };
  const next = nextInItem(text, rest.lastIndex, before);
  return { start, end: next ?? rest.lastIndex - (found[1]?.length ?? 0) };
}

/**
 * Where the next text of a list item begins, past the `>` and indent of its line; `undefined` where the
 * item has none, or where a line begins that is taken out itself.
 * @param before what stands before the words on the first line of the item
 */
function nextInItem(text: string, from: number, before: string): number | undefined {
  const quotes = before.split('>').length - 1;
  const indent = before.length - before.lastIndexOf('>') - 1;
  const blank = /[ \t>]*(?:\r\n?|\n)/y;
  blank.lastIndex = from;
  let line = from;
  while (blank.test(text)) line = blank.lastIndex;
  const own = new RegExp(`(?:[ \\t]*>){${quotes}}(?: {${indent}}|(?: {0,3}\\t)+)`, 'y');
  own.lastIndex = line;
  if (!own.test(text) || text.startsWith('::', own.lastIndex)) return undefined;
  return own.lastIndex;
}
