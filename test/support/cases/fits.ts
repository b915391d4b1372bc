// `…` in a drawing: what else is found there is not the point of the case. So a list of all that there is,
// kinds or rules, is drawn by those that matter, and one more breaks no case.

/** Alone on a line it stands for any lines, none among them. */
export function answerFits(drawn: string, found: string): boolean {
  const parts = drawn.split(/^…\n/m);
  const [first = '', ...others] = parts;
  const last = others.pop();
  if (last === undefined) return drawn === found;
  if (!found.startsWith(first) || !`\n${found}`.endsWith(`\n${last}`)) return false;
  const end = found.length - last.length;
  let at = first.length;
  for (const part of others) {
    const next = part === '' ? at : `\n${found}`.indexOf(`\n${part}`, at);
    if (next < 0) return false;
    at = next + part.length;
  }
  return at <= end;
}

/** Behind a comma or semicolon it stands for the rest of a list. */
export function marksFit(drawn: string, found: string): boolean {
  const [before = '', after] = drawn.split(/(?<=[,;] )…/);
  if (after === undefined) return drawn === found;
  const isLong = before.length + after.length <= found.length;
  return isLong && found.startsWith(before) && found.endsWith(after);
}
