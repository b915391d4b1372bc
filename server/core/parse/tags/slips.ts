import { COLON_LOOKALIKES, type Span, type Written } from '../../text/index.js';
import type { Slip } from '../syntax.js';
import { beforeColon } from './before-colon.js';
import { pastGap } from './line-ends.js';
import type { TagScan } from './tag-scan.js';

/** A slip if the bracket after it holds words, and is no link, footnote or task box. */
export type PendingSlip = Slip;

/** Decides a slip whose bracket opened at `bracket` and closed at `close`. */
export function addSlipIfMeant(
  { text, slips }: TagScan,
  slip: PendingSlip,
  bracket: number,
  close: number,
): void {
  const after = text[close + 1];
  if (close === bracket + 1 || text[bracket + 1] === '^' || after === '(' || after === '[') return;
  if (close === bracket + 2 && isTaskBox(slip, text[bracket + 1])) return;
  if (isCitation(slip.kind.text, text.slice(bracket + 1, close))) return;
  slips.push(slip);
}

/** `:person [x]` can be nothing else, but `topic:[x]` may be a box somebody ticked. */
function isTaskBox(slip: PendingSlip, inside: string | undefined): boolean {
  return inside === ' ' || (slip.code === 'missing-colon' && (inside === 'x' || inside === 'X'));
}

/** `source:[1]`, `[1, 3–5]`, `[12a]`, `[iv]`, `[see p. 4]`, `[@roe2020, p. 4]`: how texts cite. A year may well be a date. */
export function isCitation(kind: string, inside: string): boolean {
  if (kind === 'date' && /^\s*\d{4}\s*$/.test(inside)) return false;
  return inside.length <= MAX_CITATION && (NUMBERS.test(inside) || /^\s*-?@[\w{]/.test(inside));
}

const MAX_CITATION = 200;
/** Arabic or Roman (but no ticked box, `[x]`, and no single capital: that may be a name). */
const NUMBER = String.raw`(?:[\p{Nd}\p{No}]+[a-z]?|(?=[xl]*[iv])[ivxl]+|[IVX]{2,})`;
/** What stands before a number that is looked up somewhere; one way to read each, so that it is linear. */
const LEADS = String.raw`(?:(?:see|cf|pp?|nn?|nos?|fn|notes?|refs?|paras?|art|ch|sec)(?:\.\s*|\s+)|§\s*)*`;
const NUMBERS = new RegExp(
  String.raw`^[\s*_^]*${LEADS}${NUMBER}(?:(?:\s*[,;、，；/–—-]\s*|\s+)${LEADS}${NUMBER})*[\s*_^]*$`,
  'u',
);

/** `person:[Pete Hegseth]`; the colon at `colon`. Lower case only: `Note:[x]` is prose. */
export function missingColon(text: string, colon: number): PendingSlip | undefined {
  let start = colon;
  while (start > 0 && /[a-z0-9_-]/.test(text[start - 1] ?? '')) start -= 1;
  if (!/[a-z]/.test(text[start] ?? '') || beforeColon(text, start) !== 'free') return undefined;
  if (COLON_LOOKALIKES.includes(text[start - 1] ?? ' ')) return undefined;
  const kind = written(text, start, colon);
  const span = { start, end: colon + 1 };
  return { code: 'missing-colon', kind, span, edits: [{ span, text: `:${kind.text}` }] };
}

/** `:person [Pete Hegseth]`, `: person[Pete]`, `::person [Pete]`, `:: person[Pete]`, `:: person{#pete}`. */
export function spacedTag(
  text: string,
  start: number,
  colons: number,
  wordEnd: number,
  bracket: number,
): PendingSlip {
  const word = { start: start + colons, end: wordEnd };
  word.start = pastGap(text, word.start);
  const gaps: readonly Span[] = [
    { start: start + colons, end: word.start },
    { start: wordEnd, end: bracket },
  ].filter((gap) => gap.end > gap.start);
  const edits = gaps.map((span) => ({ span, text: '' }));
  const span = gaps[0] ?? { start, end: bracket };
  return { code: 'space-in-tag', kind: written(text, word.start, word.end), span, edits };
}

/** `see:person[A]`: a space is missing before the colon. */
export function gluedTag(text: string, colon: number, end: number): Slip {
  const edits = [{ span: { start: colon, end: colon }, text: ' ' }];
  const kind = written(text, colon + 1, end);
  return { code: 'glued-tag', kind, span: { start: colon, end }, edits };
}

/** `… ::person[A]` in mid-line, or `::person Pete`: a record shares its line with text. */
export function besideText(text: string, start: number, end: number): Slip {
  return { code: 'text-beside-record', kind: written(text, start + 2, end), span: { start, end } };
}

/** `… :::commitment{…}` in mid-line. */
export function inlineFence(text: string, start: number, word: number, end: number): Slip {
  return { code: 'malformed-fence', kind: written(text, word, end), span: { start, end } };
}

export function written(text: string, start: number, end: number): Written {
  return { text: text.slice(start, end), span: { start, end } };
}
