import type { DateWords } from './date-words.js';
import { lastDayOfMonth } from './day.js';
import { describeDate, MONTHS } from './describe.js';
import { readingsOfDigits } from './digits.js';
import { parseEdtf, parsePart } from './edtf.js';
import { behindFiscalYear, type LooseDate, looseDateOf, reversedTimeOf } from './loose-words.js';
import { edtfOfWords } from './words.js';

/** Why a text is no date that the language allows. */
export interface EdtfFault {
  /** A sentence for a person. */
  readonly message: string;
  /** What may have been meant, in EDTF. */
  readonly offer?: string;
  /** Where several may have been meant and none is likelier: all of them. */
  readonly offers?: readonly string[];
  /** Why it is no one date, as a clause, where words say one of several. */
  readonly reason?: string | undefined;
  /** The offer is what is mostly meant by such words, and not what they say. */
  readonly isGuess?: true;
}

/**
 * `undefined` when the text is an allowed date. The message quotes the text, so keep it short.
 * @param language of the text around it: a date in its words is offered as EDTF
 */
export function edtfFault(text: string, language: DateWords): EdtfFault | undefined {
  if (parseEdtf(text) !== undefined) return undefined;
  const fault = FAULTS.map((find) => find(text, language)).find((found) => found !== undefined);
  if (fault === undefined) return { message: plain(text) };
  // An offer that is itself no date would send its reader in a circle.
  const { offer, ...others } = fault;
  return offer === undefined || parseEdtf(offer) === undefined ? others : fault;
}

const SHAPES =
  'Write a year (2025), a month (2025-10), a day (2025-10-31) or an interval (2025/2035).';

function plain(text: string): string {
  return `'${shortened(text)}' is not a date. ${SHAPES}`;
}

/** The first that knows what is wrong speaks. */
const FAULTS: readonly ((text: string, language: DateWords) => EdtfFault | undefined)[] = [
  empty,
  fiscalYear,
  inWords,
  twoReadings,
  inOtherWords,
  reversedInWords,
  twoYears,
  quarterLetter,
  missingZero,
  openEnds,
  reversed,
  faultyEnd,
  divisionCode,
  impossibleDay,
  qualification,
  otherLevels,
];

function empty(text: string): EdtfFault | undefined {
  return text.trim() === '' ? { message: `The date is empty. ${SHAPES}` } : undefined;
}

/** `2025-26` and `2025/26`: to EDTF the code 26 is a season, to everybody else a fiscal year. */
function fiscalYear(text: string, { loose }: DateWords): EdtfFault | undefined {
  const years = (loose && behindFiscalYear(text.toLowerCase(), loose)) ?? text;
  const match = /^(\d{4})[-/\u2013](\d\d)$/.exec(years);
  const [year, next] = [Number(match?.[1]), Number(match?.[2])];
  if (match === null || next !== (year + 1) % 100) return undefined;
  const following = String(year + 1).padStart(4, '0');
  const offer = `${match[1]}-04/${following}-03`;
  return {
    message: `'${text}' is not a month or a date. For the fiscal year from April ${match[1]} to March ${following} write ${offer}.`,
    offer,
    isGuess: true,
  };
}

function inWords(text: string, language: DateWords): EdtfFault | undefined {
  const offer = edtfOfWords(text, language);
  return offer === undefined ? undefined : { message: mustBe(text, offer), offer };
}

function mustBe(text: string, offer: string): string {
  return `'${shortened(text)}' must be written as ${offer} here.`;
}

/** `05/06/2025`. */
function twoReadings(text: string, language: DateWords): EdtfFault | undefined {
  const offers = readingsOfDigits(text.trim(), language.digits);
  return offers.length < 2 ? undefined : oneOfSeveral(text, { offers });
}

/** `summer 2026`, `by the end of 2025`, `FY2026`. */
function inOtherWords(text: string, language: DateWords): EdtfFault | undefined {
  const found = looseDateOf(text, language);
  return found && loosely(text, found);
}

/** `from 5 June to 1 May 2025`. */
function reversedInWords(text: string, language: DateWords): EdtfFault | undefined {
  const found = reversedTimeOf(text, language);
  if (found === undefined || found.offers.length > 0) return found && loosely(text, found);
  const { reason } = found;
  const message = `'${shortened(text)}' is not a date: ${reason}. Put the earlier date first, or correct the one that is wrong.`;
  return { message, reason };
}

function loosely(text: string, found: LooseDate): EdtfFault {
  const { offers, reason, isExact } = found;
  const [offer] = offers;
  if (offer === undefined)
    return { message: `'${shortened(text)}' is not a date: ${reason}. ${SHAPES}`, reason };
  if (offers.length > 1) return oneOfSeveral(text, found);
  if (isExact) return { message: mustBe(text, offer), offer };
  const [why, said] = [reason === undefined ? '' : `: ${reason}`, describeDate(offer)];
  const meant = said === offer ? '' : ` if ${said} is meant`;
  const message = `'${shortened(text)}' is not a date${why}. Write ${offer}${meant}.`;
  return { message, reason, offer, isGuess: true };
}

