import { type Entry, type Mapping, parseYaml, type Value, yamlScalar } from '../../parse/index.js';
import type { Span, TextEdit } from '../../text/index.js';
import {
  endOfEntry,
  eolOf,
  indentAt,
  inFlow,
  insert,
  isFlow,
  lineEndAt,
  outsideQuotes,
} from './registry-edit-yaml.js';

/**
 * The edit that adds a word to a list two keys deep, in the manner in which the YAML is written; what is not there yet is
 * begun: `rapporteur: { not: [May] }`. `undefined` where something else stands there.
 * @param body where the YAML stands in the text
 */
export function addToList(
  text: string,
  body: Span,
  [outer, inner]: readonly [string, string],
  word: string,
): TextEdit | undefined {
  const yaml = parseYaml(text.slice(body.start, body.end), body.start);
  if (yaml.faults.length > 0) return undefined;
  const { value } = yaml;
  const whole = `${outer}: { ${inner}: [${yamlScalar(word, 'flow')}] }`;
  if (value === undefined || isEmpty(value)) return atEnd(text, body, whole);
  if (value.type !== 'mapping') return undefined;
  const held = entryOf(value, outer);
  if (held === undefined)
    return isFlow(text, value) ? inFlow(text, value, whole) : atEnd(text, body, whole);
  const list = `${inner}: [${yamlScalar(word, 'flow')}]`;
  if (isEmpty(held.value)) return insert(colonEnd(text, held), ` { ${list} }`);
  if (held.value.type !== 'mapping') return undefined;
  const known = entryOf(held.value, inner);
  if (known !== undefined) return intoList(text, known, word);
  if (isFlow(text, held.value)) return inFlow(text, held.value, list);
  const last = held.value.entries.at(-1) ?? held;
  const indent = indentAt(text, held.value.span.start);
  return insert(lineEndAt(text, endOfEntry(last)), `${eolOf(text)}${indent}${list}`);
}

function entryOf({ entries }: Mapping, key: string): Entry | undefined {
  return entries.find((entry) => entry.key.text === key);
}

function isEmpty(value: Value): boolean {
  return value.type === 'scalar' && value.text === '';
}

function colonEnd(text: string, { key }: Entry): number {
  return text.indexOf(':', key.span.end) + 1;
}

/** On a line of its own behind all else. */
function atEnd(text: string, body: Span, line: string): TextEdit {
  const eol = eolOf(text);
  const end = body.start + text.slice(body.start, body.end).trimEnd().length;
  if (end === body.start) return insert(end, `${line}${body.end === body.start ? eol : ''}`);
  return insert(lineEndAt(text, end), `${eol}${line}`);
}

/** The edit that adds a word to the list that an entry holds. */
export function intoList(text: string, entry: Entry, word: string): TextEdit | undefined {
  return intoListAll(text, entry, [yamlScalar(word, 'flow')]);
}

/**
 * As {@link intoList}, of several items that are given as YAML between braces.
 * @param items at least one
 */
export function intoListAll(
  text: string,
  { key, value }: Entry,
  items: readonly string[],
): TextEdit | undefined {
  if (value.span.start < key.span.end || value.type === 'mapping') return undefined;
  const isQuoted = /["']/.test(text[value.span.start - 1] ?? '');
  const all = items.join(', ');
  if (value.type === 'scalar') {
    const { start, end } = value.span;
    if (start === end) return insert(end, `${text[end - 1] === ' ' ? '' : ' '}[${all}]`);
    const own = value.text.split(';').map((each) => yamlScalar(each.trim(), 'flow'));
    return isQuoted ? undefined : { span: value.span, text: `[${own.join(', ')}, ${all}]` };
  }
  const last = value.items.at(-1);
  if (last === undefined) return insert(value.span.start + 1, all);
  const end = outsideQuotes(text, { key, value: last });
  if (isFlow(text, value)) return insert(end, `, ${all}`);
  const before = `${eolOf(text)}${indentAt(text, last.span.start)}- `;
  return insert(lineEndAt(text, end), items.map((item) => before + item).join(''));
}
