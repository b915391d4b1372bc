import { wrap } from '../terminal/wrap.js';

/** A line of a message: its words, and on the last one what is set off from them. */
export interface WrappedLine {
  readonly words: string;
  readonly tail: string;
}

/** Narrower than this nothing is readable: then lines may be too long. */
const MIN_WIDTH = 30;

/** A message broken to `width`, its tail (the rule's name) at the end of the last line or on its own. */
export function wrapped(message: string, tail: string, width: number): readonly WrappedLine[] {
  const room = Math.max(MIN_WIDTH, width);
  const text = message.trimEnd();
  const lines = wrap(tail === '' ? text : `${text} ${tail.replaceAll(' ', '\u00a0')}`, room);
  return lines.map((line, index) => {
    if (index < lines.length - 1 || tail === '' || !line.endsWith(tail)) {
      return { words: line, tail: '' };
    }
    return { words: line.slice(0, line.length - tail.length), tail };
  });
}
