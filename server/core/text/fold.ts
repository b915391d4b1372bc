import { LETTER_FORMS, SIGNS, VOWEL_MARKS, ZEROS } from './fold-tables.js';

/** Most names: nothing in them to fold, which is worth knowing where 100,000 of them are read. */
const FOLDED = /^[!-_a-~]+(?: [!-_a-~]+)*$/;

/** White space folded to single spaces, ends trimmed, NFC: how a name is shown. */
export function foldSpace(text: string): string {
  // Below the first combining mark every text is NFC.
  const composed = MAY_COMPOSE.test(text) ? text.normalize('NFC') : text;
  return (
    UNEVEN.test(composed) ? composed.replace(/[\s\u00a0\u202f\u2007]+/g, ' ') : composed
  ).trim();
}

const MAY_COMPOSE = /[\u0300-\uffff]/;
/** White space other than single spaces. */
const UNEVEN = /[^\S ]| {2}/;

/**
 * The form in which two names are compared (LANGUAGE.md, section 7): what nobody sees is out; kinds of space, quote,
 * apostrophe, dash and dot are one each; letters in another form (wide, joined, drawn out) are the usual ones. Case
 * is kept, and so is every sign that a reader sees.
 */
export function foldName(text: string): string {
  if (FOLDED.test(text)) return text;
  const usual = text.normalize('NFC').replace(FORMS, usualForm).replace(INVISIBLE, '');
  return foldSpace(usual.replace(SIGN, (sign) => SIGN_OF.get(sign) ?? sign));
}

/**
 * As {@link foldName}, for names that a reader takes for the same though they are written in another way: in capitals
 * (in full: `STRASSE` is *Straße*), with digits of another script, without the marks that show how a word is read.
 */
export function foldCase(text: string): string {
  if (FOLDED.test(text)) return text.toLowerCase();
  const named = foldName(text);
  // Twice there and back: ẞ has a small letter and ß has none, and the last letter of a Greek word has two.
  const small = named.toLowerCase().toUpperCase().toLowerCase();
  const bare = small
    .normalize('NFD')
    .replace(VOWELS, '')
    .replace(/i\u0307/g, 'i')
    .replace(/(?<=\p{Script=Greek}\p{Mn}*)[\u0300\u0301\u0342]/gu, '');
  return foldName(bare.normalize('NFC'))
    .replace(LETTER, (letter) => LETTER_OF.get(letter) ?? letter)
    .replace(/\p{Nd}/gu, digit);
}

/** Forms of letters that differ in nothing but how they are drawn: wide and narrow, joined, bold, in one type. */
const FORMS =
  /[\u0132\u0133\u01c4-\u01cc\u01f1-\u01f3\u2026\u2080-\u2089\u2116\u2160-\u217f\ufb00-\ufb06\ufb1d-\ufb4f\ufb50-\ufdff\ufe70-\ufeff\uff01-\uffee]|[\u{1d400}-\u{1d7ff}]/gu;

function usualForm(form: string): string {
  return form.normalize('NFKC');
}

/**
 * Joiners, marks of direction, soft hyphens, selectors and the like. The tags by which flags of regions differ are
 * seen; a letter drawn out (kashida) is the same letter.
 */
const INVISIBLE =
  /(?![\u{e0020}-\u{e007f}])\p{Default_Ignorable_Code_Point}|[\u0640\ufff9-\ufffb]/gu;

const SIGN_OF: ReadonlyMap<string, string> = characterMap(SIGNS);
const SIGN = new RegExp(`[${[...SIGN_OF.keys()].join('')}]`, 'gu');

const LETTER_OF: ReadonlyMap<string, string> = characterMap(LETTER_FORMS);
const LETTER = new RegExp(`[${[...LETTER_OF.keys()].join('')}]`, 'gu');

const VOWELS = new RegExp(`[${VOWEL_MARKS}]`, 'gu');

function characterMap(
  groups: readonly (readonly [to: string, from: string])[],
): Map<string, string> {
  return new Map(groups.flatMap(([to, from]) => [...from].map((one) => [one, to] as const)));
}

/** The digits of each script follow each other from its zero. */
function digit(sign: string): string {
  const code = sign.codePointAt(0) ?? 0;
  const zero = ZEROS.find((each) => code >= each && code < each + 10);
  return zero === undefined ? sign : String(code - zero);
}
