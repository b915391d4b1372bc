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
