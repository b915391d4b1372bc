import { type Entry, type Mapping, type Value, yamlScalar } from '../../parse/index.js';
import type { TextEdit } from '../../text/index.js';

/** What is to be defined. */
export interface NewEntry {
  readonly kind: string;
  readonly id: string;
  readonly name: string;
  /** What else is to be said of it, each value as YAML between braces. */
  readonly attributes?: readonly (readonly [name: string, yaml: string])[];
}

/** A registry that begins with this entry. */
export function newFile(entry: NewEntry): string {
  const { kind, id } = entry;
  return [`${kind}:`, `  ${id}:`, ...attributeLines(entry, '    '), ''].join('\n');
}

/** The lines of an entry below its id. */
function attributeLines({ name, attributes = [] }: NewEntry, indent: string): readonly string[] {
  return [
    `${indent}name: ${yamlScalar(name)}`,
    ...attributes.map(([key, yaml]) => `${indent}${key}: ${yaml}`),
  ];
}

/** Ways to add an entry below a kind that is there; the first that can be read is right. */
export function* entryEdits(
  text: string,
  kind: Entry,
  entry: NewEntry,
): Iterable<readonly TextEdit[]> {
  const { value } = kind;
  if (value.type === 'mapping' && isFlow(text, value))
    yield [inFlow(text, value, flowEntry(entry))];
  else if (value.type === 'mapping') yield [afterLast(text, kind, value, entry)];
  else yield* belowKey(text, kind, entry);
}

/** Ways to add a kind with an entry to a registry that has none of it. */
export function* kindEdits(
  text: string,
  top: Mapping | undefined,
  entry: NewEntry,
): Iterable<readonly TextEdit[]> {
  const flow = `${entry.kind}: { ${flowEntry(entry)} }`;
  if (top !== undefined && isFlow(text, top)) {
    yield [inFlow(text, top, flow)];
    return;
  }
  const eol = eolOf(text);
  const [first] = top?.entries ?? [];
  const indent = first === undefined ? '' : indentAt(text, first.key.span.start);
  const block = blockLines(entry, { indent, step: stepOf(text, top), eol });
  const end = text.trimEnd().length;
  const gap = end === 0 ? '' : eol + (isSpacious(text, top) || top === undefined ? eol : '');
  // A text that ended without a line end is given one.
  const last = end === text.length ? eol : '';
  yield [insert(end, `${gap}${block}${last}`)];
  const lastEntry = top?.entries.at(-1);
  if (lastEntry === undefined) return;
  yield [insert(lineEndAt(text, endOfEntry(lastEntry)), `${eol}${block}`)];
}

interface Manner {
  readonly indent: string;
  readonly step: string;
  readonly eol: string;
}

function blockLines(entry: NewEntry, { indent, step, eol }: Manner): string {
  const lines = [
    `${indent}${entry.kind}:`,
    `${indent}${step}${entry.id}:`,
    ...attributeLines(entry, `${indent}${step}${step}`),
  ];
  return lines.join(eol);
}

/** On new lines behind the last entry of its kind, written as that one is. */
function afterLast(text: string, kind: Entry, value: Mapping, entry: NewEntry): TextEdit {
  const last = value.entries.at(-1) ?? kind;
  const eol = eolOf(text);
  const indent = indentAt(text, value.entries[0]?.key.span.start ?? value.span.start);
  const step =
    stepBelow(text, last) ?? (indent.slice(indentAt(text, kind.key.span.start).length) || '  ');
  const isOneLine = last.value.type === 'mapping' && isFlow(text, last.value);
  const written = isOneLine
    ? `${indent}${flowEntry(entry)}`
    : [`${indent}${entry.id}:`, ...attributeLines(entry, `${indent}${step}`)].join(eol);
  const gap = isSpacious(text, value) ? eol : '';
  return insert(lineEndAt(text, endOfEntry(last)), `${eol}${gap}${written}`);
}

