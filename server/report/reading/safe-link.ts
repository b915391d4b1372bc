/** An address that a reader may be sent to; `undefined`: a program, a place in a folder, or nothing at all. */
export function safeLink(address: string): string | undefined {
  const plain = address.trim();
  if (!/^(?:https?:\/\/|mailto:)[^\s]/i.test(plain)) return undefined;
  return plain.length > MOST
    ? undefined
    : plain.replace(/[\s<>"'`\\^{|}\p{Cc}\p{Cs}\p{Cf}]/gu, encoded);
}

/** Longer ones are opened by no browser, and no office takes them. */
const MOST = 2000;

function encoded(sign: string): string {
  // Half a character has no code.
  return sign === "'" ? '%27' : encodeURIComponent(/\p{Cs}/u.test(sign) ? '\ufffd' : sign);
}
