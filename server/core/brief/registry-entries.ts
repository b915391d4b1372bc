import type { SourceText } from '../language/index.js';
import type { Entry, Mapping, Value } from '../parse/index.js';
import { likelySlips, nearestWord, type Span, type Written } from '../text/index.js';
import { uncorrected, unknownAttribute, valueFault } from './attribute-faults.js';
import { checkValue } from './check-value.js';
import { reversedDates } from './date-pairs.js';
import { type Attribute, type Definition, type Fault, scalar, scalars, type Use } from './facts.js';
import { changeTo, excerpt, fault } from './faults.js';
import { idValueFault } from './item-faults.js';
import { attributeSpec, canonicalName, type Kind, type Vocabulary } from './vocabulary.js';

/** What entries of a registry say; filled as they are read. */
export interface RegistryContents {
  readonly definitions: Definition[];
  readonly uses: Use[];
  readonly faults: Fault[];
}

export function nothingFound(): RegistryContents {
  return { definitions: [], uses: [], faults: [] };
}

const IDS = 'below a kind there must be ids, each with its attributes: india: { name: India }';
const ALIASED =
  'its value is an alias (*) of ids that are defined further up, and an id is defined once; write the ids of this kind here';
const ATTRIBUTES = 'below an id there must be its attributes: { name: India }';

export function shapeFault(text: string, value: Value, reason: string): Fault {
  const span = firstLine(text, value.span);
  return fault('invalid-value', span, { found: excerpt(text, span), reason });
}

