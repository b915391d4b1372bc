/** Lines that have a form of their own in Markdown: items, quotes, headings, tables, fences. */
const FORM = /^\s*(?:[-*+>|#]|\d{1,9}[.)]\s|`{3}|~{3}|:{2,})/;
/** What a sentence, or a line that leads to a list, ends with. */
const END = /[.!?:;…。！？]["'”’»)\]]*$/;
/** Programs that break lines break them here. */
const WIDEST_LINE = 130;
const NARROWEST_LINE = 40;

/**
 * Text without Markdown as paragraphs: each line is one, as Word and mails write them; or, where the lines were broken to
 * fit a page, as PDF readers copy them, those that belong together are one. What has a form of its own stays as it is.
 */
export function asParagraphs(text: string): string {
  const lines = text.replace(/\r\n?/g, '\n').split('\n');
  const blocks: string[][] = [[]];
  for (const line of lines)
    if (line.trim() === '') blocks.push([]);
    else blocks.at(-1)?.push(line.trimEnd());
  const filled = blocks.filter((block) => block.length > 0);
  return filled.map(paragraphsOf).join('\n\n');
}

function paragraphsOf(lines: readonly string[]): string {
  if (lines.some((line) => FORM.test(line))) return lines.join('\n');
  const widest = Math.max(0, ...lines.slice(0, 10_000).map(({ length }) => length));
  if (!isBroken(lines, widest)) return lines.map((line) => line.trim()).join('\n\n');
  const paragraphs: string[][] = [];
  let isOpen = false;
  for (const line of lines.map((each) => each.trim())) {
    if (isOpen) goOn(paragraphs.at(-1) ?? [], line);
    else paragraphs.push([line]);
    // A full line goes on, whatever it ends with.
    isOpen = line.length >= widest * 0.8 || (line.length >= widest * 0.5 && !END.test(line));
  }
  return paragraphs.map((parts) => parts.join('')).join('\n\n');
}

/** A word that was parted at the end of a line is one again. */
function goOn(parts: string[], line: string): void {
  const last = parts.at(-1) ?? '';
  if (/\p{Ll}-$/u.test(last) && /^\p{Ll}/u.test(line)) {
    parts[parts.length - 1] = last.slice(0, -1);
    parts.push(line);
  } else parts.push(' ', line);
}

/** Whether lines end where a page ends, and not where a paragraph does. */
function isBroken(lines: readonly string[], widest: number): boolean {
  if (widest > WIDEST_LINE || widest < NARROWEST_LINE || lines.length < 3) return false;
  const full = lines.slice(0, -1).filter(({ length }) => length >= widest * 0.8);
  const ended = lines.slice(0, -1).filter((line) => END.test(line));
  return full.length * 2 >= lines.length - 1 && ended.length * 2 < lines.length - 1;
}
