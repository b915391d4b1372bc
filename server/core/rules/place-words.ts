import { foldName, type Span } from '../text/index.js';

/**
 * The words a finding is about, so that it is known again when lines have moved: those in its span,
 * white space and letter forms folded; where it names none, those of the line it begins in.
 */
export function placeWords(text: string, { start, end }: Span): string {
  const own = foldName(text.slice(start, Math.min(end, start + MOST)));
  if (/[\p{L}\p{N}]/u.test(own)) return own;
  const from = Math.max(start - MOST, text.lastIndexOf('\n', start - 1) + 1);
  const to = text.indexOf('\n', start);
  return foldName(text.slice(from, Math.min(to < 0 ? text.length : to, from + MOST)));
}

/** A span may be a block of many paragraphs: its beginning tells it apart. */
const MOST = 200;
