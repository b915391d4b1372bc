// Over 150 lines: one conversion whose parts share the anchors, the budget and the faults found.
import {
  type Alias,
  isAlias,
  isMap,
  isScalar,
  type ParsedNode,
  type YAMLMap,
  type YAMLSeq,
  type Scalar as YamlScalar,
} from 'yaml';
import { type Span, shift, type Written } from '../../text/index.js';
import type { Entry, Scalar, Value, YamlFault } from './value.js';
import { MAX_DEPTH } from './yaml-tokens.js';

/** One reading of a text: what is found on the way. */
export interface YamlReading {
  readonly text: string;
  readonly at: number;
  readonly faults: YamlFault[];
  /** By name: the value and how many nodes it stands for; `undefined` while it is being read. */
  readonly anchors: Map<string, { readonly value: Value; readonly nodes: number } | undefined>;
  /** Read so far, those that aliases stand for included. */
  nodes: number;
  /** How many nodes aliases have added. */
  expanded: number;
}

/** A thousand lines of YAML can stand for more nodes than there are atoms: what aliases add is bounded. */
const MAX_EXPANDED = 100_000;

export type YamlPair = YAMLMap.Parsed['items'][number];

export const TOO_DEEP = 'This is nested too deeply to be read. Remove some levels.';

/** @param at by how much all places are shifted */
export function readingOf(text: string, at: number): YamlReading {
  return { text, at, faults: [], anchors: new Map(), nodes: 0, expanded: 0 };
}

/** Says what cannot be read. */
export function report(reading: YamlReading, at: Span, message: string): void {
  reading.faults.push({ code: 'invalid-yaml', span: shift(at, reading.at), message });
}

/** What a node of the library says. */
export function readNode(reading: YamlReading, node: ParsedNode | null, depth: number): Value {
  reading.nodes += 1;
  if (node === null) return empty(reading, 0);
  if (isAlias(node)) return aliased(reading, node);
  const { anchor } = node;
  if (anchor === undefined) return plainValue(reading, node, depth);
  const before = reading.nodes;
  reading.anchors.set(anchor, undefined);
  const value = plainValue(reading, node, depth);
  reading.anchors.set(anchor, { value, nodes: reading.nodes - before + 1 });
  return value;
}

function plainValue(
  reading: YamlReading,
  node: YamlScalar.Parsed | YAMLMap.Parsed | YAMLSeq.Parsed,
  depth: number,
): Value {
  if (isScalar(node)) return isNull(node) ? nothingAt(reading, node) : scalarOf(reading, node);
  const span = shift({ start: node.range[0], end: endOf(node) }, reading.at);
  if (depth >= MAX_DEPTH) {
    report(reading, { start: node.range[0], end: node.range[0] + 1 }, TOO_DEEP);
    return empty(reading, node.range[0]);
  }
  if (isMap(node)) return { type: 'mapping', span, entries: entriesOf(reading, node, depth) };
  const items = node.items.map((item) => readNode(reading, item as ParsedNode, depth + 1));
  return { type: 'list', span, items };
}

function entriesOf(reading: YamlReading, map: YAMLMap.Parsed, depth: number): readonly Entry[] {
  const entries: Entry[] = [];
  const seen = new Set<string>();
  for (const { key: node, value } of map.items) {
    const key = keyOf(reading, node);
    if (key === undefined) continue;
    if (seen.has(key.text)) {
      reading.faults.push(repeatedKey(key));
      continue;
    }
    seen.add(key.text);
    entries.push({ key, value: heldValue(reading, key, value, depth) });
  }
  return entries;
}

function heldValue(
  reading: YamlReading,
  key: Written,
  value: ParsedNode | null,
  depth: number,
): Value {
  if (value === null) return empty(reading, key.span.end - reading.at);
  return readNode(reading, value, depth + 1);
}

/** An entry of a mapping, not compared with the others in it; what is wrong in its value is apart. */
export function entryAlone(
  reading: YamlReading,
  { key: node, value }: YamlPair,
  depth: number,
): readonly YamlEntry[] {
  const key = keyOf(reading, node);
  if (key === undefined) return [];
  const known = reading.faults.length;
  const held = heldValue(reading, key, value, depth);
  return [{ key, value: held, faults: inOrder(reading.faults.splice(known)) }];
}

export interface YamlEntry extends Entry {
  /** None of them counts if its key stands further up already. */
  readonly faults: readonly YamlFault[];
}

/** By place. */
export function inOrder(faults: readonly YamlFault[]): readonly YamlFault[] {
  return faults.toSorted((a, b) => a.span.start - b.span.start);
}

