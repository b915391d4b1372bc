/**
 * Plain text whose lines are paragraphs, as a paste from a mail or a page gives it, with a blank line between them.
 * Text that has blank lines between paragraphs already, lists and lines that go on with a small letter stay as they
 * are: they were broken to fit a width.
 */
export function paragraphsOf(text: string): string {
  const lines = text.split(/\r\n?|\n/);
  if (lines.length < 2) return text;
  const out: string[] = [];
  for (const line of lines) {
    const last = out.at(-1);
    if (last !== undefined && last.trim() !== '' && line.trim() !== '' && isApart(last, line))
      out.push('');
    out.push(line);
  }
  return out.join('\n');
}

/** A mark of an item, a quote, a row of a table, a fence, front matter, indented code. */
const MARKED = /^(?: {4}|\t|\s*(?:[-*+>|#]|\d{1,9}[.)]\s|```|~~~|---))/;

/** Whether a line ends a sentence or is a title, and the next one begins anew. */
function isApart(line: string, next: string): boolean {
  if (MARKED.test(line) || MARKED.test(next)) return false;
  if (/^\s*[\p{Ll}]/u.test(next)) return false;
  return /[.!?:;…。！？)”"’'»\]]\s*$/u.test(line) || line.trim().length < SHORT;
}

/** A line that is shorter was not broken to fit a width: a title, a name, an address. */
const SHORT = 60;
