import type { Written } from '../text/index.js';

/** The word that stands for the parties themselves: `to=each-other`. Never an id. */
export const EACH_OTHER = 'each-other';

/** Whether words are another way to write {@link EACH_OTHER}: `each other`, `each_other`, `one another`. */
export function meansEachOther(text: string): boolean {
  if (!/^[^a-z]*[eo]/i.test(text)) return false;
  const letters = text.toLowerCase().replace(/[^a-z]/g, '');
  return text !== EACH_OTHER && /^(?:eachothers?|oneanother)$/.test(letters);
}

/** Why a text is no id (LANGUAGE.md, section 2), as a clause; `undefined` when it is one. */
export function idFault(text: string): string | undefined {
  if (text === EACH_OTHER) return `'${EACH_OTHER}' is a reserved word and cannot be used as an id`;
  if (/^[a-z0-9][a-z0-9-]*$/.test(text)) {
    const isNumber = /^\d+$/.test(text);
    return isNumber ? 'an id needs at least one letter or hyphen' : undefined;
  }
  return 'an id has only lower-case letters a to z, digits and hyphens, and begins with a letter or a digit';
}

/** The id that a text comes close to: `Pete_Hegseth` -> `pete-hegseth`; `undefined` when none does. */
export function nearId(text: string): string | undefined {
  const near = text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '');
  return near !== text && idFault(near) === undefined ? near : undefined;
}

/**
 * The address of a source, in the form in which two are compared; `undefined` for what is no address. A source may be
 * pointed at by the address that it is registered with.
 */
export function sourceAddress(text: string): string | undefined {
  const bare = text.trim().replace(/^<(\S*)>$/, '$1');
  const whole = /^(?:www\.|[a-z0-9-]+(?:\.[a-z0-9-]+)+\/)/i.test(bare) ? `https://${bare}` : bare;
  if (!/^[a-z][a-z0-9+.-]*:\S+$/i.test(whole)) return undefined;
  const secure = whole.replace(/^http:/i, 'https:');
  return secure
    .replace(/^[^/?#]*(?:\/\/[^/?#]*)?/, (host) => host.toLowerCase())
    .replace(/\/$/, '');
}

/** The web addresses in words, as written there: of Markdown links, or in sentences. Offsets in the text. */
export function addressesAmongWords(text: string): readonly Written[] {
  return [...text.matchAll(/(?:https?:\/\/|\bwww\.)[^\s<>"'`]+/gi)].map(({ 0: found, index }) => {
    const address = withoutEnd(found);
    return { text: address, span: { start: index, end: index + address.length } };
  });
}

/** A sentence ends behind an address, and a bracket that opens before it closes behind it. */
function withoutEnd(address: string): string {
  const end = closingBracket(address);
  return address.slice(0, end).replace(/[.,;:!?*_]+$/, '');
}

function closingBracket(text: string): number {
  let open = 0;
  for (let at = 0; at < text.length; at++) {
    if (text[at] === '(' || text[at] === '[') open += 1;
    if (text[at] === ')' || text[at] === ']') open -= 1;
    if (open < 0) return at;
  }
  return text.length;
}

/** Whether what points is an address: it has a colon, which no id has, and no blanks, which words may have. */
export function isAddress(id: string): boolean {
  return id.includes(':') && !/\s/.test(id);
}

/** Whether what points is an id, and no address and no words of a source. */
export function isId(id: string): boolean {
  return /^[a-z0-9-]+$/.test(id);
}

/** Whether an attribute points at sources alone, so that their addresses may stand there. */
export function takesAddresses(kinds: readonly string[] | 'any'): boolean {
  return kinds !== 'any' && kinds.length === 1 && kinds[0] === 'source';
}
