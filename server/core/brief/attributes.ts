import type { SourceText } from '../language/index.js';
import type { AttributeSyntax, Scalar } from '../parse/index.js';
import { type Span, shift, spansTouch, type Written } from '../text/index.js';
import {
  duplicate,
  eachOtherFault,
  idByName,
  misplaced,
  uncorrected,
  unknownAttribute,
  valueFault,
} from './attribute-faults.js';
import { checkValue } from './check-value.js';
import { reversedDates } from './date-pairs.js';
import type { Attribute, Fault, Use } from './facts.js';
import { idFault } from './ids.js';
import { idValueFault } from './item-faults.js';
import type { ValueFault } from './value-fault.js';
import { type AttributeSpec, attributeSpec, canonicalName, type Kind } from './vocabulary.js';

/** What a tag's braces say. */
export interface ReadAttributes {
  readonly id: Written | undefined;
  readonly refs: readonly Written[] | undefined;
  readonly attributes: readonly Attribute[];
  readonly uses: readonly Pick<Use, 'id' | 'kinds' | 'attribute'>[];
  readonly faults: readonly Fault[];
}

/** What a tag of some kind, form and place may say in its braces. */
export interface Allowed {
  readonly kind: Kind;
  readonly id: boolean;
  readonly ref: boolean;
  /** Nothing but `ref` and `#id`: a mention says who is meant, its definition says the rest. */
  readonly only: boolean;
}

/** What stands between the braces of one tag. */
export interface Braces {
  readonly source: SourceText;
  /** Counting from `at`, where their block begins: they are placed in the text as they are read. */
  readonly items: readonly AttributeSyntax[];
  readonly at: number;
  /** Where the parse has found faults already: of what touches one nothing more is said. */
  readonly faulty: readonly Span[];
}

export const NO_ATTRIBUTES: ReadAttributes = {
  id: undefined,
  refs: undefined,
  attributes: [],
  uses: [],
  faults: [],
};

/** Braces with more faults than this are another language; each is told, and nothing besides. */
const MAX_FAULTS = 50;

const EMPTY_FAULTS: readonly Fault[] = [];

/** Reads the attributes of one tag. */
export function readAttributes(braces: Braces, allowed: Allowed): ReadAttributes {
  const { items, faulty } = braces;
  if (items.length === 0) return NO_ATTRIBUTES;
  const read: Read = { id: undefined, refs: undefined, attributes: [], uses: [], faults: [] };
  const seen = new Set<string>();
  for (const item of items) {
    const name = canonicalName(item.name.text);
    const found = seen.has(name)
      ? [duplicate(braces.source.text, allowed.kind, placed(braces, item))]
      : readAttribute(braces, allowed, name, item, read);
    seen.add(name);
    if (found.length > 0 && !isKnown(braces, item)) for (const one of found) read.faults.push(one);
  }
  const alone = eachOtherFault(allowed.kind, read.attributes);
  if (alone !== undefined && read.faults.length === 0 && faulty.length === 0)
    read.faults.push(alone);
  if (read.faults.length === 0 && faulty.length === 0) {
    for (const { name, fault: reversed } of reversedDates(read.attributes))
      read.faults.push(valueFault(allowed.kind, name.replaceAll('_', '-'), reversed));
  }
  return read;
}

/** What was read so far. */
interface Read {
  id: Written | undefined;
  refs: readonly Written[] | undefined;
  readonly attributes: Attribute[];
  readonly uses: Pick<Use, 'id' | 'kinds' | 'attribute'>[];
  readonly faults: Fault[];
}

/** Adds to `read` what the first attribute of a name says. @returns what is wrong with it */
function readAttribute(
  braces: Braces,
  allowed: Allowed,
  name: string,
  item: AttributeSyntax,
  read: Read,
): readonly Fault[] {
  const { kind } = allowed;
  if (name === '#') return readId(braces, allowed, item, read);
  if (name === 'ref') return readRef(braces, allowed, item, read);
  const spec = attributeSpec(kind, name);
  if (spec === undefined) return [unknown(braces, allowed, item)];
  const reason = whyNot(allowed, spec);
  if (reason !== undefined) return [misplaced(kind, placed(braces, item), reason)];
  const { value, uses, faults } = checkValue(braces.source, spec, scalarOf(braces, item));
  const key = { text: item.name.text, span: shift(item.name.span, braces.at) };
  read.attributes.push({ name, key, value });
  for (const use of uses) read.uses.push(use);
  return valueFaults(kind, key.text, faults);
}

