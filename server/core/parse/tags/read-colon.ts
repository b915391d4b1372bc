import { beforeColon } from './before-colon.js';
import { isBlank, isLineEnd, pastGap } from './line-ends.js';
import { openSlip, openTag, type TagWalker } from './open-brackets.js';
import { besideText, gluedTag, inlineFence, isCitation, missingColon, spacedTag } from './slips.js';
import { beginTag, takeAttributes } from './tag-scan.js';

/** Decides what the colon at `walker.at` begins, and moves on. */
export function readColon(walker: TagWalker): void {
  const { text, at } = walker;
  const next = text.charCodeAt(at + 1);
  if (next === COLON) readColons(walker);
  else if (next === BRACKET) readBracket(walker, at);
  else if (isLetter(next)) readWord(walker, at);
  else readGap(walker, at);
}

/** `: person[A]`: a space too much, unless the colon belongs to the word before it. */
function readGap(walker: TagWalker, colon: number): void {
  const { text } = walker;
  walker.at = colon + 1;
  const word = pastGap(text, colon + 1);
  if (word === colon + 1 || !isLetter(text.charCodeAt(word))) return;
  if (beforeColon(text, colon) !== 'free') return;
  const end = wordEnd(text, word);
  if (end < walker.end && text.charCodeAt(end) === BRACKET)
    openSlip(walker, end, spacedTag(text, colon, 1, end, end));
}

/** Whether the bracket at `bracket` holds a citation. */
function citesAt(text: string, kind: string, bracket: number): boolean {
  const close = text.slice(bracket, bracket + 210).indexOf(']');
  return close > 0 && isCitation(kind, text.slice(bracket + 1, bracket + close));
}

function readBracket(walker: TagWalker, colon: number): void {
  walker.at = colon + 1;
  const slip = colon + 1 < walker.end ? missingColon(walker.text, colon) : undefined;
  if (slip !== undefined) openSlip(walker, colon + 1, slip);
}

const COLON = 58;
const BRACKET = 91;
const BRACE = 123;

function readWord(walker: TagWalker, colon: number): void {
  const { text, scan } = walker;
  const end = Math.min(wordEnd(text, colon + 1), walker.end);
  walker.at = end;
  const next = end < walker.end ? text.charCodeAt(end) : Number.NaN;
  if (next === COLON) return;
  const before = beforeColon(text, colon);
  if (before === 'colon') return;
  if (before === 'word') {
    if (next === BRACKET && !citesAt(text, text.slice(colon + 1, end), end))
      scan.slips.push(gluedTag(text, colon, end));
    return;
  }
  if (next === BRACKET) openTag(walker, colon, end);
  else readRest(walker, colon, end);
}

/** After a word that no bracket follows at once: a space too much, braces, or still being typed. */
function readRest(walker: TagWalker, colon: number, end: number): void {
  const { text, scan, stretch } = walker;
  const bracket = pastGap(text, end);
  if (bracket > end && bracket < walker.end && text.charCodeAt(bracket) === BRACKET) {
    openSlip(walker, bracket, spacedTag(text, colon, 1, end, bracket));
    return;
  }
  const index = beginTag(scan, 'text', colon, 1, end);
  const tag = scan.tags[index];
  if (tag === undefined) return;
  tag.parent = walker.opened.at(-1)?.holder;
  if (end >= walker.end || text.charCodeAt(end) !== BRACE) return;
  tag.faults.push({ code: 'empty-label', span: { start: colon, end } });
  walker.at = takeAttributes(stretch, tag, end);
}

/** Two or more colons: no text tag, but perhaps a record or a fence in the wrong place. */
function readColons(walker: TagWalker): void {
  const { text, at, scan } = walker;
  let end = at;
  while (text.charCodeAt(end) === COLON) end += 1;
  walker.at = Math.min(end, walker.end);
  if (beforeColon(text, at) !== 'free') return;
  const colons = end - at;
  const word = pastGap(text, end);
  if (!isLetter(text.charCodeAt(word))) return;
  const past = wordEnd(text, word);
  if (colons > 2) {
    if (text.charCodeAt(pastGap(text, past)) === BRACE)
      scan.slips.push(inlineFence(text, at, word, past));
    return;
  }
  readMisplaced(walker, at, word, past);
}

/** `::word` where no record can stand, or not written as one. */
function readMisplaced(walker: TagWalker, start: number, word: number, past: number): void {
  const { text, scan } = walker;
  const after = text.charCodeAt(past);
  const bracket = pastGap(text, past);
  const isSpaced = word > start + 2 || bracket > past;
  if (isSpaced && text.charCodeAt(bracket) === BRACKET && bracket < walker.end) {
    openSlip(walker, bracket, spacedTag(text, start, 2, past, bracket));
    return;
  }
  const opensBrace = text.charCodeAt(bracket) === BRACE && bracket < walker.end;
  if (opensBrace && isSpaced && beginsLine(walker, start)) {
    scan.slips.push(spacedTag(text, start, 2, past, bracket));
    return;
  }
  if (word > start + 2) return;
  const isBeside = after === BRACKET || after === BRACE;
  if (isBeside || (bracket > past && beginsLine(walker, start) && hasText(text, bracket)))
    scan.slips.push(besideText(text, start, past));
}

function hasText(text: string, at: number): boolean {
  return at < text.length && !isLineEnd(text.charCodeAt(at));
}

function beginsLine({ text }: TagWalker, at: number): boolean {
  let start = at;
  while (start > 0 && (isBlank(text.charCodeAt(start - 1)) || text[start - 1] === '>')) start -= 1;
  return start === 0 || isLineEnd(text.charCodeAt(start - 1));
}

export function isLetter(code: number): boolean {
  const lower = code | 32;
  return lower >= 97 && lower <= 122;
}

/** Past `[A-Za-z0-9_-]*`. */
export function wordEnd(text: string, from: number): number {
  let at = from;
  for (;;) {
    const code = text.charCodeAt(at);
    if (!isLetter(code) && !(code >= 48 && code <= 57) && code !== 95 && code !== 45) return at;
    at += 1;
  }
}
