import { foldSpace } from '../../text/index.js';

/** For a name, in characters. */
export const MAX_SHORT = 120;
/** For what is read as a sentence or two. */
export const MAX_LONG = 300;

/** Words on one line, cut when long, and never inside a character. */
export function truncate(words: string, most: number): string {
  // A text of a megabyte is not folded to show a line of it.
  const line = foldSpace(words.slice(0, 4 * most));
  const whole = words.length <= 4 * most && line.length <= most;
  if (whole) return line;
  const kept = line.slice(0, most - 1).replace(/[\ud800-\udbff]$/, '');
  return `${kept.trimEnd()}…`;
}
