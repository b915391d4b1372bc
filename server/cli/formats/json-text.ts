import { LOG_COMMAND } from '../terminal/escape-controls.js';
import type { LocatedFinding } from './located-finding.js';

/**
 * A value as JSON, on one line unless indented, harmless wherever it is read: halves of characters, which no UTF-8
 * knows, become U+FFFD; line separators, controls and signs that hide or turn what follows are
 * written as numbers, and so is the second `#` of what a CI log would obey (`##vso[`, `##[`: GitHub's
 * runner and Azure's agent look for these anywhere in a line). A reader gets the same text.
 */
export function jsonText(value: unknown, indent = 0): string {
  const text = JSON.stringify(value, undefined, indent);
  if (!SUSPECT.test(text)) return text;
  const whole = ESCAPED_HALF.test(text) ? JSON.stringify(value, wellFormed, indent) : text;
  return whole.replace(ACTING, numbered).replace(LOG_COMMAND, '#\\u0023');
}

/**
 * Objects as the items of an array in a document that is indented by two: `\n    {…},\n    {…}`. So many in one go are
 * written several times as fast as one by one.
 */
export function jsonItems(values: readonly object[]): string {
  const text = jsonText({ '': values }, 2);
  return text.slice(BEFORE_ITEMS.length, -AFTER_ITEMS.length);
}

const BEFORE_ITEMS = '{\n  "": [';
const AFTER_ITEMS = '\n  ]\n}';

function wellFormed(_key: string, held: unknown): unknown {
  return typeof held === 'string' ? held.replace(HALVES, '\ufffd') : held;
}

/** How JSON writes half a character. */
const ESCAPED_HALF = /\\ud[89a-f]/;
const HALVES = /\p{Cs}/gu;
const ACTING = /[\u007f-\u009f\u2028\u2029\ufeff\u200e\u200f\u061c\u202a-\u202e\u2066-\u2069]/g;
/** One look for all of it: most texts hold nothing of the kind. */
const SUSPECT = new RegExp(`${ESCAPED_HALF.source}|##|${ACTING.source}`);

function numbered(character: string): string {
  return `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`;
}

/** A finding as `json` and `jsonl` write it; its shape is an interface, see docs/formats.md. */
export function findingJson(found: LocatedFinding): object {
  const { rule, severity, message, file, range, related, fixes } = found;
  return { rule, severity, message, file, range, related, fixes };
}
