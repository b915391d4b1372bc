import type { AttributeSyntax, Scalar } from '../parse/index.js';
import { overlaps, type Span, type Written } from '../text/index.js';
import type { Attribute, Fault, Use } from './facts.js';
import { changeTo, fault } from './faults.js';
import { idValueFault } from './items.js';
import { nearest, reachOf } from './near-miss.js';
import type { ValueFault } from './value-fault.js';
import { checkValue } from './values.js';
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

export const NO_ATTRIBUTES: ReadAttributes = {
  id: undefined,
  refs: undefined,
  attributes: [],
  uses: [],
  faults: [],
};

/** Braces with more faults than this are another language; each is told, and nothing besides. */
const MANY = 50;

/**
 * Reads the attributes of one tag.
 * @param items with offsets of the text
 * @param faulty where the parse has found faults already: of what touches one nothing more is said
 */
export function readAttributes(
  text: string,
  allowed: Allowed,
  items: readonly AttributeSyntax[],
  faulty: readonly Span[],
): ReadAttributes {
  if (items.length === 0) return NO_ATTRIBUTES;
  const read = {
    id: undefined as Written | undefined,
    refs: undefined as readonly Written[] | undefined,
    attributes: [] as Attribute[],
    uses: [] as Pick<Use, 'id' | 'kinds' | 'attribute'>[],
    faults: [] as Fault[],
  };
  const seen = new Set<string>();
  for (const item of items) {
    const name = canonicalName(item.name.text);
    const known = faulty.length > MANY || faulty.some((span) => touches(span, item.span));
    const repeated = seen.has(name);
    seen.add(name);
    if (repeated) {
      if (!known) read.faults.push(duplicate(text, allowed.kind, item));
      continue;
    }
    const one = readAttribute(text, allowed, name, item);
    if (name === '#' && one.ids !== undefined) read.id = one.ids[0];
    if (name === 'ref' && one.ids !== undefined) read.refs = one.ids;
    if (one.attribute !== undefined) read.attributes.push(one.attribute);
    for (const use of one.uses) read.uses.push(use);
    if (!known) for (const found of one.faults) read.faults.push(found);
  }
  const alone = eachOtherFault(allowed.kind, read.attributes);
  if (alone !== undefined && read.faults.length === 0 && faulty.length === 0)
    read.faults.push(alone);
  return read;
}

interface ReadOne {
  readonly ids?: readonly Written[] | undefined;
  readonly attribute?: Attribute;
  readonly uses: ReadAttributes['uses'];
  readonly faults: readonly Fault[];
}

function readAttribute(
  text: string,
  allowed: Allowed,
  name: string,
  item: AttributeSyntax,
): ReadOne {
  const { kind } = allowed;
  if (name === '#') return readId(allowed, item);
  if (name === 'ref') return readRef(text, allowed, item);
  const spec = attributeSpec(kind, name);
  if (spec === undefined) return { uses: [], faults: [unknown(text, allowed, item)] };
  if (spec.registryOnly || spec.type.type === 'mapping' || spec.type.type === 'records') {
    const reason = 'it holds values of its own, so it can stand in a registry only';
    return { uses: [], faults: [misplaced(kind, item, reason)] };
  }
  if (allowed.only) {
    const reason =
      'this tag only mentions; what is said of it stands with its definition, beside #id';
    return { uses: [], faults: [misplaced(kind, item, reason)] };
  }
  const checked = checkValue(text, spec, scalarOf(item));
  return {
    attribute: { name, key: item.name, value: checked.value },
    uses: checked.uses,
    faults: checked.faults.map((found) => valueFault(kind, item.name.text, found)),
  };
}

/** A missing value is an empty one, after the name. */
function scalarOf({ value, name }: AttributeSyntax): Scalar {
  if (value !== undefined) return { type: 'scalar', text: value.text, span: value.span };
  return { type: 'scalar', text: '', span: name.span };
}

