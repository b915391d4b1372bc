// Over 150 lines: what attributes in braces may follow, one function each.
import type { Span, TextEdit } from '../../text/index.js';
import type { Slip } from '../syntax.js';
import { beforeColon } from './before-colon.js';
import { contentOfLine, isBlank, isLineEnd } from './line-ends.js';
import { attributesAt, isLink, type NearAttributes, type NearText, placeAt } from './near-place.js';
import { narrowing, openOf } from './near-signs.js';
import { isLetter } from './read-colon.js';

/** `person[Jane]{ref=x}`, `:[Jane]{ref=x}`, `[Jane]{ref=x}`, `:::{by=x}`, `:person Jane{ref=x}`, `update{of=x}`. */
export function nearBraces(near: NearText): readonly Slip[] {
  const { narrow } = near;
  // Most braces belong to a tag, behind its label.
  const labels: Slip[] = [];
  let isBehindColon = false;
  let isBehindWord = false;
  for (let open = narrow.indexOf('{'); open >= 0; open = narrow.indexOf('{', open + 1)) {
    let last = open - 1;
    while (last > open - 3 && isBlank(narrow.charCodeAt(last))) last -= 1;
    const before = narrow.charCodeAt(last);
    if (before === COLON) isBehindColon = true;
    else if (before !== BRACKET && before !== ROUND) isBehindWord = true;
    else {
      const slip = afterLabel(near, last);
      if (slip !== undefined) labels.push(slip);
    }
  }
  if (!isBehindColon && !isBehindWord) return labels;
  return [
    ...labels,
    ...(isBehindColon ? afterColons(near) : NONE),
    ...(isBehindWord ? afterWords(near) : NONE),
    ...(isBehindWord ? onLines(near) : NONE),
  ];
}

const NONE: readonly never[] = [];

const COLON = 58;
const ROUND = 41;
const BRACKET = 93;

/** Braces behind a label, which ends at `close`, that is no tag's. */
function afterLabel(near: NearText, close: number): Slip | undefined {
  const { narrow } = near;
  const place = placeAt(near, close);
  if (place === undefined) return undefined;
  const open = openOf(narrow, close, place.start);
  if (open < 0 || open === close - 1 || narrow[open + 1] === '^') return undefined;
  const wordStart = startOfWord(narrow, open, place.start);
  if (wordStart < open && !mayBeKind(narrow, wordStart)) return undefined;
  if (isLink(near, open) || placeAt(near, open) === undefined) return undefined;
  const attributes = attributesAt(near, close + 1, place.end);
  if (attributes === undefined) return undefined;
  const label = { start: open, end: close + 1 };
  if (wordStart < open) return labelled(near, wordStart, label, attributes);
  return narrow[open] === '[' ? kindless(near, place, label, attributes) : undefined;
}

/** Whether a word that begins there, before a label, may be a kind without its colon. */
function mayBeKind(narrow: string, wordStart: number): boolean {
  return isLetter(narrow.charCodeAt(wordStart)) && mayPrecede(narrow, wordStart);
}

function labelled(
  near: NearText,
  wordStart: number,
  label: Span,
  attributes: NearAttributes,
): Slip | undefined {
  const { text, narrow } = near;
  const isSquare = narrow[label.start] === '[';
  const span = { start: wordStart, end: label.start };
  const { names } = attributes;
  const slip = {
    code: 'missing-colon' as const,
    about: 'forgotten' as const,
    kind: { text: narrow.slice(span.start, span.end), span },
    span,
    names,
  };
  // In code round brackets stand everywhere: they make no text a brief.
  if (!isSquare)
    return names.some((name) => name === '#' || name === 'ref')
      ? { ...slip, weak: true }
      : undefined;
  const whole = { start: wordStart, end: attributes.span.end };
  const isRecord = names.some((name) => name === '#' || name === 'of') && isAlone(narrow, whole);
  const colons = { span: { start: wordStart, end: wordStart }, text: isRecord ? '::' : ':' };
  const isOdd = /[#@!]/.test(narrow[wordStart - 1] ?? '');
  if (isOdd || holdsWide(near, { start: label.start + 1, end: attributes.span.end })) return slip;
  return {
    ...slip,
    edits: [colons, ...narrowing(text, narrow, { start: wordStart, end: label.start + 1 })],
  };
}

/** A label and attributes without a word before them. */
function kindless(
  near: NearText,
  place: Span,
  label: Span,
  { names, span }: NearAttributes,
): Slip | undefined {
  const { narrow } = near;
  let start = label.start;
  while (start > place.start && narrow[start - 1] === ':') start -= 1;
  const colons = label.start - start;
  const refers = names.includes('ref');
  if (colons > 2 || (!refers && (colons === 0 || beforeColon(narrow, start) !== 'free')))
    return undefined;
  if (colons === 0 && /[\w\])!\\^}]/.test(narrow[start - 1] ?? '')) return undefined;
  return missingKind(start, label.start, span.end, names);
}