function oneOfSeveral(text: string, { offers, reason }: LooseDate): EdtfFault {
  const all = offers.map((offer) => {
    const said = describeDate(offer);
    return said === offer ? offer : `${said} (${offer})`;
  });
  const said = `${all.slice(0, -1).join(', ')} or ${all.at(-1)}`;
  const why = reason === undefined ? '' : `, because ${reason}`;
  const message = `'${shortened(text)}' can be ${said}${why}. Write the one that is meant.`;
  return { message, reason, offers };
}

function twoYears(text: string): EdtfFault | undefined {
  const match = /^(\d{4}) ?- ?(\d{4})$/.exec(text);
  if (match === null) return undefined;
  const offer = `${match[1]}/${match[2]}`;
  return { message: `An interval is written with a slash: ${offer}.`, offer };
}

function quarterLetter(text: string): EdtfFault | undefined {
  const match = /^(\d{4})[- ]?Q([1-4])$/i.exec(text);
  if (match === null) return undefined;
  const offer = `${match[1]}-${32 + Number(match[2])}`;
  return { message: `A quarter is written with its code, 33 to 36: ${offer}.`, offer };
}

function missingZero(text: string): EdtfFault | undefined {
  const match = /^(\d{4})[-./](\d{1,2})(?:[-./](\d{1,2}))?$/.exec(text);
  const written = match?.slice(1).filter((part) => part !== undefined) ?? [];
  const offer = written.map((part) => part.padStart(2, '0')).join('-');
  if (match === null || offer === text || parseEdtf(offer) === undefined) return undefined;
  return { message: `Month and day have two digits and hyphens between them: ${offer}.`, offer };
}

function openEnds(text: string): EdtfFault | undefined {
  if (text === '..' || text === '../..' || text === '/') {
    return { message: `An interval needs a start or an end. ${SHAPES}` };
  }
  const match = /^(?:([^/]+)\/|\/([^/]+))$/.exec(text);
  if (match === null) return undefined;
  const offer = match[1] === undefined ? `../${match[2]}` : `${match[1]}/..`;
  return { message: 'An open end is written with two dots: `..`.', offer };
}

function reversed(text: string): EdtfFault | undefined {
  const [from, to, more] = text.split('/', 3);
  const [first, last] = [parsePart(from ?? ''), parsePart(to ?? '')];
  if (first === undefined || last === undefined || more !== undefined) return undefined;
  return { message: `The interval ends (${to}) before it starts (${from}).` };
}

/** An interval is as faulty as its first faulty end, and mended with the other one. */
function faultyEnd(text: string, language: DateWords): EdtfFault | undefined {
  const ends = text.split('/', 3);
  if (ends.length !== 2) return undefined;
  const faults = ends.map((end) => (end === '..' ? undefined : edtfFault(end, language)));
  const fault = faults.find((each) => each !== undefined);
  if (fault === undefined) return undefined;
  const mended = ends.map((end, index) =>
    faults[index] === undefined ? end : faults[index].offer,
  );
  const [first, last, offer] = [...mended, mended.join('/')];
  if (first === undefined || last === undefined || offer === undefined)
    return { message: fault.message };
  const turned = reversed(offer);
  if (turned !== undefined && parseEdtf(offer) === undefined) return turned;
  if (`${first}${last}`.includes('/')) return { message: fault.message };
  const isGuess = faults.some((each) => each?.isGuess);
  return { message: fault.message, offer, ...(isGuess && { isGuess }) };
}

function divisionCode(text: string): EdtfFault | undefined {
  const match = /^\d{4}-(\d\d)[~?]?$/.exec(text);
  if (match === null) return undefined;
  return {
    message: `'${text}' has no month ${match[1]}. Months are 01 to 12, seasons 21 to 24 (from spring), quarters 33 to 36.`,
  };
}

function impossibleDay(text: string): EdtfFault | undefined {
  const match = /^(\d{4})-(\d\d)-(\d\d)(?:[~?]|T.*)?$/.exec(text);
  if (match === null) return undefined;
  const [year = 0, month = 0, day = 0] = match.slice(1, 4).map(Number);
  const name = MONTHS[month - 1];
  if (name === undefined)
    return { message: `'${shortened(text)}' has no month ${match[2]}: months are 01 to 12.` };
  const last = lastDayOfMonth(year, month);
  if (day < 1 || day > last)
    return {
      message: `${name} ${match[1]} has ${last} days, so there is no ${text.slice(0, 10)}.`,
    };
  return {
    message: `The time of day in '${shortened(text)}' cannot be read. Leave it out: ${text.slice(0, 10)}.`,
    offer: text.slice(0, 10),
  };
}

function qualification(text: string): EdtfFault | undefined {
  if (!/^[\d~?%-]+$/.test(text) || !/[~?%]/.test(text)) return undefined;
  return {
    message: `'${shortened(text)}' has a mark that cannot be read here. Put one \`~\` (about) or one \`?\` (uncertain) at the end.`,
  };
}

function otherLevels(text: string): EdtfFault | undefined {
  if (!/^(?:[\dX~?%-]+|Y-?\d[\dES]*|-\d{4,}.*|\d+S\d+|[[{].*[\]}])$/.test(text)) return undefined;
  return { message: `'${shortened(text)}' is a form of EDTF that cannot be used here. ${SHAPES}` };
}

/** Hostile or pasted text must not fill a message. */
function shortened(text: string): string {
  return text.length > 40 ? `${text.slice(0, 39)}…` : text;
}
