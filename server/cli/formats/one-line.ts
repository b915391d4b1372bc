import { escapeControls } from '../terminal/escape-controls.js';

/** Text of a document as part of one line that every program and log may be given. */
export function oneLine(text: string): string {
  return escapeControls(text.replace(/\s+/g, ' ').trim());
}
