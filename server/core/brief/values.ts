import { edtfFault, parseEdtf } from '../dates/index.js';
import type { List, Scalar, Value } from '../parse/index.js';
import type { Span, Written } from '../text/index.js';
import type { Use } from './facts.js';
import { type Correction, changeTo } from './faults.js';
import { EACH_OTHER, idFault, nearId } from './ids.js';
import { nearest } from './near-miss.js';
import { shown } from './shown.js';
import { splitItems } from './split.js';
import type { AttributeSpec, AttributeType } from './vocabulary.js';

/** What was found in a value: the value in the shape of its type, the ids in it, what is wrong with it. */
export interface CheckedValue {
  readonly value: Value;
  readonly uses: readonly Pick<Use, 'id' | 'kinds' | 'attribute'>[];
  readonly faults: readonly ValueFault[];
}

export interface ValueFault {
  readonly rule: 'invalid-value' | 'unknown-attribute';
  readonly span: Span;
  /** The attribute, when it is a nested one: `memberships.office`. */
  readonly attribute?: string;
  readonly found: string;
  readonly reason?: string;
  readonly wanted?: string;
  readonly correction?: Correction;
}

/**
 * Checks the value of an attribute: of a tag (a scalar, its lists split at `,` and `;`) or of a registry
 * (any YAML). Existence of ids is not asked here.
 */
export function checkValue(text: string, spec: AttributeSpec, value: Value): CheckedValue {
  if (spec.type.type === 'records')
    return checkRecords(text, spec.name, spec.type.attributes, value);
  if (spec.type.type === 'mapping') return checkMapping(value);
  if (spec.type.type === 'ids' || spec.type.type === 'texts') return checkList(text, spec, value);
  if (value.type !== 'scalar') return misshapen(text, value, 'it takes one value, not several');
  return checkItems(spec, value, [value]);
}

function checkList(text: string, spec: AttributeSpec, value: Value): CheckedValue {
  if (value.type === 'mapping') return misshapen(text, value, 'it takes a list of values');
  const separator = spec.type.type === 'ids' ? ',' : ';';
  const items = value.type === 'scalar' ? splitItems(text, value, separator) : scalarsOf(value);
  const list: List = { type: 'list', span: value.span, items };
  const checked = checkItems(spec, list, items);
  if (value.type === 'scalar' || items.length === value.items.length) return checked;
  const nested = value.items.find((item) => item.type !== 'scalar') ?? value;
  const fault = misshapen(text, nested, 'an item of its list is one value').faults;
  return { ...checked, faults: [...checked.faults, ...fault] };
}

function scalarsOf(list: List): readonly Scalar[] {
  return list.items.filter((item) => item.type === 'scalar');
}

function checkItems(spec: AttributeSpec, value: Value, items: readonly Scalar[]): CheckedValue {
  const { type, name } = spec;
  const faults: ValueFault[] = [];
  const uses: Pick<Use, 'id' | 'kinds' | 'attribute'>[] = [];
  for (const [index, item] of items.entries()) {
    const found = items.length > 1 ? itemFault(type, item, index, items) : scalarFault(type, item);
    if (found !== undefined) faults.push(found);
    else if (type.type === 'id' || (type.type === 'ids' && !type.also?.includes(item.text)))
      uses.push({ id: { text: item.text, span: item.span }, kinds: type.kinds, attribute: name });
  }
  return { value, uses, faults };
}

/** One item among several: it may also be empty, or a word that must stand alone. */
function itemFault(
  type: AttributeType,
  item: Scalar,
  index: number,
  items: readonly Scalar[],
): ValueFault | undefined {
  if (item.text === '') return emptyItem(type.type === 'texts' ? ';' : ',', item, index);
  if (type.type === 'ids' && type.also?.includes(item.text) && items.length > 1)
    return invalid(item, `it must stand alone, without ids beside it`);
  return scalarFault(type, item);
}

/** The separator that has nothing beside it is what is wrong; taking it out mends the list. */
function emptyItem(separator: ',' | ';', item: Scalar, index: number): ValueFault {
  const start = index === 0 ? item.span.start : item.span.start - 1;
  const span = { start, end: start + 1 };
  return {
    rule: 'invalid-value',
    span,
    found: separator,
    reason: 'nothing stands before or after it in the list',
    correction: { fix: `Remove the '${separator}'`, edits: [{ span, text: '' }] },
  };
}

function scalarFault(type: AttributeType, item: Scalar): ValueFault | undefined {
  if (item.text.trim() === '') return invalid(item, 'it has no value');
  switch (type.type) {
    case 'id':
      return idValueFault(item);
    case 'ids':
      return type.also?.includes(item.text) ? undefined : idValueFault(item);
    case 'date':
      return dateFault(type, item);
    case 'one-of':
      return choiceFault(
        type.values.map(({ value }) => value),
        item,
      );
    case 'flag':
      return choiceFault(['yes'], item);
    case 'url':
      return urlFault(item);
    default:
      return undefined;
  }
}

function invalid(item: Written, reason: string, wanted?: string): ValueFault {
  const fault = { rule: 'invalid-value', span: item.span, found: item.text, reason } as const;
  return wanted === undefined ? fault : { ...fault, wanted };
}

