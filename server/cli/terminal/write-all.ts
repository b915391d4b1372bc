import type { Output } from './io.js';

const CHUNK = 1 << 16;

/**
 * Writes many small parts in few large writes, no faster than they are read: what is waiting stays
 * small however slow the reader is, and when it is gone, no more is made. Bytes are written as they come.
 */
export async function writeAll(
  output: Output,
  parts: Iterable<string | Uint8Array>,
): Promise<void> {
  const writer = partWriter(output, Number.POSITIVE_INFINITY);
  await writer.write(parts);
  await writer.end();
}

/** As {@link writeAll}, of what comes little by little. */
export interface PartWriter {
  write(parts: Iterable<string | Uint8Array>): Promise<void>;
  end(): Promise<void>;
}

/** @param longest how many milliseconds a part may wait for others */
export function partWriter(output: Output, longest: number = 100): PartWriter {
  let waiting: string[] = [];
  let length = 0;
  let written = Number.NEGATIVE_INFINITY;
  let isGone = false;
  const flush = async (): Promise<void> => {
    if (length === 0) return;
    output.write(waiting.join(''));
    waiting = [];
    length = 0;
    written = performance.now();
    isGone = (await output.drained?.()) === 'gone';
  };
  const take = async (bytes: Uint8Array): Promise<void> => {
    output.writeBytes?.(bytes);
    isGone = (await output.drained?.()) === 'gone';
  };
  return {
    async write(parts) {
      if (isGone) return;
      for (const part of parts) {
        if (typeof part === 'string') {
          waiting.push(part);
          length += part.length;
          if (length < CHUNK) continue;
        }
        await flush();
        if (!isGone && typeof part !== 'string') await take(part);
        if (isGone) return;
      }
      if (performance.now() - written > longest) await flush();
    },
    end: flush,
  };
}
