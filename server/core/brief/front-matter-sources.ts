import type { SourceText } from '../language/index.js';
import type { Mapping, Scalar, Value } from '../parse/index.js';
import { foldSpace, halfWidth } from '../text/index.js';
import { kindsDetail } from './attribute-faults.js';
import { checkValue } from './check-value.js';
import type { Fault, Use } from './facts.js';
import { fault } from './faults.js';
import { addressesAmongWords, idFault, sourceAddress } from './ids.js';
import type { ValueFault } from './value-fault.js';

const SOURCES = { type: 'ids', kinds: ['source'] } as const;

/**
 * The sources that a front matter names: an id, several between commas (spaces allowed: it is YAML), or a list of
 * ids; each may be an address. Other tools write there what a person reads: a Markdown link and any words with an
 * address are that address, other words point at nothing yet (`unregistered-source`). Slips of ids are faults.
 */
export function sourcesOf(source: SourceText, value: Value, faults: Fault[]): readonly Use[] {
  if (value.type === 'list') return value.items.flatMap((item) => sourcesIn(source, item, faults));
  return sourcesIn(source, value, faults);
}

function sourcesIn(source: SourceText, value: Value, faults: Fault[]): readonly Use[] {
  if (value.type === 'mapping') return sourceOfMapping(source, value, faults);
  const checked = checkValue(source, { name: 'source', summary: '', type: SOURCES }, value);
  if (value.type === 'scalar' && checked.faults.length > 0 && isWords(value.text))
    return wordsOf(source, value).map(useOf);
  for (const found of checked.faults) faults.push(sourceFault(found));
  return checked.uses.map(({ id }) => useOf(id));
}

function useOf(id: Use['id']): Use {
  return { id, kinds: SOURCES.kinds, attribute: 'source', tag: undefined, definition: undefined };
}

/**
 * What a person wrote for a person, or the name of a file; and no ids with a slip in them: those have no blanks and no
 * capitals.
 */
function isWords(text: string): boolean {
  const parts = halfWidth(text).split(/\s*[,;/|+&]\s*/);
  if (parts.flatMap((part) => part.split(/\s+/)).every(isPointer)) return false;
  if (addressesAmongWords(text).length > 0 || FILE.test(text.trim())) return true;
  return parts.some((part) => /[\s\p{Lu}]|[^\p{ASCII}]/u.test(part.trim()));
}

const FILE = /^(?:\.{0,2}\/.*|.*\.[a-z][a-z0-9]{1,4})$/is;

function isPointer(part: string): boolean {
  return part === '' || idFault(part) === undefined || sourceAddress(part) !== undefined;
}

/** The addresses among them, at their places where they stand there as they are read; else all of them. */
function wordsOf({ text }: SourceText, { text: words, span }: Scalar): readonly Use['id'][] {
  const isVerbatim = text.slice(span.start, span.end) === words;
  const addresses = addressesAmongWords(words).flatMap((address) => {
    const compared = sourceAddress(address.text);
    const at = { start: span.start + address.span.start, end: span.start + address.span.end };
    return compared === undefined ? [] : [{ text: compared, span: isVerbatim ? at : span }];
  });
  return addresses.length > 0 ? addresses : [{ text: foldSpace(words), span }];
}

/** `source: { name: …, url: … }`. */
function sourceOfMapping(source: SourceText, value: Mapping, faults: Fault[]): readonly Use[] {
  for (const wanted of [/^(?:url|link|href|uri)$/i, /^(?:name|title)$/i]) {
    const held = value.entries.find(({ key }) => wanted.test(key.text))?.value;
    if (held?.type === 'scalar' && held.text.trim() !== '') return sourcesIn(source, held, faults);
  }
  const reason = 'it takes a list of values';
  const found = source.text.slice(value.span.start, value.span.end);
  faults.push(sourceFault({ rule: 'invalid-value', span: value.span, found, reason }));
  return [];
}

function sourceFault(found: ValueFault): Fault {
  const { rule, span, reason, wanted, correction } = found;
  const detail = { attribute: 'source', found: found.found, reason, wanted };
  return fault(rule, span, { ...detail, kinds: kindsDetail(found) }, correction);
}
