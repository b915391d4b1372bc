import type { Fault, Tag } from '../brief/index.js';
import { firstAtLeast, type Span, startOfLine, type TextEdit } from '../text/index.js';
import type { Page } from '../workspace/index.js';
import type { Offer } from './fault-rule.js';

/** A record and the words beside it parted, or the record made a part of its sentence. */
export function* recordOffers(page: Page, _: unknown, fault: Fault): Iterable<Offer> {
  const record = recordOf(page, fault);
  if (record === undefined) return;
  const apart = partingEdits(page.text, record);
  if (apart.length > 0) yield { title: 'Put the record on a separate line', edits: apart };
  const colon = { start: record.start, end: record.start + 1 };
  yield { title: 'Write it with one colon, in the sentence', edits: [{ span: colon, text: '' }] };
}

/** The record that was read before the words, or what looks like one between them. */
function recordOf(page: Page, { span }: Fault): Span | undefined {
  const { text, facts } = page;
  if (text.startsWith('::', span.start)) {
    const whole = RECORD.exec(text.slice(span.start, span.start + MAX_LENGTH));
    return whole === null ? undefined : { start: span.start, end: span.start + whole[0].length };
  }
  const next = firstAtLeast(facts.tags, span.start, (tag) => tag.span.start);
  const before = (tag: Tag): boolean => tag.form === 'record' && tag.span.end <= span.start;
  return facts.tags.slice(Math.max(0, next - MAX_NESTED), next).findLast(before)?.span;
}

const RECORD = /^::[\w-]+(?:\[[^[\]\r\n]*\](?:\{[^{}\r\n]*\})?|\{[^{}\r\n]*\})/;
const MAX_LENGTH = 500;
const MAX_NESTED = 20;

/** A blank line in place of the blanks before and behind a record, with what quotes and lists begin a line with. */
function partingEdits(text: string, { start, end }: Span): readonly TextEdit[] {
  const before = text.slice(startOfLine(text, start, MAX_LENGTH), start);
  const behind = /^[^\r\n]*/.exec(text.slice(end, end + MAX_LENGTH))?.[0] ?? '';
  const opening = /^[ \t>]*(?:(?:[-*+]|\d{1,9}[.)])[ \t]+)?/.exec(before)?.[0] ?? '';
  const indent = opening.replace(/[^>\t]/g, ' ');
  const lineBreak = /\r\n|\r|\n/.exec(text.slice(0, MAX_TEXT))?.[0] ?? '\n';
  const gap = lineBreak + indent.trimEnd() + lineBreak + indent;
  const edits: TextEdit[] = [];
  if (before.length > opening.length)
    edits.push({ span: { start: start - blanksAtEnd(before), end: start }, text: gap });
  if (behind.trim() !== '')
    edits.push({ span: { start: end, end: end + blanksAtStart(behind) }, text: gap });
  return edits;
}

const MAX_TEXT = 2000;

function blanksAtEnd(words: string): number {
  return words.length - words.trimEnd().length;
}

function blanksAtStart(words: string): number {
  return words.length - words.trimStart().length;
}
