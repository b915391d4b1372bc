import type { Attribute, Definition } from '../../brief/index.js';
import { type Entry, type Mapping, type Value, yamlScalar } from '../../parse/index.js';
import { foldName, type TextEdit } from '../../text/index.js';
import { type Page, yamlOf } from '../../workspace/index.js';
import {
  endOfEntry,
  eolOf,
  indentAt,
  insert,
  isFlow,
  lineEndAt,
  outsideQuotes,
} from './registry-edit-yaml.js';
import { intoListAll } from './yaml-list.js';

/**
 * The edits by which an entry takes in what another alone has: its names, the values of keys that it has not, and what
 * its lists have not. Where both have a value, its own stays. `undefined` where that cannot be written.
 */
export function joiningEdits(
  page: Page,
  into: Definition,
  from: Definition,
): readonly TextEdit[] | undefined {
  const { text } = page;
  const entry = entryOf(page, into)?.entry;
  if (entry?.value.type !== 'mapping') return undefined;
  const edits: TextEdit[] = [];
  const pairs: string[] = [];
  for (const { name, written, items } of gained(into, from)) {
    const held = inMapping(entry.value, name) ?? inMapping(entry.value, name.replaceAll('_', '-'));
    if (held === undefined) pairs.push(`${name}: ${written}`);
    else if (items.length > 0) {
      const edit = intoListAll(text, held, items);
      if (edit === undefined) return undefined;
      edits.push(edit);
    }
  }
  const named = inMapping(entry.value, 'name');
  if (pairs.length === 0) return edits;
  if (named === undefined) return undefined;
  return [...edits, behindName(text, entry.value, named, pairs)];
}

function behindName(
  text: string,
  mapping: Mapping,
  named: Entry,
  pairs: readonly string[],
): TextEdit {
  if (isFlow(text, mapping)) return insert(outsideQuotes(text, named), `, ${pairs.join(', ')}`);
  const before = `${eolOf(text)}${indentAt(text, named.key.span.start)}`;
  return insert(lastLineEnd(text, named), pairs.map((pair) => before + pair).join(''));
}

interface Gain {
  readonly name: string;
  /** As YAML between braces. */
  readonly written: string;
  /** Of a list: what the other list has not, each as YAML. */
  readonly items: readonly string[];
}

function gained(into: Definition, from: Definition): readonly Gain[] {
  const known = new Set([into.name, ...into.otherNames].map(({ text }) => foldName(text)));
  const names = [from.name, ...from.otherNames]
    .map(({ text }) => text)
    .filter((name) => !known.has(foldName(name)));
  const items = [...new Set(names)].map((name) => yamlScalar(name, 'flow'));
  const attributes = from.attributes.filter(
    ({ name }) => name !== 'name' && name !== 'other_names',
  );
  return [
    ...(items.length > 0 ? [{ name: 'other_names', written: `[${items.join(', ')}]`, items }] : []),
    ...attributes.map((attribute) => gainedOf(attribute, into)),
  ];
}

function gainedOf({ name, value }: Attribute, into: Definition): Gain {
  const own = into.attributes.find((attribute) => attribute.name === name)?.value;
  const has = new Set(own?.type === 'list' ? own.items.map(flowYaml) : []);
  const items = value.type === 'list' ? value.items.map(flowYaml) : [];
  return {
    name,
    written: flowYaml(value),
    items: own?.type === 'list' ? items.filter((item) => !has.has(item)) : [],
  };
}

/** Whoever reads YAML may take a date for something else than words; we do not, and people write none in quotes. */
function flowYaml(value: Value): string {
  if (value.type === 'scalar')
    return DATE.test(value.text) ? value.text : yamlScalar(value.text, 'flow');
  if (value.type === 'list') return `[${value.items.map(flowYaml).join(', ')}]`;
  const pairs = value.entries.map(
    (entry) => `${yamlScalar(entry.key.text, 'flow')}: ${flowYaml(entry.value)}`,
  );
  return `{ ${pairs.join(', ')} }`;
}

const DATE = /^\d{4}(?:-\d\d){0,2}$/;

/** The edit that takes an entry out of a registry, with the comments right above it, and its kind if nothing is left of it. */
export function removingEdit(page: Page, definition: Definition): TextEdit | undefined {
  const { text } = page;
  const found = entryOf(page, definition);
  if (found?.kind.value.type !== 'mapping') return undefined;
  const { kind, entry } = found;
  const { entries } = found.kind.value;
  const at = entries.indexOf(entry);
  if (isFlow(text, kind.value)) {
    const [before, next] = [entries[at - 1], entries[at + 1]];
    const end = outsideQuotes(text, entry);
    if (next !== undefined) return cut(keyStart(text, entry), keyStart(text, next));
    return cut(before === undefined ? keyStart(text, entry) : outsideQuotes(text, before), end);
  }
  const first = entries.length === 1 ? kind : entry;
  const end = lastLineEnd(text, entry);
  const eol = /^(?:\r\n?|\n)/.exec(text.slice(end))?.[0] ?? '';
  return cut(withComments(text, lineStart(text, keyStart(text, first))), end + eol.length);
}

/** Where the last line of an entry ends; a text of several lines has the line end behind it in its span. */
function lastLineEnd(text: string, entry: Entry): number {
  const end = endOfEntry(entry);
  const { length } = text.slice(entry.key.span.end, end).trimEnd();
  return lineEndAt(text, entry.key.span.end + length);
}

function cut(start: number, end: number): TextEdit {
  return { span: { start, end }, text: '' };
}

function keyStart(text: string, { key: { span } }: Entry): number {
  return /["']/.test(text[span.start - 1] ?? '') ? span.start - 1 : span.start;
}

function lineStart(text: string, offset: number): number {
  return Math.max(text.lastIndexOf('\n', offset - 1), text.lastIndexOf('\r', offset - 1)) + 1;
}

/** What is said of an entry on the lines above it goes with it. */
function withComments(text: string, start: number): number {
  const indent = /^[ \t]*/.exec(text.slice(start))?.[0] ?? '';
  let first = start;
  while (first > 0) {
    const above = lineStart(text, first - (text.startsWith('\r\n', first - 2) ? 2 : 1));
    if (!text.startsWith(`${indent}#`, above)) break;
    first = above;
  }
  return first;
}

function entryOf(
  page: Page,
  { kind: name, id }: Definition,
): { readonly kind: Entry; readonly entry: Entry } | undefined {
  const top = yamlOf(page).value;
  const kinds = top?.type === 'mapping' ? top.entries : [];
  for (const kind of kinds.filter(({ key }) => key.text === name)) {
    const entry = kind.value.type === 'mapping' ? inMapping(kind.value, id.text) : undefined;
    if (entry?.key.span.start === id.span.start) return { kind, entry };
  }
  return undefined;
}

function inMapping({ entries }: Mapping, key: string): Entry | undefined {
  return entries.find((entry) => entry.key.text === key);
}