function readId({ kind, id: mayHaveId }: Allowed, item: AttributeSyntax): ReadOne {
  const id = scalarOf(item);
  if (!mayHaveId) {
    const reason = 'nothing can point at this kind of tag, so it has no id';
    return { uses: [], faults: [misplaced(kind, item, reason)] };
  }
  const found = idValueFault(id);
  return {
    ids: id.text === '' ? undefined : [{ text: id.text, span: id.span }],
    uses: [],
    faults: found === undefined ? [] : [valueFault(kind, 'id', found)],
  };
}

function readRef(text: string, { kind, ref }: Allowed, item: AttributeSyntax): ReadOne {
  if (!ref) {
    const reason = "only a tag in a sentence points with 'ref'";
    return { uses: [], faults: [misplaced(kind, item, reason)] };
  }
  const spec: AttributeSpec = {
    name: 'ref',
    summary: '',
    type: { type: 'ids', kinds: [kind.tag] },
  };
  const { value, uses, faults } = checkValue(text, spec, scalarOf(item));
  const items = value.type === 'list' ? value.items : [];
  return {
    ids: items.flatMap((id) =>
      id.type === 'scalar' && id.text !== '' ? [{ text: id.text, span: id.span }] : [],
    ),
    uses,
    faults: faults.map((found) => valueFault(kind, 'ref', found)),
  };
}

/** A fault of a value, told with the attribute and kind it stands in. */
export function valueFault(kind: Kind, attribute: string, found: ValueFault): Fault {
  const { rule, span, reason, wanted, correction } = found;
  const detail = { kind: kind.tag, attribute: found.attribute ?? attribute, found: found.found };
  return fault(rule, span, { ...detail, reason, wanted }, correction);
}

function misplaced(kind: Kind, { name, span }: AttributeSyntax, reason: string): Fault {
  return fault('unknown-attribute', span, { kind: kind.tag, attribute: name.text, reason });
}

function duplicate(text: string, kind: Kind, { name, span }: AttributeSyntax): Fault {
  const found = text.slice(span.start, span.end);
  return fault('duplicate-attribute', span, { kind: kind.tag, attribute: name.text, found });
}

function unknown(text: string, allowed: Allowed, item: AttributeSyntax): Fault {
  const { name } = item;
  if (name.text === 'id' && allowed.id) {
    const wanted = `#${item.value?.text ?? ''}`;
    const detail = {
      kind: allowed.kind.tag,
      attribute: 'id',
      found: shownItem(text, item),
      wanted,
    };
    return fault('unknown-attribute', item.span, detail, changeTo(item.span, wanted));
  }
  return unknownAttribute(allowed.kind, name, allowed.ref ? ['ref'] : []);
}

function shownItem(text: string, { span }: AttributeSyntax): string {
  return text.slice(span.start, span.end);
}

/** A name that the kind does not have, with the one that was meant if there is one, `-` where it had `-`. */
export function unknownAttribute(kind: Kind, name: Written, also: readonly string[]): Fault {
  const written = canonicalName(name.text).toLowerCase();
  const names = [...kind.attributes.map((spec) => spec.name), ...also];
  const near = nearest(written, names, reachOf(written));
  const wanted = name.text.includes('_') ? near : near?.replaceAll('_', '-');
  const detail = { kind: kind.tag, attribute: name.text, found: name.text, wanted };
  const correction = wanted === undefined ? undefined : changeTo(name.span, wanted);
  return fault('unknown-attribute', name.span, detail, correction);
}

/** `to=each-other` says that those who act promise it to one another: one alone cannot. */
function eachOtherFault(kind: Kind, attributes: readonly Attribute[]): Fault | undefined {
  const to = attributes.find(({ value }) => {
    const first = value.type === 'list' ? value.items[0] : undefined;
    return first?.type === 'scalar' && first.text === 'each-other';
  });
  const by = attributes.find(({ name }) => name === 'by')?.value;
  if (to === undefined || by?.type !== 'list' || by.items.length > 1) return undefined;
  return fault('invalid-value', to.value.span, {
    kind: kind.tag,
    attribute: to.key.text,
    found: 'each-other',
    reason: "it needs two or more in 'by' who promise it to one another",
  });
}

/** A fault at the very edge of an attribute is the attribute's too: `by=india,‸ united-states`. */
function touches(a: Span, b: Span): boolean {
  return overlaps(a, b) || a.end === b.start || a.start === b.end;
}