/** Whether nothing is written: not even empty quotes, which are a text. */
export function isEmpty(value: Value, text: string): boolean {
  return (
    value.type === 'scalar' && value.text === '' && !/["']/.test(text[value.span.start - 1] ?? '')
  );
}

function firstLine(text: string, { start, end }: Span): Span {
  const line = text.slice(start, end).search(/[\r\n]/);
  return { start, end: line < 0 ? end : start + line };
}

export function readKind(
  source: SourceText,
  entry: Entry,
  among: { readonly vocabulary: Vocabulary; readonly keys: ReadonlySet<string> },
  found: RegistryContents,
): void {
  const kind = kindOf(entry.key, among, found);
  if (kind === undefined) return;
  if (isDefinedBefore(entry, found)) {
    const detail = { found: entry.key.text, reason: ALIASED };
    found.faults.push(fault('invalid-value', entry.key.span, detail));
  } else if (entry.value.type === 'mapping') {
    for (const item of entry.value.entries) readEntity(source, kind, item, found);
  } else if (!isEmpty(entry.value, source.text)) {
    found.faults.push(shapeFault(source.text, entry.value, IDS));
  }
}

/** Whether an alias (`org: *places`) stands for ids that an earlier kind has. */
function isDefinedBefore({ key, value }: Entry, { definitions }: RegistryContents): boolean {
  const { start, end } = value.span;
  if (start >= key.span.start || value.type !== 'mapping') return false;
  return definitions.some(({ id }) => start <= id.span.start && id.span.start < end);
}

/** A key with a slip is read as the kind that was meant: one slip, one finding. */
export function kindOf(
  key: Written,
  { vocabulary, keys }: Parameters<typeof readKind>[2],
  found: RegistryContents,
): Kind | undefined {
  const { kinds } = vocabulary;
  const known = kinds.get(key.text);
  if (known?.role === 'entity') return known;
  if (known !== undefined) {
    const detail = { kind: known.tag, found: 'registry', reason: 'it belongs in a brief' };
    found.faults.push(fault('wrong-form', key.span, { ...detail, wanted: 'it there, as a tag' }));
    return undefined;
  }
  const entities = [...kinds.values()].filter(({ role }) => role === 'entity');
  const lower = key.text.toLowerCase();
  const names = entities.map(({ tag }) => tag);
  const plural = entities.find(
    (kind) => kind.plural.toLowerCase() === lower || `${kind.tag}s` === lower,
  );
  const alias = entities.find((kind) => kind === vocabulary.aliases.get(lower));
  const slip = plural?.tag ?? kinds.get(lower)?.tag;
  const near = slip ?? (alias ? undefined : nearestWord(lower, names, likelySlips(lower)));
  const wanted = near ?? alias?.tag;
  const reason =
    wanted === undefined
      ? `the top level of a registry has ${names.join(', ')}`
      : `the kind for it is '${wanted}'`;
  const detail = { found: key.text, wanted, reason: near === undefined ? reason : undefined };
  // Another word for a kind is a guess, and so is what to do about it.
  const correction = near === undefined ? undefined : changeTo(key.span, near);
  const isTaken = wanted !== undefined && keys.has(wanted);
  // The kind is a key already: what stands here belongs below that one.
  const told = isTaken ? { ...detail, wanted: undefined } : detail;
  found.faults.push(fault('unknown-kind', key.span, told, isTaken ? undefined : correction));
  const meant = wanted === undefined ? undefined : kinds.get(wanted);
  return meant?.role === 'entity' ? meant : undefined;
}

export function readEntity(
  source: SourceText,
  kind: Kind,
  { key, value }: Entry,
  found: RegistryContents,
): void {
  const wrongId = idValueFault(key);
  if (wrongId !== undefined) found.faults.push(valueFault(kind, 'id', wrongId));
  // Nobody is called so who writes a merge of YAML.
  if (key.text === '<<') return;
  const index = found.definitions.length;
  const attributes = value.type === 'mapping' ? readEntries(source, kind, value, index, found) : [];
  if (value.type !== 'mapping' && !isEmpty(value, source.text))
    found.faults.push(shapeFault(source.text, value, ATTRIBUTES));
  const named = scalar(attributes, 'name');
  const name = named === undefined || named.text === '' ? key : named;
  found.definitions.push({
    kind: kind.tag,
    id: { text: key.text, span: key.span },
    name: { text: name.text, span: name.span },
    otherNames: scalars(attributes, 'other_names').filter((other) => other.text !== ''),
    attributes,
    // An alias stands elsewhere: then the key is all there is here.
    span: { start: key.span.start, end: Math.max(key.span.end, endAfter(key.span, value.span)) },
    tag: undefined,
  });
}

function endAfter(key: Span, value: Span): number {
  return value.start >= key.end ? value.end : key.end;
}

function unknownEntry(
  source: SourceText,
  kind: Kind,
  { key, value }: Mapping['entries'][number],
  entries: Mapping['entries'],
): Fault {
  const others = entries.filter((entry) => entry.key !== key).map((entry) => entry.key.text);
  const found = unknownAttribute(kind, key, [], others);
  const spec = attributeSpec(kind, found.detail.wanted ?? '');
  const isSound = spec === undefined || checkValue(source, spec, value).faults.length === 0;
  return isSound ? found : uncorrected(found);
}

function readEntries(
  source: SourceText,
  kind: Kind,
  { entries }: Mapping,
  definition: number,
  found: RegistryContents,
): readonly Attribute[] {
  const attributes: Attribute[] = [];
  const seen = new Set<string>();
  for (const { key, value } of entries) {
    const name = canonicalName(key.text);
    if (seen.has(name)) {
      // `_` and `-` are the same: YAML has not seen it.
      found.faults.push(fault('duplicate-key', key.span, { found: key.text }));
      continue;
    }
    seen.add(name);
    const spec = attributeSpec(kind, name);
    if (spec === undefined) {
      found.faults.push(unknownEntry(source, kind, { key, value }, entries));
      continue;
    }
    const checked = checkValue(source, spec, value);
    for (const one of checked.faults) found.faults.push(valueFault(kind, key.text, one));
    for (const use of checked.uses) found.uses.push({ ...use, tag: undefined, definition });
    attributes.push({ name, key, value: checked.value });
  }
  for (const { name, fault: reversed } of reversedDates(attributes))
    found.faults.push(valueFault(kind, name, reversed));
  // Without the room that `push` made: there may be 100,000 entries.
  return attributes.slice();
}