function missingKind(start: number, kind: number, end: number, names: readonly string[]): Slip {
  return {
    code: 'missing-kind',
    kind: { text: '', span: { start: kind, end: kind } },
    span: { start, end },
    names,
    weak: true,
  };
}

/** `:::{by=x}`, `::{of=x}`, `:{ref=x}`: colons and braces. */
function* afterColons(near: NearText): Iterable<Slip> {
  const { narrow } = near;
  for (const match of narrow.matchAll(/(?<![:;\\])(:{1,8})[ \t]?(?=\{)/g)) {
    const [whole, colons = ''] = match;
    const place = placeAt(near, match.index);
    if (place === undefined) continue;
    const isLine = beginsLine(narrow, match.index);
    if (
      colons.length > 1 ? !isLine : whole !== colons || beforeColon(narrow, match.index) !== 'free'
    )
      continue;
    const open = match.index + whole.length;
    const attributes = attributesAt(near, open, place.end);
    if (attributes === undefined) continue;
    const { names, span } = attributes;
    if (
      colons.length === 1 &&
      (!names.includes('ref') || /[\])}]/.test(narrow[match.index - 1] ?? ''))
    )
      continue;
    yield missingKind(match.index, match.index + colons.length, span.end, names);
  }
}

/** `:person Jane Doe{ref=x}`: words in no brackets. */
function* afterWords(near: NearText): Iterable<Slip> {
  const { narrow } = near;
  for (const match of narrow.matchAll(WORDS)) {
    const [whole, colon = '', word = '', gap = '', words = ''] = match;
    const place = placeAt(near, match.index);
    if (place === undefined || beforeColon(narrow, match.index) !== 'free') continue;
    const attributes = attributesAt(near, match.index + whole.length, place.end);
    if (attributes === undefined) continue;
    const from = match.index + colon.length;
    const kind = { start: from, end: from + word.length };
    const span = { start: kind.end + gap.length, end: kind.end + gap.length + words.length };
    const edits: TextEdit[] = [
      { span: { start: kind.end, end: span.start }, text: '[' },
      { span: { start: span.end, end: attributes.span.start }, text: ']' },
    ];
    yield {
      code: 'wrong-brackets',
      about: 'bare-words',
      kind: { text: word, span: kind },
      span,
      names: attributes.names,
      weak: true,
      ...(holdsWide(near, { start: match.index, end: attributes.span.end }) ? {} : { edits }),
    };
  }
}

const WORDS =
  /(?<![:;\\])(::?)([A-Za-z][\w-]*)([ \t]{1,4})((?:[^\s:;{}()[\]<>|"]+[ \t]+){0,5}[^\s:;{}()[\]<>|"]+)[ \t]?(?=\{)/g;

/** `commitment{by=x}` alone on its line. */
function* onLines(near: NearText): Iterable<Slip> {
  const { narrow } = near;
  for (const match of narrow.matchAll(LINES)) {
    const word = match[1] ?? '';
    const start = match.index + match[0].length - word.length;
    const place = placeAt(near, start);
    const attributes = place && attributesAt(near, match.index + match[0].length, place.end);
    if (attributes === undefined || !isAlone(narrow, { start, end: attributes.span.end })) continue;
    const span = { start, end: start + word.length };
    yield {
      code: 'missing-colon',
      about: 'forgotten',
      kind: { text: narrow.slice(span.start, span.end), span },
      span,
      names: attributes.names,
      weak: true,
    };
  }
}

const LINES = /^[ \t>\-+*.)\d]*([A-Za-z][\w-]*)(?=[ \t]?\{)/gm;

function startOfWord(narrow: string, end: number, from: number): number {
  let start = end;
  while (start > from && /[\w-]/.test(narrow[start - 1] ?? '')) start -= 1;
  return start;
}

/** What code and other tools write before a word is left alone; a colon was looked at before. */
function mayPrecede(narrow: string, word: number): boolean {
  if (word > 0 && /[\\:;/$&\])}~^=+<%]/.test(narrow[word - 1] ?? '')) return false;
  return beforeColon(narrow, word) === 'free';
}

function beginsLine(narrow: string, at: number): boolean {
  let start = at;
  while (start > 0 && MAY_PRECEDE.has(narrow[start - 1] ?? '')) start -= 1;
  if (start > 0 && !isLineEnd(narrow.charCodeAt(start - 1))) return false;
  return contentOfLine(narrow, start) === at;
}

/** Signs of quotes and list items. */
const MAY_PRECEDE: ReadonlySet<string> = new Set([...' \t>-+*.)0123456789']);

function isAlone(narrow: string, { start, end }: Span): boolean {
  return beginsLine(narrow, start) && /^[ \t]*(?:[\r\n]|$)/.test(narrow.slice(end, end + 200));
}

function holdsWide({ text, narrow }: NearText, { start, end }: Span): boolean {
  return text.slice(start, end) !== narrow.slice(start, end);
}
