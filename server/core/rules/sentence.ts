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
