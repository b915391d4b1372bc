// Over 150 lines: one small reader whose parts share the text and the place in it.
import type { Span, Written } from '../../text/index.js';
import type { Entry, Mapping, Scalar, Value } from './value.js';
import type { YamlEntry } from './yaml-values.js';

/** One entry below a kind, without a fault and without a comment. */
export interface FastYamlLines {
  readonly entries: readonly [YamlEntry];
  readonly span: Span;
}

/**
 * Nearly all entries of a registry are an id and, below it, lines of `key: value`: words, words in quotes without escapes,
 * lists of them, or all of it in braces. Reading those here spares the YAML library, which takes ten times as long and
 * leaves a hundred times as much behind.
 * @returns what the library says of the lines of one entry below a kind; `undefined` where anything else stands in them
 */
export function readEntryFast(text: string): FastYamlLines | undefined {
  const head = matchAt(ID_LINE, text, 0);
  if (head === null) return undefined;
  const [{ length }, indent = '', id = '', gap] = head;
  const key = writtenAt(id, indent.length);
  const held = gap === undefined ? readBlock(text, length, indent.length) : readLine(text, length);
  if (held === undefined) return undefined;
  IDLE_TO_END.lastIndex = held.next;
  if (!IDLE_TO_END.test(text)) return undefined;
  return {
    entries: [{ key, value: held.value, faults: NONE }],
    span: { start: key.span.start, end: endOf(text, held.value) },
  };
}

const NONE: readonly never[] = [];

/** A value, and where reading goes on. */
interface Held<T = Value> {
  readonly value: T;
  readonly next: number;
}

const LETTERS = String.raw`\u00a1-\u1fff\u2010-\u2027\u2030-\ud7ff`;
/** Begins with a letter or digit; without `#`, and without `:` before a space: these may be YAML. */
const PLAIN = String.raw`[\dA-Za-z${LETTERS}](?:[ !"$-9;-~${LETTERS}]|:(?=[!-~${LETTERS}]))*`;
/** The same between brackets: without any of them, and without a comma. */
const IN_BRACKETS = String.raw`[\dA-Za-z${LETTERS}](?:[ !"$-+\-.\/\d;-Z\\^-z|~${LETTERS}]|:(?=[\/\w]))*`;
const KEY = `[A-Za-z${LETTERS}][\\w.${LETTERS}-]{0,60}`;
const DOUBLE = String.raw`"([ !#-[\]-~${LETTERS}]*)"`;
const SINGLE = `'([ -&(-~${LETTERS}]*)'`;

const ID_LINE = new RegExp(String.raw`( {1,40})(${KEY}):(?:\r?\n|( {1,9})(?=\S))`, 'y');
const KEY_SIGN = new RegExp(String.raw`( {2,80})(${KEY}):(?:\r?\n|( {1,9})(?=\S))`, 'y');
const KEY_INSIDE = new RegExp(String.raw`(${KEY}): {1,9}(?=\S)`, 'y');
const ITEM_SIGN = /( {1,80})- {1,9}(?=\S)/y;
const SCALAR = new RegExp(`(${PLAIN})|${DOUBLE}|${SINGLE}`, 'y');
const SCALAR_IN_BRACKETS = new RegExp(`(${IN_BRACKETS})|${DOUBLE}|${SINGLE}`, 'y');
const BLANKS = / */y;
const LINE_END = / *(?:\r?\n|$)/y;
const IDLE_TO_END = /(?:\r?\n)*$/y;
/** What YAML calls nothing is for it to say. */
const NOTHING = /^(?:null|Null|NULL)$/;
/** More keys than this are for the library, which does not compare all with all. */
const MAX_KEYS = 30;
/** Brackets in brackets. */
const MAX_DEPTH = 4;

function matchAt(pattern: RegExp, text: string, at: number): RegExpExecArray | null {
  pattern.lastIndex = at;
  return pattern.exec(text);
}

function writtenAt(text: string, start: number): Written {
  return { text, span: { start, end: start + text.length } };
}

function scalarAt(text: string, start: number): Scalar {
  return { type: 'scalar', text, span: { start, end: start + text.length } };
}

/** The lines of a mapping that stand deeper than its key. Lists are kept without the room that `push` made. */
function readBlock(text: string, from: number, above: number): Held<Mapping> | undefined {
  const entries: Entry[] = [];
  let depth = 0;
  let next = from;
  for (let sign = matchAt(KEY_SIGN, text, next); sign; sign = matchAt(KEY_SIGN, text, next)) {
    const [{ length }, indent = '', key = '', gap] = sign;
    if (depth === 0) depth = indent.length;
    if (indent.length !== depth || isRepeated(entries, key)) return undefined;
    const held =
      gap === undefined ? readItems(text, next + length, depth) : readLine(text, next + length);
    if (held === undefined) return undefined;
    entries.push({ key: writtenAt(key, next + depth), value: held.value });
    next = held.next;
  }
  const [first, last] = [entries[0], entries.at(-1)];
  if (first === undefined || last === undefined || depth <= above) return undefined;
  const span = { start: first.key.span.start, end: endOf(text, last.value) };
  return { value: { type: 'mapping', span, entries: entries.slice() }, next };
}