/** From the first of some entries of a mapping to the last. */
export function extentOf({ at }: YamlReading, pairs: readonly YamlPair[]): Span {
  const [first] = pairs;
  const last = pairs.at(-1);
  if (first === undefined || last === undefined) return { start: 0, end: 0 };
  return shift({ start: first.key.range[0], end: endOf(last.value ?? last.key) }, at);
}

function keyOf(reading: YamlReading, node: ParsedNode): Written | undefined {
  const value = isAlias(node) ? aliased(reading, node) : undefined;
  if (isScalar(node) && node.anchor)
    reading.anchors.set(node.anchor, { value: scalarOf(reading, node), nodes: 1 });
  if (isScalar(node) || value?.type === 'scalar') {
    const { text, span } = isScalar(node) ? scalarOf(reading, node) : (value as Scalar);
    return { text, span: isScalar(node) ? span : spanOf(reading, node.range) };
  }
  if (value === undefined) {
    const message = 'A list or mapping cannot be a key. Put quotes around it if it is text.';
    report(reading, { start: node.range[0], end: node.range[1] }, message);
  }
  return undefined;
}

/** Of a key that stands in a mapping already. */
export function repeatedKey({ text, span }: Written): YamlFault {
  const message = `'${text}' is in this mapping twice. Only the first one is read. Remove one.`;
  return { code: 'duplicate-key', span, message };
}

function aliased(reading: YamlReading, alias: Alias.Parsed): Value {
  const [start, end] = alias.range;
  const found = reading.anchors.get(alias.source);
  if (found === undefined) {
    const isOpen = reading.anchors.has(alias.source);
    const message = isOpen
      ? `'*${alias.source}' is inside the value that it refers to. Write the value itself.`
      : `'*${alias.source}' refers to nothing: there is no '&${alias.source}' before it.`;
    report(reading, { start, end }, message);
    return empty(reading, start);
  }
  if (reading.expanded + found.nodes > MAX_EXPANDED) return tooMuch(reading, { start, end });
  reading.expanded += found.nodes;
  reading.nodes += found.nodes;
  return found.value;
}

/** Said once; after that every alias is empty. */
function tooMuch(reading: YamlReading, at: Span): Value {
  if (reading.expanded !== Number.POSITIVE_INFINITY)
    report(
      reading,
      at,
      'The aliases of this file repeat too much text to be read. Write the values themselves.',
    );
  reading.expanded = Number.POSITIVE_INFINITY;
  return empty(reading, at.start);
}

function scalarOf(reading: YamlReading, node: YamlScalar.Parsed): Scalar {
  const [start, end] = node.range;
  const text = typeof node.value === 'string' ? node.value : node.source;
  const isQuoted = node.type === 'QUOTE_DOUBLE' || node.type === 'QUOTE_SINGLE';
  if (!isQuoted) return { type: 'scalar', text, span: spanOf(reading, node.range) };
  const isClosed = end > start + 1 && reading.text[end - 1] === reading.text[start];
  if (!isClosed) return { type: 'scalar', text, span: spanOf(reading, [start + 1, end]) };
  return { type: 'scalar', text, span: shift({ start: start + 1, end: end - 1 }, reading.at) };
}

/** Words that every reader of YAML takes for nothing, unless they stand in quotes. */
function isNull({ type, value }: YamlScalar.Parsed): boolean {
  return type === 'PLAIN' && typeof value === 'string' && /^(?:~|null|Null|NULL)$/.test(value);
}

function nothingAt(reading: YamlReading, { range }: YamlScalar.Parsed): Scalar {
  return { type: 'scalar', text: '', span: spanOf(reading, range) };
}

function empty(reading: YamlReading, start: number): Scalar {
  return { type: 'scalar', text: '', span: shift({ start, end: start }, reading.at) };
}

/** A block ends with its last entry; the library counts comments and blank lines after it as well. */
function endOf(node: ParsedNode): number {
  if (isScalar(node) || isAlias(node) || node.flow === true) return node.range[1];
  const last = isMap(node) ? node.items.at(-1) : undefined;
  const inner = isMap(node)
    ? (last?.value ?? last?.key)
    : (node.items.at(-1) as ParsedNode | undefined);
  return inner ? Math.max(node.range[0], endOf(inner)) : node.range[1];
}

/** Without the line end and blank lines that the library counts to a block. */
function spanOf(
  { text, at }: YamlReading,
  [start, last]: readonly [number, number, number?],
): Span {
  let end = Math.min(last, text.length);
  while (end > start && /\s/.test(text[end - 1] ?? '')) end -= 1;
  return shift({ start, end }, at);
}