/** Why an attribute of its kind may not stand in a tag. */
function whyNot({ only }: Allowed, { type, registryOnly }: AttributeSpec): string | undefined {
  if (registryOnly || type.type === 'mapping' || type.type === 'records')
    return 'its value has several parts, so it can only be in a registry';
  if (only)
    return 'this tag is only a mention; its attributes belong to the definition, which has #id';
  return undefined;
}

function readId(
  braces: Braces,
  { kind, id: mayHaveId }: Allowed,
  item: AttributeSyntax,
  read: Read,
): readonly Fault[] {
  if (!mayHaveId) {
    const reason = 'nothing can refer to this kind of tag, so it has no id';
    return [misplaced(kind, placed(braces, item), reason)];
  }
  const { text, span } = scalarOf(braces, item);
  if (text !== '') read.id = { text, span };
  const found = idValueFault({ text, span });
  return found === undefined ? EMPTY_FAULTS : [valueFault(kind, 'id', found)];
}

function readRef(
  braces: Braces,
  { kind, ref }: Allowed,
  item: AttributeSyntax,
  read: Read,
): readonly Fault[] {
  if (!ref) {
    const reason =
      kind.role === 'date'
        ? 'a date does not refer to an id; write what it means in edtf='
        : "only a tag in a sentence can have 'ref'";
    return [misplaced(kind, placed(braces, item), reason)];
  }
  const type = { type: 'ids', kinds: [kind.tag] } as const;
  const spec: AttributeSpec = { name: 'ref', summary: '', type };
  const { value, uses, faults } = checkValue(braces.source, spec, scalarOf(braces, item));
  const items = value.type === 'list' ? value.items : [];
  read.refs = items.flatMap((id) =>
    id.type === 'scalar' && id.text !== '' ? [{ text: id.text, span: id.span }] : [],
  );
  for (const use of uses) read.uses.push(use);
  return valueFaults(kind, 'ref', faults);
}

/** A missing value is an empty one, after the name. */
function scalarOf({ at }: Braces, { value, name }: AttributeSyntax): Scalar {
  const { text, span } = value ?? { text: '', span: name.span };
  return { type: 'scalar', text, span: shift(span, at) };
}

function placed({ at }: Braces, { span, name, value, quote }: AttributeSyntax): AttributeSyntax {
  return {
    span: shift(span, at),
    name: { text: name.text, span: shift(name.span, at) },
    value: value && { text: value.text, span: shift(value.span, at) },
    quote,
  };
}

function valueFaults(
  kind: Kind,
  attribute: string,
  faults: readonly ValueFault[],
): readonly Fault[] {
  return faults.length === 0
    ? EMPTY_FAULTS
    : faults.map((found) => valueFault(kind, attribute, found));
}

function unknown(braces: Braces, allowed: Allowed, item: AttributeSyntax): Fault {
  const { source, at, items } = braces;
  const { kind, id, ref } = allowed;
  const others = items.filter((other) => other !== item).map(({ name }) => name.text);
  if (item.name.text === 'id' && id) {
    const isFree = !others.some((name) => /^(?:#|id|ref)$/.test(name));
    return idByName(source.text, kind, placed(braces, item), isFree);
  }
  const name = { text: item.name.text, span: shift(item.name.span, at) };
  const found = unknownAttribute(kind, name, ref ? ['ref'] : [], others);
  return isSoundAs(braces, allowed, item, found.detail.wanted) ? found : uncorrected(found);
}

/** Whether the attribute would be right under another name: else its new name makes a new fault. */
function isSoundAs(
  braces: Braces,
  allowed: Allowed,
  item: AttributeSyntax,
  name: string | undefined,
): boolean {
  if (name === undefined) return true;
  if (name === 'ref') {
    const { text } = scalarOf(braces, item);
    // Beside `ref` nothing else may stand.
    return braces.items.length === 1 && idFault(text) === undefined;
  }
  const spec = attributeSpec(allowed.kind, name);
  if (spec === undefined || whyNot(allowed, spec) !== undefined) return false;
  return checkValue(braces.source, spec, scalarOf(braces, item)).faults.length === 0;
}

/**
 * Whether the parse has reported it already. A fault at the very edge of an attribute is the
 * attribute's too: `by=india,‸ united-states`.
 */
function isKnown({ faulty, at }: Braces, item: AttributeSyntax): boolean {
  const span = shift(item.span, at);
  return faulty.length > MAX_FAULTS || faulty.some((found) => spansTouch(found, span));
}