/** The quotes of a value count to what it stands in. */
function endOf(text: string, { type, span: { start, end } }: Value): number {
  const isQuoted = type === 'scalar' && /["']/.test(text[start - 1] ?? '');
  return isQuoted ? end + 1 : end;
}

function isRepeated(entries: readonly Entry[], key: string): boolean {
  return entries.length >= MAX_KEYS || entries.some((entry) => entry.key.text === key);
}

/** The lines of a list of words: `- a`. */
function readItems(text: string, from: number, above: number): Held | undefined {
  const items: Value[] = [];
  let depth = 0;
  let next = from;
  for (let sign = matchAt(ITEM_SIGN, text, next); sign; sign = matchAt(ITEM_SIGN, text, next)) {
    const [{ length }, indent = ''] = sign;
    if (items.length === 0) depth = indent.length;
    const held = indent.length === depth ? readScalar(SCALAR, text, next + length) : undefined;
    const end = held && lineEnd(text, held.next);
    if (held === undefined || end === undefined) return undefined;
    items.push(held.value);
    next = end;
  }
  const last = items.at(-1);
  if (last === undefined || depth < above) return undefined;
  const span = { start: from + depth, end: endOf(text, last) };
  return { value: { type: 'list', span, items: items.slice() }, next };
}

/** A value to the end of its line. */
function readLine(text: string, at: number): Held | undefined {
  const held = BRACKETS.has(text[at] ?? '')
    ? readBrackets(text, at, 0)
    : readScalar(SCALAR, text, at);
  const next = held && lineEnd(text, held.next);
  return held && next !== undefined ? { value: held.value, next } : undefined;
}

function lineEnd(text: string, at: number): number | undefined {
  LINE_END.lastIndex = at;
  return LINE_END.test(text) ? LINE_END.lastIndex : undefined;
}

const BRACKETS: ReadonlySet<string> = new Set(['[', '{']);

function readScalar(pattern: RegExp, text: string, at: number): Held | undefined {
  const found = matchAt(pattern, text, at);
  if (found === null) return undefined;
  const [{ length }, plain, double, single] = found;
  if (plain === undefined) {
    return { value: scalarAt(double ?? single ?? '', at + 1), next: at + length };
  }
  const words = plain.trimEnd();
  if (NOTHING.test(words)) return undefined;
  return { value: scalarAt(words, at), next: at + words.length };
}

/** A list or mapping in brackets, on one line. */
function readBrackets(text: string, start: number, depth: number): Held | undefined {
  if (depth === MAX_DEPTH) return undefined;
  const isMapping = text[start] === '{';
  const close = isMapping ? '}' : ']';
  const items: Value[] = [];
  const entries: Entry[] = [];
  let next = skipBlanks(text, start + 1);
  while (text[next] !== close) {
    if (isMapping) {
      const sign = matchAt(KEY_INSIDE, text, next);
      const key = sign?.[1];
      if (sign === null || key === undefined || isRepeated(entries, key)) return undefined;
      const held = readInside(text, next + sign[0].length, depth);
      if (held === undefined) return undefined;
      entries.push({ key: writtenAt(key, next), value: held.value });
      next = held.next;
    } else {
      const held = readInside(text, next, depth);
      if (held === undefined) return undefined;
      items.push(held.value);
      next = held.next;
    }
    next = skipBlanks(text, next);
    if (text[next] === close) break;
    if (text[next] !== ',') return undefined;
    next = skipBlanks(text, next + 1);
    // A comma before the bracket.
    if (text[next] === close) return undefined;
  }
  const span = { start, end: next + 1 };
  const value: Value = isMapping
    ? { type: 'mapping', span, entries: entries.slice() }
    : { type: 'list', span, items: items.slice() };
  return { value, next: next + 1 };
}

function readInside(text: string, at: number, depth: number): Held | undefined {
  return BRACKETS.has(text[at] ?? '')
    ? readBrackets(text, at, depth + 1)
    : readScalar(SCALAR_IN_BRACKETS, text, at);
}

function skipBlanks(text: string, at: number): number {
  BLANKS.lastIndex = at;
  BLANKS.test(text);
  return BLANKS.lastIndex;
}
