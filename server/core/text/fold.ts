/** Most names: nothing in them to fold, which is worth knowing where 100,000 of them are read. */
const FOLDED = /^[!-~]+(?: [!-~]+)*$/;

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
 * The form in which two names are compared (LANGUAGE.md, section 7): white space and no-break
 * spaces folded, curly quotes straight, every dash a hyphen, NFC. Case is kept.
 */
export function foldName(text: string): string {
  if (FOLDED.test(text)) return text;
  return foldSpace(text)
    .replace(/[\u2018\u2019\u201a\u201b\u02bc]/g, "'")
    .replace(/[\u201c\u201d\u201e\u201f]/g, '"')
    .replace(/[\u2010-\u2015\u2212]/g, '-');
}

/** As {@link foldName}, ignoring case as well. */
export function foldCase(text: string): string {
  return foldName(text).toLowerCase();
}
