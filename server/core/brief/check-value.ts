import type { Language, SourceText } from '../language/index.js';
import type { List, Mapping, Scalar, Value } from '../parse/index.js';
import { nearestWord, type Written } from '../text/index.js';
import { reversedDates } from './date-pairs.js';
import { changeTo } from './faults.js';
import { sourceAddress, takesAddresses } from './ids.js';
import { itemFault, scalarFault } from './item-faults.js';
import { splitItems } from './split-list.js';
import {
  type CheckedValue,
  correctable,
  invalid,
  misshapen,
  type ValueFault,
} from './value-fault.js';
import { type AttributeSpec, type AttributeType, canonicalName } from './vocabulary.js';

/**
 * Checks the value of an attribute: of a tag (a scalar, its lists split at `,` and `;`) or of a registry
 * (any YAML). Existence of ids is not asked here.
 */
export function checkValue(source: SourceText, spec: AttributeSpec, value: Value): CheckedValue {
  if (spec.type.type === 'records')
    return checkRecords(source, spec.name, spec.type.attributes, value);
  if (spec.type.type === 'mapping') return checkMapping(value);
  if (spec.type.type === 'ids' || spec.type.type === 'texts') return checkList(source, spec, value);
  if (value.type !== 'scalar')
    return misshapen(source.text, value, 'it takes one value, not several');
  return checkOne(spec, value, value, source.language);
}

function checkList(source: SourceText, spec: AttributeSpec, value: Value): CheckedValue {
  const { text, language } = source;
  if (value.type === 'mapping') return misshapen(text, value, 'it takes a list of values');
  const separator = spec.type.type === 'ids' ? ',' : ';';
  const items =
    value.type === 'list'
      ? scalarsOf(value)
      : isOneAddress(spec, value)
        ? [value]
        : splitItems(text, value, separator);
  const list: List = { type: 'list', span: value.span, items };
  const [only] = items;
  const checked =
    only !== undefined && items.length === 1
      ? checkOne(spec, list, only, language)
      : checkItems(spec, list, items, language, value.type === 'scalar' ? separator : undefined);
  if (value.type === 'scalar') return separator === ';' ? withWide(text, value, checked) : checked;
  if (items.length === value.items.length) return checked;
  const nested = value.items.find((item) => item.type !== 'scalar') ?? value;
  const fault = misshapen(text, nested, 'each item of its list must be one value').faults;
  return { ...checked, faults: [...checked.faults, ...fault] };
}

/** A semicolon of full width parts nothing. */
function withWide(text: string, value: Scalar, checked: CheckedValue): CheckedValue {
  const isPlain = text.slice(value.span.start, value.span.end) === value.text;
  if (!value.text.includes('；') || !isPlain) return checked;
  const separated = value.text.replace(/；\s*/g, '; ');
  const fault = correctable(value, "only the sign ';' separates the values", separated);
  return { ...checked, faults: [...checked.faults, fault] };
}

function scalarsOf(list: List): readonly Scalar[] {
  return list.items.filter((item) => item.type === 'scalar');
}

function checkItems(
  spec: AttributeSpec,
  value: Value,
  items: readonly Scalar[],
  language: Language,
  separator: ',' | ';' | undefined,
): CheckedValue {
  const { type, name } = spec;
  const faults: ValueFault[] = [];
  const uses: CheckedUse[] = [];
  for (const [index, item] of items.entries()) {
    const found = itemFault(type, item, index, items, language, separator);
    if (found !== undefined) faults.push(found);
    else if (isUse(type, item))
      uses.push({ id: pointed(type.kinds, item), kinds: type.kinds, attribute: name });
  }
  return { value, uses, faults };
}

/** As {@link checkItems}, without the lists: nearly every value is one. */
function checkOne(
  { type, name }: AttributeSpec,
  value: Value,
  item: Scalar,
  language: Language,
): CheckedValue {
  const found = scalarFault(type, item, language);
  if (found !== undefined) return { value, uses: EMPTY_LIST, faults: [found] };
  const uses = isUse(type, item)
    ? [{ id: pointed(type.kinds, item), kinds: type.kinds, attribute: name }]
    : EMPTY_LIST;
  return { value, uses, faults: EMPTY_LIST };
}

