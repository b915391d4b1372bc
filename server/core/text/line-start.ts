/**
 * Where the line begins that a place stands on, or `most` UTF-16 units before the place if that comes first. Takes as long
 * as that is far: `lastIndexOf` goes to the beginning of a text that has no such line end.
 */
export function startOfLine(
  text: string,
  at: number,
  most: number = Number.POSITIVE_INFINITY,
): number {
  const least = Math.max(0, at - most);
  let start = at;
  while (start > least && !isLineEnd(text.charCodeAt(start - 1))) start -= 1;
  return start;
}

function isLineEnd(code: number): boolean {
  return code === 10 || code === 13;
}
