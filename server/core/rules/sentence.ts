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
 * What is wrong and why. A reader gives the reason as a clause (`it needs a last day`) or as whole
 * sentences that name the thing themselves; then nothing is said twice.
 */
export function because(wrong: string, reason: string | undefined): string {
  if (reason === undefined) return `${wrong}.`;
  return /^[\p{Lu}']/u.test(reason) ? sentence(reason) : sentence(`${wrong}: ${reason}`);
}

/** Asks for what was probably meant, unless that has just been said. */
export function didYouMean(said: string, wanted: string | undefined): string {
  return wanted === undefined || said.includes(wanted) ? said : `${said} Did you mean '${wanted}'?`;
}
