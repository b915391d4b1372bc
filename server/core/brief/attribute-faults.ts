import type { AttributeSyntax } from '../parse/index.js';
import { likelySlips, nearestWord, type Written } from '../text/index.js';
import type { Attribute, Fault } from './facts.js';
import { changeTo, fault } from './faults.js';
import type { ValueFault } from './value-fault.js';
import { canonicalName, type Kind } from './vocabulary.js';

/** A fault of a value, told with the attribute and kind it stands in. */
export function valueFault(kind: Kind, attribute: string, found: ValueFault): Fault {
  const { rule, span, reason, wanted, correction } = found;
  const detail = { kind: kind.tag, attribute: found.attribute ?? attribute, found: found.found };
  return fault(rule, span, { ...detail, reason, wanted }, correction);
}

/** An attribute that may not stand there. */
export function misplaced(kind: Kind, { name, span }: AttributeSyntax, reason: string): Fault {
  return fault('unknown-attribute', span, { kind: kind.tag, attribute: name.text, reason });
}

/** The second of its name. */
export function duplicate(text: string, kind: Kind, { name, span }: AttributeSyntax): Fault {
  const found = text.slice(span.start, span.end);
  return fault('duplicate-attribute', span, { kind: kind.tag, attribute: name.text, found });
}

/** A name that the kind does not have, with the one that was meant if there is one, `-` where it had `-`. */
export function unknownAttribute(kind: Kind, name: Written, also: readonly string[]): Fault {
  const written = canonicalName(name.text).toLowerCase();
  const names = [...kind.attributes.map((spec) => spec.name), ...also];
  const near = nearestWord(written, names, likelySlips(written));
  const wanted = name.text.includes('_') ? near : near?.replaceAll('_', '-');
  const detail = { kind: kind.tag, attribute: name.text, found: name.text, wanted };
  const correction = wanted === undefined ? undefined : changeTo(name.span, wanted);
  return fault('unknown-attribute', name.span, detail, correction);
}

/** `id=x` where `#x` is meant. */
export function idByName(text: string, kind: Kind, { span, value }: AttributeSyntax): Fault {
  const wanted = `#${value?.text ?? ''}`;
  const found = text.slice(span.start, span.end);
  const detail = { kind: kind.tag, attribute: 'id', found, wanted };
  return fault('unknown-attribute', span, detail, changeTo(span, wanted));
}

/** `to=each-other` says that those who act promise it to one another: one alone cannot. */
export function eachOtherFault(kind: Kind, attributes: readonly Attribute[]): Fault | undefined {
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
    reason: "it needs two or more parties in 'by', who promise it to each other",
  });
}
