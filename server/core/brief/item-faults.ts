import { edtfFault, parseEdtf } from '../dates/index.js';
import type { Language } from '../language/index.js';
import type { Scalar } from '../parse/index.js';
import { halfWidth, nearestWord, type Written } from '../text/index.js';
import {
  addressesAmongWords,
  EACH_OTHER,
  idFault,
  meansEachOther,
  nearId,
  sourceAddress,
  takesAddresses,
} from './ids.js';
import { correctable, invalid, type ValueFault } from './value-fault.js';
import type { AttributeType, Choice, Elsewhere } from './vocabulary.js';

/**
 * What is wrong with one item among several: it may also be empty, or a word that must stand alone.
 * @param separator what parts them; in a YAML list nothing that could be taken out
 */
export function itemFault(
  type: AttributeType,
  item: Scalar,
  index: number,
  items: readonly Scalar[],
  language: Language,
  separator: ',' | ';' | undefined,
): ValueFault | undefined {
  if (item.text === '' && separator !== undefined) return emptyItem(separator, item, index);
  if (type.type === 'ids' && type.also?.includes(item.text) && items.length > 1)
    return invalid(item, `it must be the only value, without other ids`);
  return scalarFault(type, item, language);
}

/** The separator that has nothing beside it is what is wrong; taking it out mends the list. */
function emptyItem(separator: ',' | ';', item: Scalar, index: number): ValueFault {
  const start = index === 0 ? item.span.start : item.span.start - 1;
  const span = { start, end: start + 1 };
  return {
    rule: 'invalid-value',
    span,
    found: separator,
    reason: 'a value is missing before or after it in the list',
    correction: { fix: `Remove the '${separator}'`, edits: [{ span, text: '' }] },
  };
}

/** What is wrong with a value that stands alone. */
export function scalarFault(
  type: AttributeType,
  item: Scalar,
  language: Language,
): ValueFault | undefined {
  if (item.text.trim() === '') return invalid(item, 'it has no value');
  switch (type.type) {
    case 'id':
      return pointing(item, type.kinds);
    case 'ids':
      if (type.also?.includes(item.text)) return undefined;
      if (type.also?.includes(EACH_OTHER) && meansEachOther(item.text))
        return invalid(item, `the word for it is ${EACH_OTHER}`, EACH_OTHER);
      return pointing(item, type.kinds);
    case 'date':
      return dateFault(type, item, language);
    case 'one-of':
      return choiceFault(type.values, item, type.elsewhere);
    case 'flag':
      return choiceFault(FLAG, item);
    case 'url':
      return urlFault(item);
    default:
      return undefined;
  }
}

function pointing(item: Scalar, kinds: readonly string[] | 'any'): ValueFault | undefined {
  if (takesAddresses(kinds) && sourceAddress(item.text) !== undefined) return undefined;
  const found = idValueFault(item);
  const address = takesAddresses(kinds) ? addressesAmongWords(item.text)[0] : undefined;
  if (address === undefined) return found && { ...found, kinds };
  const reason = `an address is given alone, without other words: ${address.text}`;
  return { ...invalid(item, reason), kinds };
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
  { dates }: Language,
): ValueFault | undefined {
  const date = parseEdtf(item.text);
  if (date === undefined) {
    const half = halfWidth(item.text);
    if (half !== item.text && parseEdtf(half) !== undefined && misfitOf(type, half) === undefined)
      return correctable(item, 'its signs are of full width', half);
    const found = edtfFault(item.text, dates) ?? { message: 'it is not a date' };
    const { message, offer, offers = [], isGuess } = found;
    const choices = offers.filter((each) => misfitOf(type, each) === undefined);
    if (choices.length > 0) return { ...invalid(item, message.replace(/\.$/, '')), choices };
    const misfit = offer === undefined ? undefined : misfitOf(type, offer);
    const reason = misfit ?? message.replace(/\.$/, '');
    if (offer === undefined || misfit !== undefined) return invalid(item, reason);
    return isGuess ? invalid(item, reason, offer) : correctable(item, reason, offer);
  }
  const misfit = misfitOf(type, item.text);
  return misfit === undefined ? undefined : invalid(item, misfit);
}

/** Why a date cannot stand there although it is one, as a clause. */
function misfitOf(
  { interval, closed }: Extract<AttributeType, { type: 'date' }>,
  edtf: string,
): string | undefined {
  const date = parseEdtf(edtf);
  if (date === undefined) return undefined;
  if (interval && !date.interval) return 'it needs a start and an end, such as 2025/2035';
  if (closed && !Number.isFinite(date.range.last)) return 'a deadline needs a last day';
  return undefined;
}

const FLAG: readonly Choice[] = [{ value: 'yes', summary: '', also: ['true', 'on', '1', 'y'] }];

function choiceFault(
  choices: readonly Choice[],
  item: Scalar,
  elsewhere?: Elsewhere,
): ValueFault | undefined {
  const values = choices.map(({ value }) => value);
  if (values.includes(item.text)) return undefined;
  const written = halfWidth(item.text)
    .trim()
    .toLowerCase()
    .replace(/[\s_]+/g, '-');
  if (elsewhere?.words.includes(written)) return invalid(item, elsewhere.reason);
  const reason =
    values.length === 1
      ? `only '${values[0]}' is allowed here; otherwise remove the attribute`
      : `it must be one of ${values.join(', ')}`;
  if (values.includes(written)) return correctable(item, reason, written);
  const meant = choices.find(({ also }) => also?.includes(written));
  if (meant !== undefined) return invalid(item, reason, meant.value);
  const near = nearestWord(written, values, written.length < 4 ? 1 : 2);
  return near === undefined ? invalid(item, reason) : correctable(item, reason, near);
}

function urlFault(item: Scalar): ValueFault | undefined {
  if (/^[a-z][a-z0-9+.-]*:[^\s]+$/i.test(item.text)) return undefined;
  const reason = 'a web address begins with https:// and has no spaces';
  if (/^www\.\S+$/i.test(item.text)) return correctable(item, reason, `https://${item.text}`);
  return invalid(item, reason);
}
