/** Text as it may stand in a line of a manual page (man(7)): nothing in it is a request or an escape. */
export function roff(text: string): string {
  return (
    text
      .replaceAll('\\', '\\e')
      .replaceAll('-', '\\-')
      .replaceAll('`', '\\(ga')
      .replaceAll("'", '\\(aq')
      .replaceAll('^', '\\(ha')
      .replaceAll('~', '\\(ti')
      // Not every formatter reads UTF-8.
      .replace(/[^\0-\x7f]/gu, (sign) => `\\[u${codeOf(sign)}]`)
      .replace(/^\./gm, '\\&.')
  );
}

/** An argument of a request. */
export function quoted(text: string): string {
  return `"${roff(text).replaceAll('"', '\\(dq')}"`;
}

function codeOf(sign: string): string {
  return (sign.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0');
}
