import type { Output } from './io.js';

const CHUNK = 1 << 16;

/** Writes many small parts in few large writes. */
export function writeAll(output: Output, parts: Iterable<string>): void {
  let waiting: string[] = [];
  let length = 0;
  for (const part of parts) {
    waiting.push(part);
    length += part.length;
    if (length < CHUNK) continue;
    output.write(waiting.join(''));
    waiting = [];
    length = 0;
  }
  if (length > 0) output.write(waiting.join(''));
}