/** Under a key without a value, or with `~` for one; what else stands there is somebody's words. */
function* belowKey(
  text: string,
  { key, value }: Entry,
  entry: NewEntry,
): Iterable<readonly TextEdit[]> {
  const eol = eolOf(text);
  const indent = indentAt(text, key.span.start);
  const lines = [`${indent}  ${entry.id}:`, ...attributeLines(entry, `${indent}    `)];
  const written = lines.map((line) => eol + line).join('');
  if (value.type !== 'scalar' || value.text !== '') return;
  if (value.text === '') yield [insert(lineEndAt(text, key.span.end), written)];
  const start = text.indexOf(':', key.span.end) + 1;
  yield [{ span: { start, end: value.span.end }, text: written }];
}

/** Behind the last entry between braces, on a line of its own where the others have one. */
export function inFlow(text: string, value: Mapping, written: string): TextEdit {
  const last = value.entries.at(-1);
  if (last === undefined) return insert(value.span.start + 1, ` ${written} `);
  const end = outsideQuotes(text, last);
  const first = value.entries[0]?.key.span.start ?? end;
  const between = /^\{[ \t]*(?:#.*)?(\r\n?|\n)([ \t]*)/.exec(text.slice(value.span.start, first));
  const gap = between === null ? ' ' : `${between[1]}${between[2]}`;
  const comma = /^\s*,/.exec(text.slice(end))?.[0];
  if (comma === undefined) return insert(end, `,${gap}${written}`);
  return insert(end + comma.length, `${gap}${written},`);
}

function flowEntry({ id, name, attributes = [] }: NewEntry): string {
  const all = [
    `name: ${yamlScalar(name, 'flow')}`,
    ...attributes.map(([key, yaml]) => `${key}: ${yaml}`),
  ];
  return `${id}: { ${all.join(', ')} }`;
}

export function isFlow(text: string, { span }: Value): boolean {
  return /[[{]/.test(text[span.start] ?? '');
}

/** Where an entry ends; the value of an alias stands elsewhere. */
export function endOfEntry({ key, value }: Entry): number {
  return value.span.start >= key.span.end ? value.span.end : key.span.end;
}

/** As {@link endOfEntry}, with the closing quote. */
export function outsideQuotes(text: string, entry: Entry): number {
  const end = endOfEntry(entry);
  return entry.value.type === 'scalar' && /["']/.test(text[entry.value.span.start - 1] ?? '')
    ? end + 1
    : end;
}

/** The white space before what stands on a line. */
export function indentAt(text: string, offset: number): string {
  let start = offset;
  while (start > 0 && !/[\r\n]/.test(text[start - 1] ?? '')) start -= 1;
  return /^ */.exec(text.slice(start, offset))?.[0] ?? '';
}

export function lineEndAt(text: string, offset: number): number {
  const rest = text.slice(offset).search(/[\r\n]/);
  return rest < 0 ? text.length : offset + rest;
}

export function eolOf(text: string): string {
  return /\r\n?|\n/.exec(text)?.[0] ?? '\n';
}

export function insert(at: number, text: string): TextEdit {
  return { span: { start: at, end: at }, text };
}

/** How far the first attribute of an entry stands in from it. */
function stepBelow(text: string, { key, value }: Entry): string | undefined {
  const [first] = value.type === 'mapping' && !isFlow(text, value) ? value.entries : [];
  if (first === undefined) return undefined;
  const outer = indentAt(text, key.span.start);
  return indentAt(text, first.key.span.start).slice(outer.length) || undefined;
}

function stepOf(text: string, top: Mapping | undefined): string {
  for (const kind of top?.entries ?? []) {
    const step = stepBelow(text, kind);
    if (step !== undefined) return step;
  }
  return '  ';
}

/** Whether blank lines part the last entries of a mapping. */
function isSpacious(text: string, mapping: Mapping | undefined): boolean {
  const [before, last] = mapping?.entries.slice(-2) ?? [];
  if (before === undefined || last === undefined) return false;
  const between = text.slice(endOfEntry(before), last.key.span.start);
  return /(?:\r\n?|\n)[ \t]*(?:\r\n?|\n)/.test(between);
}
