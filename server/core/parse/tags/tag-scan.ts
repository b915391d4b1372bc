import { bySpan, type Span } from '../../text/index.js';
import {
  type AttributesReading,
  isCertain,
  readAttributes,
} from '../attributes/read-attributes.js';
import type { Slip, TagFault, TagSyntax } from '../syntax.js';
import type { CachedIndexOf } from './cached-index-of.js';
import type { CodeSpans } from './code-spans.js';
import { endsHeadingOrCaption } from './foreign-braces.js';
import type { InlineRange, ParagraphEnd } from './inline-range.js';
import { pastGap } from './line-ends.js';
import { lostAttributes } from './lost-attributes.js';

/** One scan under way: what it has found so far, and what it remembers so as to stay linear. */
export interface TagScan {
  readonly text: string;
  readonly seek: CachedIndexOf;
  readonly pastCode: CodeSpans;
  readonly paragraphEnd: ParagraphEnd;
  readonly tags: TagDraft[];
  readonly slips: Slip[];
}

/** A tag while its parts are still being found. */
export type TagDraft = { -readonly [Part in keyof TagSyntax]: TagSyntax[Part] } & {
  readonly span: { readonly start: number; end: number };
  readonly faults: TagFault[];
};

export function draftsOf({ tags, slips }: TagScan): { tags: TagSyntax[]; slips: Slip[] } {
  return { tags, slips: slips.sort((a, b) => bySpan(a.span, b.span)) };
}

/** Begins a tag at `start` with `colons` colons and the word up to `wordEnd`; gives its index. */
export function beginTag(
  scan: TagScan,
  form: TagSyntax['form'],
  start: number,
  colons: number,
  wordEnd: number,
): number {
  const word = { start: start + colons, end: wordEnd };
  scan.tags.push({
    form,
    span: { start, end: wordEnd },
    colons,
    kind: { text: scan.text.slice(word.start, word.end), span: word },
    label: undefined,
    attributes: undefined,
    parent: undefined,
    container: undefined,
    faults: [],
  });
  return scan.tags.length - 1;
}

/** Closes a label at its bracket and takes in the attributes after it. Gives the place to read on. */
export function closeLabel(
  stretch: InlineRange,
  tag: TagDraft,
  start: number,
  close: number,
): number {
  tag.label = { span: { start, end: close }, closed: true };
  tag.span.end = close + 1;
  if (isEmpty(stretch.text, start, close)) tag.faults.push(emptyLabel(tag, start - 1, close + 1));
  return takeAttributes(stretch, tag, close + 1);
}

function isEmpty(text: string, start: number, close: number): boolean {
  let at = start;
  while (at < close && text.charCodeAt(at) <= 32) at += 1;
  return at === close;
}

/** A record may do without a label, so there the brackets can go. */
function emptyLabel(tag: TagDraft, start: number, end: number): TagFault {
  const span = { start, end };
  if (tag.form === 'text') return { code: 'empty-label', span };
  return { code: 'empty-label', span, edits: [{ span, text: '' }] };
}

/**
 * Attributes at `at`, or after blanks when what stands there is beyond doubt attributes: a space was
 * typed where none may be. They still count as the tag's, so that one slip makes one finding. At the end of
 * a heading or a caption they are another tool's.
 */
export function takeAttributes(stretch: InlineRange, tag: TagDraft, at: number): number {
  const { text, end } = stretch;
  if (at >= end) return at;
  if (text[at] === '{') return attach(tag, readAttributes(stretch, at));
  const open = pastGap(text, at);
  if (open === at || open >= end || text[open] !== '{') return withoutBraces(text, tag, at);
  const reading = readAttributes(stretch, open);
  if (!isSound(reading) || endsHeadingOrCaption(text, tag.span.start, reading.span.end)) return at;
  const gap = { start: at, end: open };
  tag.faults.push({ code: 'space-in-tag', span: gap, edits: [{ span: gap, text: '' }] });
  return attach(tag, reading);
}

function withoutBraces(text: string, tag: TagDraft, at: number): number {
  const lost = tag.label === undefined ? undefined : lostAttributes(text, at, tag.form);
  if (lost !== undefined) tag.faults.push(lost);
  return at;
}

/** Whether the braces hold attributes and nothing else. */
export function isSound({ closed, items, faults }: AttributesReading): boolean {
  return closed && items.length > 0 && isCertain(faults);
}

export function attach(tag: TagDraft, reading: AttributesReading): number {
  const { span, closed, items, faults } = reading;
  tag.attributes = { span, closed, items };
  for (const fault of faults) tag.faults.push(fault);
  tag.span.end = span.end;
  return span.end;
}

/** A label that found no end before `end`. */
export function leaveLabelOpen(tag: TagDraft, start: number, end: number): void {
  tag.label = { span: { start, end }, closed: false };
  tag.span.end = end;
}

export function unclosedLabel(tag: TagDraft, bracket: number): void {
  const span: Span = { start: tag.span.start, end: bracket + 1 };
  tag.faults.push({ code: 'unclosed-label', span });
}
