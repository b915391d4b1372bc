import { decodeNamedCharacterReference } from 'decode-named-character-reference';

/** Character references (`&amp;`, `&#8211;`, `&#x2013;`) as the characters they stand for. */
export function decodeReferences(text: string): string {
  if (!text.includes('&')) return text;
  return text.replace(REFERENCE, (written, hex?: string, decimal?: string, name?: string) => {
    if (name !== undefined) return decodeNamedCharacterReference(name) || written;
    return character(hex === undefined ? Number(decimal) : Number.parseInt(hex, 16));
  });
}

const REFERENCE = /&(?:#[xX]([0-9a-fA-F]{1,6})|#([0-9]{1,7})|([A-Za-z][A-Za-z0-9]{0,31}));/g;

/** What is no character becomes the replacement character, as CommonMark says. */
function character(code: number): string {
  const isNone = code === 0 || code > 0x10ffff || (code >= 0xd800 && code <= 0xdfff);
  return isNone ? '\ufffd' : String.fromCodePoint(code);
}
