/** A clause as a sentence: with a capital and a full stop. */
export function sentence(clause: string): string {
  const text = clause.trim();
  const full = /[.!?]$/.test(text) ? text : `${text}.`;
  return full.charAt(0).toUpperCase() + full.slice(1);
}

/** How a message begins that is about a tag: `This :person tag`. */
export function thisTag({ kind }: { readonly kind?: string | undefined }): string {
  return kind === undefined ? 'This tag' : `This :${kind} tag`;
}

/**
 * What is wrong, why, and what was probably meant. A reader gives the reason as a clause (`it needs a
 * last day`) or as whole sentences, which name the thing and what to write; then they say it all.
 */
export function because(wrong: string, reason: string | undefined, wanted?: string): string {
  if (reason !== undefined && /^[\p{Lu}']/u.test(reason)) return sentence(reason);
  const said = sentence(reason === undefined ? wrong : `${wrong}: ${reason}`);
  return wanted === undefined ? said : `${said} Did you mean '${wanted}'?`;
}
