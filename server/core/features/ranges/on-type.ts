import { type Span, shift, type TextEdit } from '../../text/index.js';
import { type Page, syntaxOf, type Workspace } from '../../workspace/index.js';

/**
 * The closing line of a `:::` block, when a new line was just begun below its opening line and nothing
 * closes it yet. It goes below the cursor's line, so that the cursor stays where one writes on.
 * @param offset UTF-16, of the cursor
 */
export function closingFence(
  { vocabulary }: Workspace,
  page: Page,
  offset: number,
): TextEdit | undefined {
  const { text } = page;
  const line = lineAt(text, offset);
  if (line.start === 0 || !/^[\t >]*$/.test(text.slice(line.start, line.end))) return undefined;
  const above = lineAt(text, line.start - 1);
  const { fences, blocks } = syntaxOf(page);
  for (const { open, close } of fences) {
    const placed = blocks[open.block];
    const tag = placed?.block.tags[open.tag];
    if (placed === undefined || tag === undefined) continue;
    const span = shift(tag.span, placed.at);
    if (span.end < above.start || span.end > above.end || close !== undefined) continue;
    const isKnown = vocabulary.kinds.get(tag.kind.text)?.forms.includes('block') === true;
    const isDone =
      tag.attributes?.closed !== false && /^\s*$/.test(text.slice(span.end, above.end));
    if (!isKnown || !isDone) return undefined;
    const before = continued(text.slice(lineAt(text, span.start).start, span.start));
    return below(text, line, before + ':'.repeat(tag.colons));
  }
  return undefined;
}

/** What stands before the next lines of a list item or quote that began so. */
function continued(before: string): string {
  return before.replace(/[^\s>]/g, ' ');
}

function below(text: string, line: Span, words: string): TextEdit {
  const end = /\r\n?|\n/.exec(text)?.[0] ?? '\n';
  const next = line.end + (text.startsWith('\r\n', line.end) ? 2 : 1);
  // At the end of the text there is no line below.
  if (line.end >= text.length) return { span: at(line.end), text: end + words };
  return { span: at(next), text: words + end };
}

function at(offset: number): Span {
  return { start: offset, end: offset };
}

/** The line that an offset is in, without its end. */
function lineAt(text: string, offset: number): Span {
  let start = offset;
  // Between a CR and its LF is still the line before.
  if (text[start - 1] === '\r' && text[start] === '\n') start -= 1;
  let end = start;
  while (start > 0 && !isLineEnd(text.charCodeAt(start - 1))) start -= 1;
  while (end < text.length && !isLineEnd(text.charCodeAt(end))) end += 1;
  return { start, end };
}

function isLineEnd(code: number): boolean {
  return code === 0x0a || code === 0x0d;
}
