/** The word that stands for the parties themselves: `to=each-other`. Never an id. */
export const EACH_OTHER = 'each-other';

/** Why a text is no id (LANGUAGE.md, section 2), as a clause; `undefined` when it is one. */
export function idFault(text: string): string | undefined {
  if (text === EACH_OTHER) return `'${EACH_OTHER}' is a reserved word and cannot be used as an id`;
  if (/^\d+$/.test(text)) return 'an id needs at least one letter or hyphen';
  if (/^[a-z0-9][a-z0-9-]*$/.test(text)) return undefined;
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
  const whole = /^www\./i.test(bare) ? `https://${bare}` : bare;
  if (!/^[a-z][a-z0-9+.-]*:\S+$/i.test(whole)) return undefined;
  const secure = whole.replace(/^http:/i, 'https:');
  return secure
    .replace(/^[^/?#]*(?:\/\/[^/?#]*)?/, (host) => host.toLowerCase())
    .replace(/\/$/, '');
}

/** Whether a word that points is an address: no id holds a colon. */
export function isAddress(id: string): boolean {
  return id.includes(':');
}

/** Whether an attribute points at sources alone, so that their addresses may stand there. */
export function takesAddresses(kinds: readonly string[] | 'any'): boolean {
  return kinds !== 'any' && kinds.length === 1 && kinds[0] === 'source';
}
