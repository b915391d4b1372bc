import { StringDecoder } from 'node:string_decoder';

/** Keys as somebody presses them, one at a time. */
export interface Keys {
  /** The next one: a character, or the sequence that a key such as Esc or an arrow sends; `undefined`: no more. */
  next(): Promise<string | undefined>;
  /** Gives the terminal back as it was. */
  close(): void;
}

/** As much of a terminal's input as is needed to read keys. */
export interface KeyStream {
  readonly isTTY?: boolean;
  setRawMode?(isRaw: boolean): unknown;
  on(event: 'data', listener: (chunk: Uint8Array) => void): unknown;
  on(event: 'end', listener: () => void): unknown;
  resume(): unknown;
  pause(): unknown;
  removeAllListeners(event: 'data' | 'end'): unknown;
}

/** Reads a terminal key by key; `undefined` where there is none. */
export function openKeys(stream: KeyStream): Keys | undefined {
  if (stream.isTTY !== true || stream.setRawMode === undefined) return undefined;
  const decoder = new StringDecoder('utf8');
  const waiting: string[] = [];
  let wanted: ((key: string | undefined) => void) | undefined;
  let hasEnded = false;
  const give = (): void => {
    if (wanted === undefined || (waiting.length === 0 && !hasEnded)) return;
    const take = wanted;
    wanted = undefined;
    take(waiting.shift());
  };
  stream.on('data', (chunk) => {
    waiting.push(...keysIn(decoder.write(Buffer.from(chunk))));
    give();
  });
  stream.on('end', () => {
    hasEnded = true;
    give();
  });
  const restore = (): unknown => stream.setRawMode?.(false);
  // However the process ends.
  process.once('exit', restore);
  stream.setRawMode(true);
  stream.resume();
  return {
    next: () =>
      new Promise((take) => {
        wanted = take;
        give();
      }),
    close() {
      process.removeListener('exit', restore);
      restore();
      stream.removeAllListeners('data');
      stream.removeAllListeners('end');
      stream.pause();
    },
  };
}

/** What a terminal sends at once, key by key. */
export function keysIn(text: string): readonly string[] {
  return text.match(KEY) ?? [];
}

/** A sequence that begins with Esc, or one character. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: that is what keys send
const KEY = /\u001b(?:\[[\d;]*[ -/]*[@-~]|O[@-~])?|./gsu;
