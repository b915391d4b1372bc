import { visible } from '../visible.js';

/** Text of a document as part of one line that every program and log may be given. */
export function oneLine(text: string): string {
  return visible(text.replace(/\s+/g, ' ').trim());
}
