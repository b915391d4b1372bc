import type { CompletionTrigger } from './completion.js';

/** Further back nothing is looked for: no paragraph is so long. */
const MAX_LOOK_BACK = 20_000;

/**
 * Whether the text before the cursor leaves anything to offer, without reading the page: an editor asks
 * after each space that is typed.
 */
export function shouldComplete(
  text: string,
  offset: number,
  { trigger }: CompletionTrigger,
): boolean {
  if (/^\ufeff?---[ \t]*[\r\n]/.test(text) && offset < MAX_LOOK_BACK) return true;
  const paragraph = beforeCursor(text, offset);
  if (paragraph.includes('<!--')) return true;
  if (!paragraph.includes(':')) return false;
  return trigger === undefined || trigger === ':' || /[[{]/.test(paragraph);
}

/** From the last blank line on. */
function beforeCursor(text: string, offset: number): string {
  const before = text.slice(Math.max(0, offset - MAX_LOOK_BACK), offset);
  const blank = /[\r\n][ \t>]*(?:\r\n|\n|\r(?!\n))/g;
  let start = 0;
  for (const { index, 0: found } of before.matchAll(blank)) start = index + found.length;
  return before.slice(start);
}