/** As {@link invalid}, with a correction that is certain. */
function slip(item: Written, reason: string, wanted: string): ValueFault {
  return { ...invalid(item, reason, wanted), correction: changeTo(item.span, wanted) };
}

/** What is wrong with an id that is pointed at or defined; `undefined` if nothing. */
export function idValueFault(item: Written): ValueFault | undefined {
  const reason = idFault(item.text);
  if (reason === undefined) return undefined;
  return invalid(item, reason, item.text === EACH_OTHER ? undefined : nearId(item.text));
}

function dateFault(
  type: Extract<AttributeType, { type: 'date' }>,
  item: Scalar,
): ValueFault | undefined {
  const date = parseEdtf(item.text);
  if (date === undefined) {
    const { message, offer } = edtfFault(item.text) ?? { message: 'it is not a date' };
    const reason = message.replace(/\.$/, '');
    if (offer === undefined) return invalid(item, reason);
    return isFiscalYear(item.text) ? invalid(item, reason, offer) : slip(item, reason, offer);
  }
  if (type.interval && !date.interval) {
    return invalid(item, 'it needs a beginning and an end, such as 2025/2035');
  }
  if (type.closed && date.open) return invalid(item, 'a deadline needs a last day');
  return undefined;
}

/** Fiscal years begin in other months elsewhere, so what is offered for `2025-26` is not certain. */
function isFiscalYear(text: string): boolean {
  return /\d{4}[-/\u2013]\d\d$/.test(text);
}

function choiceFault(values: readonly string[], item: Scalar): ValueFault | undefined {
  if (values.includes(item.text)) return undefined;
  const written = item.text
    .trim()
    .toLowerCase()
    .replace(/[\s_]+/g, '-');
  const reason =
    values.length === 1
      ? `only '${values[0]}' may stand here; if it is not so, leave the attribute out`
      : `it is one of ${values.join(', ')}`;
  if (values.includes(written)) return slip(item, reason, written);
  const near = nearest(written, values, written.length < 4 ? 1 : 2);
  return near === undefined ? invalid(item, reason) : slip(item, reason, near);
}

function urlFault(item: Scalar): ValueFault | undefined {
  if (/^[a-z][a-z0-9+.-]*:[^\s]+$/i.test(item.text)) return undefined;
  const reason = 'a web address begins with https:// and has no spaces';
  if (/^www\.\S+$/i.test(item.text)) return slip(item, reason, `https://${item.text}`);
  return invalid(item, reason);
}

function misshapen(text: string, value: Value, reason: string): CheckedValue {
  const found = shown(text, value.span);
  return { value, uses: [], faults: [{ rule: 'invalid-value', span: value.span, found, reason }] };
}

function checkMapping(value: Value): CheckedValue {
  const reason = 'it is a list of short names, each with a value: { wikidata: Q668 }';
  if (value.type !== 'mapping') {
    const found = value.type === 'scalar' ? value.text : '';
    return {
      value,
      uses: [],
      faults: [{ rule: 'invalid-value', span: value.span, found, reason }],
    };
  }
  const faults = value.entries
    .filter((entry) => entry.value.type !== 'scalar')
    .map((entry) => invalid(entry.key, 'each name has one value'));
  return { value, uses: [], faults };
}

function checkRecords(
  text: string,
  name: string,
  specs: readonly AttributeSpec[],
  value: Value,
): CheckedValue {
  const items = value.type === 'list' ? value.items : [value];
  const checked = items.map((item) => checkRecord(text, name, specs, item));
  return {
    value: value.type === 'list' ? value : { type: 'list', span: value.span, items },
    uses: checked.flatMap(({ uses }) => uses),
    faults: checked.flatMap(({ faults }) => faults),
  };
}

function checkRecord(
  text: string,
  name: string,
  specs: readonly AttributeSpec[],
  item: Value,
): CheckedValue {
  const names = specs.map((spec) => spec.name);
  if (item.type !== 'mapping') {
    return misshapen(text, item, `each of them is a mapping with ${names.join(', ')}`);
  }
  const checked = item.entries.map(({ key, value }): CheckedValue => {
    const spec = specs.find((candidate) => candidate.name === key.text.replaceAll('-', '_'));
    if (spec === undefined) return { value, uses: [], faults: [unknownName(name, key, names)] };
    const nested = checkValue(text, { ...spec, name: `${name}.${spec.name}` }, value);
    const attribute = `${name}.${spec.name}`;
    return { ...nested, faults: nested.faults.map((fault) => ({ attribute, ...fault })) };
  });
  return {
    value: item,
    uses: checked.flatMap(({ uses }) => uses),
    faults: checked.flatMap(({ faults }) => faults),
  };
}

function unknownName(parent: string, key: Written, names: readonly string[]): ValueFault {
  const near = nearest(key.text, names, 2);
  const fault = {
    rule: 'unknown-attribute',
    span: key.span,
    attribute: `${parent}.${key.text}`,
    found: key.text,
  } as const;
  if (near === undefined) return fault;
  return { ...fault, wanted: near, correction: changeTo(key.span, near) };
}
