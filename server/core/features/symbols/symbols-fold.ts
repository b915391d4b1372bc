/**
 * The form in which names are searched: small letters without accents, so that `lokke` finds
 * `Løkke` and `sao tome` finds `São Tomé`. Signs that are letters of their own in other scripts
 * (vowels of Hindi, points of Arabic) stay. A hyphen is a space, so that an id is found by its name.
 */
export function foldSearch(text: string): string {
  const lower = text.toLowerCase();
  if (PLAIN.test(lower)) return lower;
  if (ASCII.test(lower)) return lower.replace(BETWEEN, ' ').trim();
  return lower
    .normalize('NFKD')
    .replace(ACCENTS, '')
    .replace(LETTERS, (letter) => PLAIN_LETTERS.get(letter) ?? letter)
    .normalize('NFC')
    .replace(BETWEEN, ' ')
    .trim();
}

/** Most texts: nothing to fold but the case. */
const PLAIN = /^(?:[!-,./-~]+(?: [!-,./-~]+)*)?$/;

/** Without accents and letters to take apart. */
const ASCII = /^[\0-\x7f]*$/;

const BETWEEN = /[\s-]+/g;

const ACCENTS = /[\u0300-\u036f]/g;

/** Letters that Unicode does not take apart, as people type them who do not have them. */
const PLAIN_LETTERS: ReadonlyMap<string, string> = new Map([
  ['ł', 'l'],
  ['ø', 'o'],
  ['đ', 'd'],
  ['ð', 'd'],
  ['ħ', 'h'],
  ['ı', 'i'],
  ['ß', 'ss'],
  ['æ', 'ae'],
  ['œ', 'oe'],
  ['þ', 'th'],
  ['\u2018', "'"],
  ['\u2019', "'"],
  ['\u201c', '"'],
  ['\u201d', '"'],
  ['\u2010', '-'],
  ['\u2011', '-'],
  ['\u2013', '-'],
  ['\u2014', '-'],
]);

const LETTERS = new RegExp(`[${[...PLAIN_LETTERS.keys()].join('')}]`, 'g');
