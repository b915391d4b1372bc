import type { Span } from '../text/index.js';

/** What stands at a place, for a message: its first line, at most 60 characters. */
export function excerpt(text: string, { start, end }: Span): string {
  const piece = text.slice(start, Math.min(end, start + 60));
  return piece.split(/[\r\n]/, 1)[0] ?? '';
}
