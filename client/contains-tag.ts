import { KIND_NAMES } from './core-words.js';

const KINDS = KIND_NAMES.join('|');
/** `:person[` in a text, or a line that begins a record or a block. */
const TAG = new RegExp(
  `(?<![A-Za-z0-9:]|(?<!\\\\)\\\\):(?:${KINDS})\\[|^[ \\t>*+\\d.)-]*:{2,} ?(?:${KINDS})(?![\\w-])`,
  'm',
);

/**
 * Whether a text looks as if it held a tag of a built-in kind. Asked of every Markdown document before
 * the server runs, so it is quick and rather says yes: the server knows better, and then keeps quiet.
 * A workspace with kinds of its own has a configuration, which is reason enough.
 */
export function containsTag(text: string): boolean {
  return text.includes(':') && TAG.test(text);
}