const EMPTY_LIST: readonly never[] = [];

type CheckedUse = CheckedValue['uses'][number];

function isUse(
  type: AttributeType,
  { text }: Scalar,
): type is Extract<AttributeType, { kinds: unknown }> {
  return type.type === 'id' || (type.type === 'ids' && !type.also?.includes(text));
}

/** An id as it stands; an address in the form in which it is compared. */
function pointed(kinds: readonly string[] | 'any', { text, span }: Scalar): Written {
  const address = takesAddresses(kinds) ? sourceAddress(text) : undefined;
  return { text: address ?? text, span };
}

/** One address may hold commas, unless another address follows one. */
function isOneAddress({ type }: AttributeSpec, { text }: Scalar): boolean {
  if (type.type !== 'ids' || !takesAddresses(type.kinds) || /,\s*[a-z]+:/i.test(text)) return false;
  return /^[a-z]+:\/\//i.test(text) && sourceAddress(text) !== undefined;
}

function checkMapping(value: Value): CheckedValue {
  const reason = 'it must be a list of short names, each with a value: { wikidata: Q668 }';
  if (value.type !== 'mapping') {
    const found = value.type === 'scalar' ? value.text : '';
    return {
      value,
      uses: [],
      faults: [{ rule: 'invalid-value', span: value.span, found, reason }],
    };
  }
  const faults = value.entries
    .filter((entry) => entry.value.type !== 'scalar' || entry.value.text.trim() === '')
    .map((entry) => invalid(entry.key, 'each name must have one value'));
  return { value, uses: [], faults };
}

function checkRecords(
  source: SourceText,
  name: string,
  specs: readonly AttributeSpec[],
  value: Value,
): CheckedValue {
  const items = value.type === 'list' ? value.items : [value];
  const checked = items.map((item) => checkRecord(source, name, specs, item));
  return {
    value: value.type === 'list' ? value : { type: 'list', span: value.span, items },
    uses: checked.flatMap(({ uses }) => uses),
    faults: checked.flatMap(({ faults }) => faults),
  };
}

function checkRecord(
  source: SourceText,
  name: string,
  specs: readonly AttributeSpec[],
  item: Value,
): CheckedValue {
  const names = specs.map((spec) => spec.name);
  if (item.type !== 'mapping') {
    return misshapen(source.text, item, `each of them must be a mapping with ${names.join(', ')}`);
  }
  const checked = item.entries.map(({ key, value }): CheckedValue => {
    const spec = specs.find((candidate) => candidate.name === key.text.replaceAll('-', '_'));
    if (spec === undefined)
      return { value, uses: [], faults: [unknownName(name, key, names, item)] };
    const nested = checkValue(source, { ...spec, name: `${name}.${spec.name}` }, value);
    const attribute = `${name}.${spec.name}`;
    return { ...nested, faults: nested.faults.map((fault) => ({ attribute, ...fault })) };
  });
  const dates = item.entries.map(({ key, value }) => ({ name: canonicalName(key.text), value }));
  const reversed = reversedDates(dates).map((each) => {
    return { ...each.fault, attribute: `${name}.${each.name}` };
  });
  return {
    value: item,
    uses: checked.flatMap(({ uses }) => uses),
    faults: [...checked.flatMap(({ faults }) => faults), ...reversed],
  };
}

function unknownName(
  parent: string,
  key: Written,
  names: readonly string[],
  { entries }: Mapping,
): ValueFault {
  const meant = nearestWord(key.text, names, 2);
  const isTaken = entries.some(
    (other) =>
      other.key !== key &&
      (other.key.text.replaceAll('-', '_') === meant ||
        nearestWord(other.key.text, names, 2) === meant),
  );
  const near = isTaken ? undefined : meant;
  const fault = {
    rule: 'unknown-attribute',
    span: key.span,
    attribute: `${parent}.${key.text}`,
    found: key.text,
  } as const;
  if (near === undefined) return fault;
  return { ...fault, wanted: near, correction: changeTo(key.span, near) };
}
