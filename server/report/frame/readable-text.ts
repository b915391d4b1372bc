/**
 * Words of documents for a document: nothing that acts, and nothing that XML has no place for. Signs that letters of
 * some scripts need stay; those that turn the order of what follows are shown.
 */
export function readableText(words: string): string {
  return words
    .replace(/\r\n?/g, '\n')
    .replace(/[^\P{Cc}\t\n]/gu, '')
    .replace(/[\p{Cs}\ufffe\uffff]/gu, '\ufffd')
    .replace(/[\u202d\u202e]/g, (sign) => `<${sign.charCodeAt(0).toString(16).toUpperCase()}>`);
}

/** Whether a text runs from right to left: as its first letter does. */
export function isRightToLeft(words: string): boolean {
  const [first] = /\p{L}/u.exec(words) ?? [];
  return (
    first !== undefined && /[\p{sc=Hebr}\p{sc=Arab}\p{sc=Syrc}\p{sc=Thaa}\p{sc=Nkoo}]/u.test(first)
  );
}

/** A tag of BCP 47, if a brief names its language with one. */
export function languageTag(lang: string | undefined): string | undefined {
  return lang !== undefined && /^[A-Za-z]{2,8}(?:-[A-Za-z0-9]{1,8})*$/.test(lang)
    ? lang
    : undefined;
}
