import type { Output } from './io.js';

/** Says how far a long job is, to a person who waits. */
export interface Progress {
  update(done: number, of: number): void;
  /** Takes the line away again. */
  end(): void;
}

/** A second without a word is no wait yet; after it, ten times a second is enough. */
const PATIENCE = 1000;
const INTERVAL = 100;

/** Writes one line that replaces itself, only to a terminal. `clock` gives milliseconds. */
export function progressOn(output: Output, clock: () => number): Progress {
  const start = clock();
  let last = start + PATIENCE - INTERVAL;
  let shown = false;
  return {
    update(done, of) {
      const now = output.isTTY ? clock() : 0;
      if (!output.isTTY || now - last < INTERVAL) return;
      last = now;
      shown = true;
      output.write(`\r\u001b[KReading ${done} of ${of} files …`);
    },
    end() {
      if (shown) output.write('\r\u001b[K');
      shown = false;
    },
  };
}
