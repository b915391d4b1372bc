import { type Span, startOfLine } from '../text/index.js';
import type { Offer } from './fault-rule.js';
import { shortened } from './wording.js';

/** Which of two entries with one key is kept. `key`: the second one's. */
export function* repeatedKeyOffers(text: string, key: Span): Iterable<Offer> {
  const both = entriesOnLines(text, key) ?? entriesInBraces(text, key);
  if (both === undefined) return;
  const name = shortened(text.slice(key.start, key.end));
  yield { title: `Remove this '${name}'`, edits: [{ span: both.second, text: '' }] };
  yield { title: `Keep this '${name}', remove the first`, edits: [{ span: both.first, text: '' }] };
}

interface BothEntries {
  readonly first: Span;
  readonly second: Span;
}

/** Each on a line, with all that is indented below it. */
function entriesOnLines(text: string, key: Span): BothEntries | undefined {
  const line = startOfLine(text, key.start);
  // A key may stand in quotes.
  const [, indent] = /^( *)["']?$/.exec(text.slice(line, key.start)) ?? [];
  if (indent === undefined) return undefined;
  const name = canonical(text.slice(key.start, key.end));
  let first: number | undefined;
  for (let at = line, lines = 0; at > 0 && lines < MAX_LINES; lines += 1) {
    at = startOfLine(text, at - 1);
    const [, blank = '', words = ''] = /^( *)([^\r\n]*)/.exec(text.slice(at, at + 500)) ?? [];
    if (words === '' || words.startsWith('#')) continue;
    if (blank.length < indent.length) break;
    if (blank.length === indent.length && canonical(/^[^:]*/.exec(words)?.[0] ?? '') === name)
      first = at;
  }
  if (first === undefined) return undefined;
  return {
    first: { start: first, end: endOfEntry(text, first, indent.length) },
    second: { start: line, end: endOfEntry(text, line, indent.length) },
  };
}

/** So far above the first is looked for: each of many equal keys may look. */
const MAX_LINES = 1000;

function canonical(key: string): string {
  return key
    .trim()
    .replace(/^(["'])(.*)\1$/, '$2')
    .replaceAll('-', '_');
}

/** Past its last line that is indented more, or is a list at its place. */
function endOfEntry(text: string, start: number, indent: number): number {
  let end = start;
  for (let at = start; at < text.length; ) {
    const [line, blank = '', words = ''] = /( *)([^\r\n]*)(?:\r\n|\r|\n)?/y.exec(
      text.slice(at),
    ) ?? [''];
    const isDeeper = blank.length > indent || (blank.length === indent && words.startsWith('- '));
    if (at > start && words !== '' && !isDeeper) break;
    at += line.length;
    if (words !== '') end = at;
    if (line === '') break;
  }
  return end;
}

const MAX_BRACES = 4000;

/** In braces on one line: the second with the comma before it, the first with the comma behind it. */
function entriesInBraces(text: string, key: Span): BothEntries | undefined {
  const line = Math.max(startOfLine(text, key.start), key.start - MAX_BRACES);
  const behind = /^[^\r\n]*/.exec(text.slice(key.start, key.start + MAX_BRACES))?.[0] ?? '';
  const parts = partsAround(text.slice(line, key.start + behind.length), key.start - line);
  const name = canonical(text.slice(key.start, key.end));
  const at = parts.findIndex(
    ({ start, end }) => start <= key.start - line && key.start - line < end,
  );
  const isSame = ({ start, end }: Span): boolean =>
    canonical(/^[^:]*/.exec(text.slice(line + start, line + end))?.[0] ?? '') === name;
  const first = parts[parts.findIndex(isSame)];
  const second = parts[at];
  if (first === undefined || second === undefined || first === second) return undefined;
  return {
    first: { start: line + first.start, end: line + first.end + 1 },
    second: { start: line + second.start - 1, end: line + second.end },
  };
}

/** The entries of the braces around a place, from the brace or comma before each to the one behind it. */
function partsAround(text: string, place: number): readonly Span[] {
  const open: { readonly parts: Span[]; start: number }[] = [];
  for (const { 0: sign, index } of text.matchAll(FLOW_SIGNS)) {
    const inner = open.at(-1);
    if (sign === '{' || sign === '[') open.push({ parts: [], start: index + 1 });
    else if (/[,}\]]/.test(sign) && inner !== undefined) {
      inner.parts.push({ start: inner.start, end: index });
      inner.start = index + 1;
      if (sign === ',') continue;
      open.pop();
      const isAround = inner.parts.some(({ start, end }) => start <= place && place < end);
      if (isAround) return inner.parts;
    }
  }
  return [];
}

/** Quoted values hold signs that are none. */
const FLOW_SIGNS = /"(?:[^"\\]|\\.)*"|'(?:[^']|'')*'|[[\]{},]/g;
