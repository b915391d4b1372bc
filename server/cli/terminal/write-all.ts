import type { Output } from './io.js';

const CHUNK = 1 << 16;

/**
 * Writes many small parts in few large writes, no faster than they are read: what is waiting stays
 * small however slow the reader is, and when it is gone, no more is made.
 */
export async function writeAll(output: Output, parts: Iterable<string>): Promise<void> {
  let waiting: string[] = [];
  let length = 0;
  for (const part of parts) {
    waiting.push(part);
    length += part.length;
    if (length < CHUNK) continue;
    output.write(waiting.join(''));
    if ((await output.drained?.()) === 'gone') return;
    waiting = [];
    length = 0;
  }
  if (length === 0) return;
  output.write(waiting.join(''));
  await output.drained?.();
}
