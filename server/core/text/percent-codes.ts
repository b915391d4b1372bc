/** A text in a web address. Half a character has no code, so it becomes the sign for what cannot be read. */
export function percentEncoded(text: string): string {
  return encodeURIComponent(text.replace(/\p{Cs}/gu, '\ufffd'));
}

/** As written when `%` is not followed by what it should be: people write `100%.md`. */
export function percentDecoded(text: string): string {
  if (!text.includes('%')) return text;
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
