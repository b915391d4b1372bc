/** Where in a document something is pasted. */
export interface PastePlace {
  /** Whether words are read as Markdown there: not in the front matter and not in a fence. */
  readonly isProse: boolean;
  /** What further lines begin with, so that they go on in the quote or the item. */
  readonly indent: string;
}

/** @param before the lines of a document up to the cursor, the last one up to it */
export function pastePlace(before: readonly string[]): PastePlace {
  const last = before.at(-1) ?? '';
  const [, outer = '', mark = ''] = /^([ \t>]*)((?:[-*+]|\d{1,9}[.)])[ \t]+)?/.exec(last) ?? [];
  return { isProse: isProse(before), indent: outer + ' '.repeat(mark.length) };
}

function isProse(before: readonly string[]): boolean {
  let start = 0;
  if (/^---\s*$/.test(before[0] ?? '') && before.length > 1) {
    const end = before.findIndex((line, at) => at > 0 && /^(?:---|\.\.\.)\s*$/.test(line));
    if (end < 0 || end === before.length - 1) return false;
    start = end + 1;
  }
  let fence: string | undefined;
  for (const line of before.slice(start)) {
    const [, marks, rest = ''] = /^[ \t>]*(?:[-*+][ \t]+)?(`{3,}|~{3,})(.*)$/.exec(line) ?? [];
    if (marks === undefined) continue;
    if (fence === undefined) {
      // Behind backticks there are none, or it is code in a line.
      if (marks.startsWith('~') || !rest.includes('`')) fence = marks;
    } else if (marks.startsWith(fence) && rest.trim() === '') fence = undefined;
  }
  return fence === undefined;
}

/** Text with all lines but the first behind an indent. */
export function indented(text: string, indent: string): string {
  return text
    .split('\n')
    .map((line, at) => (at === 0 ? line : `${indent}${line}`.trimEnd()))
    .join('\n');
}

/** The number that a new footnote may have. */
export function freeFootnote(text: string): number {
  let most = 0;
  for (const [, number] of text.matchAll(/\[\^(\d{1,6})\]/g)) most = Math.max(most, Number(number));
  return most + 1;
}

const FORMATTED =
  /<(?:h[1-6]|ul|ol|li|table|b|strong|i|em|a|del|ins|sup|blockquote|pre|img)[\s>]|mso-list|font-weight:\s*(?:bold|[6-9]00)|font-style:\s*italic/i;

/** Whether HTML of a clipboard says more than its words do. Editors of code give each word a colour, which is no more. */
export function isFormatted(html: string): boolean {
  return FORMATTED.test(html) || (html.match(/<p[\s>]/gi)?.length ?? 0) > 1;
}

/** Whether plain text has single line breaks, which Markdown takes for spaces. */
export function hasLineBreaks(text: string): boolean {
  return /\S[ \t]*\r?\n[ \t]*(?![-*+>|#`~:]|\d{1,9}[.)]\s)\S/.test(text);
}
