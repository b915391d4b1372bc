import { MAX_PARTS } from '../plan/thread-options.js';

/** Whether a value read from JSON has a shape. */
type Shape = (value: unknown) => boolean;

const text: Shape = (value) => typeof value === 'string';
const flag: Shape = (value) => typeof value === 'boolean';
const count: Shape = (value) => Number.isInteger(value) && Number(value) >= 0;

function oneOf(...words: readonly string[]): Shape {
  return (value) => typeof value === 'string' && words.includes(value);
}

function listOf(item: Shape): Shape {
  return (value) => Array.isArray(value) && value.every(item);
}

function maybe(shape: Shape): Shape {
  return (value) => value === undefined || shape(value);
}

function record(properties: Readonly<Record<string, Shape>>): Shape {
  const all = Object.entries(properties);
  return (value) => isObject(value) && all.every(([name, shape]) => shape(value[name]));
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

const point = record({ line: count, column: count, byte: count, offset: count });
const place = { file: text, range: record({ start: point, end: point }) };

const finding = record({
  ...place,
  rule: text,
  severity: oneOf('error', 'warning', 'info', 'hint'),
  message: text,
  related: listOf(record({ ...place, message: text })),
  fixes: listOf(record({ title: text, certain: flag, edits: listOf(record({ ...place, text })) })),
  source: record({ text, from: count }),
  words: text,
  state: oneOf('open', 'suppressed', 'known'),
  reason: maybe(text),
  lineHash: maybe(text),
});

const file = record({
  file: text,
  role: oneOf('brief', 'registry', 'document'),
  findings: listOf(finding),
  failOn: maybe(text),
});

const workspace = record({ folder: text, maxWarnings: maybe(count), files: listOf(text) });

const shard = record({ part: count, of: count, workspaces: listOf(workspace) });

const run = record({
  shard,
  version: text,
  today: text,
  files: listOf(file),
  paths: listOf(text),
  briefs: oneOf('not-asked', 'tagged', 'named', 'unchanged'),
  prefix: text,
  problems: maybe(listOf(record({ message: text, grave: flag }))),
  fixed: maybe(record({ findings: count, files: count })),
});

/** Whether a JSON document is the report of a part, with all that is read of it. */
export function isPartOfCheck(document: unknown): document is { readonly shard: unknown } {
  if (!isObject(document) || !isObject(document.tool) || document.tool.name !== 'rapporteur')
    return false;
  if (!run(document.shard)) return false;
  const { part, of } = (document.shard as { shard: { part: number; of: number } }).shard;
  return part > 0 && part <= of && of <= MAX_PARTS;
}
