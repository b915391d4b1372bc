// Over 150 lines: one conversion whose parts share the anchors, the budget and the faults found.
import {
  type Alias,
  Composer,
  type Document,
  isAlias,
  isMap,
  isScalar,
  type ParsedNode,
  type YAMLMap,
  type YAMLSeq,
  type Scalar as YamlScalar,
} from 'yaml';
import { type Span, shift, type Written } from '../../text/index.js';
import type { Entry, Scalar, Value, YamlFault, YamlSyntax } from './value.js';
import { faultOfError } from './yaml-faults.js';
import { MAX_DEPTH, tokensOf } from './yaml-tokens.js';

/**
 * Reads YAML with the place of every part; spans are shifted by `at`. Scalars stay as written (`1.10`,
 * `yes`), quotes and escapes taken off; the span of a quoted one is what stands inside its quotes. What
 * YAML calls nothing (`~`, `null`) is empty.
 * What cannot be read is a fault, and the rest is read. Of a key that stands twice the first counts.
 */
export function parseYaml(text: string, at = 0): YamlSyntax {
  const comments: Written[] = [];
  const reading: Reading = { text, at, faults: [], anchors: new Map(), nodes: 0, expanded: 0 };
  const value = readFirst(reading, comments);
  return { value, faults: reading.faults.sort((a, b) => a.span.start - b.span.start), comments };
}

interface Reading {
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

function readFirst(reading: Reading, comments: Written[]): Value | undefined {
  try {
    const [first, second] = firstDocuments(reading, comments);
    if (second?.contents && !isNothing(second.contents)) faultOfSecond(reading, second);
    const contents = first?.contents;
    if (contents === null || contents === undefined || isNothing(contents)) return undefined;
    return readNode(reading, contents, 0);
  } catch (thrown) {
    const message = thrown instanceof RangeError ? TOO_DEEP : 'This file cannot be read as YAML.';
    const start = thrown instanceof RangeError ? Number(thrown.cause ?? 0) : 0;
    report(reading, { start, end: Math.min(start + 1, reading.text.length) }, message);
    return undefined;
  }
}

const TOO_DEEP = 'This is nested too deeply to be read. Remove some levels.';

function firstDocuments(reading: Reading, comments: Written[]): readonly Document.Parsed[] {
  const { text, faults, at } = reading;
  // The library looks for a key that stands twice by comparing all with all, so that is left to us.
  const composer = new Composer({ schema: 'failsafe', uniqueKeys: false, prettyErrors: false });
  const documents = [...composer.compose(tokensOf(text, at, comments), true, text.length)];
  let last = -1;
  for (const error of documents[0]?.errors ?? []) {
    // One slip makes the library complain of every token after it: the first on a line is enough.
    if (last >= 0 && !text.slice(last, error.pos[0]).includes('\n')) continue;
    last = error.pos[0];
    const fault = faultOfError(error, text);
    faults.push({ ...fault, span: shift(fault.span, at) });
  }
  return documents;
}

function faultOfSecond(reading: Reading, second: Document.Parsed): void {
  const [start] = second.range;
  const end = Math.min(start + 3, reading.text.length);
  const message =
    'A second document begins here and is not read. Remove the line --- or ... that separates it from the first.';
  report(reading, { start: Math.min(start, end), end }, message);
}

function isNothing(node: ParsedNode): boolean {
  return isScalar(node) && node.type === 'PLAIN' && node.value === '' && !node.anchor;
}

function report(reading: Reading, at: Span, message: string): void {
  reading.faults.push({ code: 'invalid-yaml', span: shift(at, reading.at), message });
}

function readNode(reading: Reading, node: ParsedNode | null, depth: number): Value {
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
  reading: Reading,
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

function entriesOf(reading: Reading, map: YAMLMap.Parsed, depth: number): readonly Entry[] {
  const entries: Entry[] = [];
  const seen = new Set<string>();
  for (const { key: node, value } of map.items) {
    const key = keyOf(reading, node);
    if (key === undefined) continue;
    if (seen.has(key.text)) {
      reading.faults.push(duplicate(key));
      continue;
    }
    seen.add(key.text);
    const end = key.span.end - reading.at;
    entries.push({
      key,
      value: value === null ? empty(reading, end) : readNode(reading, value, depth + 1),
    });
  }
  return entries;
}

function keyOf(reading: Reading, node: ParsedNode): Written | undefined {
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

function duplicate({ text, span }: Written): YamlFault {
  const message = `'${text}' is in this mapping twice. Only the first one is read. Remove one.`;
  return { code: 'duplicate-key', span, message };
}

function aliased(reading: Reading, alias: Alias.Parsed): Value {
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
function tooMuch(reading: Reading, at: Span): Value {
  if (reading.expanded !== Number.POSITIVE_INFINITY)
    report(
      reading,
      at,
      'The aliases of this file repeat too much text to be read. Write the values themselves.',
    );
  reading.expanded = Number.POSITIVE_INFINITY;
  return empty(reading, at.start);
}

function scalarOf(reading: Reading, node: YamlScalar.Parsed): Scalar {
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

function nothingAt(reading: Reading, { range }: YamlScalar.Parsed): Scalar {
  return { type: 'scalar', text: '', span: spanOf(reading, range) };
}

function empty(reading: Reading, start: number): Scalar {
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
function spanOf({ text, at }: Reading, [start, last]: readonly [number, number, number?]): Span {
  let end = Math.min(last, text.length);
  while (end > start && /\s/.test(text[end - 1] ?? '')) end -= 1;
  return shift({ start, end }, at);
}
