import type { Span } from '../../text/index.js';
import { lineFeed, trimEnd } from './line-columns.js';

/**
 * The front matter of a text: from `---` on its first line (after a byte order mark, if there is one)
 * to the next line of `---` or `...`. None if that is missing: then `---` is Markdown.
 */
export function frontMatterOf(text: string): { span: Span; body: Span } | undefined {
  const start = text.charCodeAt(0) === 0xfeff ? 1 : 0;
  const first = lineFeed(text, start);
  if (!isFrontMatterLine(text, start, first, '---')) return undefined;
  for (let at = first + 1; at < text.length; ) {
    const end = lineFeed(text, at);
    if (isFrontMatterLine(text, at, end, '---') || isFrontMatterLine(text, at, end, '...')) {
      const close = text.charCodeAt(end - 1) === 13 ? end - 1 : end;
      return { span: { start, end: close }, body: { start: first + 1, end: at } };
    }
    at = end + 1;
  }
  return undefined;
}

function isFrontMatterLine(text: string, start: number, end: number, words: string): boolean {
  return text.startsWith(words, start) && trimEnd(text, start, end) === start + words.length;
}
