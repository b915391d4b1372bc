import type { AttributeSyntax } from '../parse/index.js';
import { likelySlips, nearestWord, type Written } from '../text/index.js';
import type { Attribute, Fault } from './facts.js';
import { changeTo, fault } from './faults.js';
import { idFault } from './ids.js';
import type { ValueFault } from './value-fault.js';
import { canonicalName, type Kind } from './vocabulary.js';

/** A fault of a value, told with the attribute and kind it stands in. */
export function valueFault(kind: Kind, attribute: string, found: ValueFault): Fault {
  const { rule, span, reason, wanted, correction } = found;
  const detail = {
    kind: kind.tag,
    attribute: found.attribute ?? attribute,
    found: found.found,
    kinds: kindsDetail(found),
    choices: found.choices?.join(' '),
  };
  return fault(rule, span, { ...detail, reason, wanted }, correction);
}

/** {@link ValueFault.kinds} as the text of a detail. */
export function kindsDetail({ kinds }: ValueFault): string | undefined {
  return kinds === undefined || kinds === 'any' ? kinds : kinds.join(' ');
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

/**
 * A name that the kind does not have, with the one that was meant if there is one, `-` where it had `-`.
 * @param others the names beside it: what is there already, or would be by the same right, was not meant
 */
export function unknownAttribute(
  kind: Kind,
  name: Written,
  also: readonly string[],
  others: readonly string[],
): Fault {
  const names = [...kind.attributes.map((spec) => spec.name), ...also];
  const meant = meantName(name.text, names);
  const isTaken = others.some(
    (other) => canonicalName(other) === meant || meantName(other, names) === meant,
  );
  const near = isTaken ? undefined : meant;
  const wanted = name.text.includes('_') ? near : near?.replaceAll('_', '-');
  const detail = { kind: kind.tag, attribute: name.text, found: name.text, wanted };
  const correction = wanted === undefined ? undefined : changeTo(name.span, wanted);
  return fault('unknown-attribute', name.span, detail, correction);
}

/** The same without its correction, where that would only make another fault. */
export function uncorrected({ rule, span, detail }: Fault): Fault {
  return { rule, span, detail };
}

function meantName(name: string, names: readonly string[]): string | undefined {
  const written = canonicalName(name).toLowerCase();
  return nearestWord(written, names, likelySlips(written));
}

/** `id=x` where `#x` is meant. @param isFree whether nothing else beside it says an id */
export function idByName(
  text: string,
  kind: Kind,
  { span, value }: AttributeSyntax,
  isFree: boolean,
): Fault {
  const wanted = `#${value?.text ?? ''}`;
  const found = text.slice(span.start, span.end);
  const detail = { kind: kind.tag, attribute: 'id', found, wanted };
  const isId = isFree && value !== undefined && idFault(value.text) === undefined;
  return fault('unknown-attribute', span, detail, isId ? changeTo(span, wanted) : undefined);
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
