import { readableText } from '../../frame/readable-text.js';

/** A line of words of a document as the content of a run. */
export function wordText(words: string): string {
  return readableText(words).replace(/[&<>]/g, (sign) => `&#${sign.charCodeAt(0)};`);
}
