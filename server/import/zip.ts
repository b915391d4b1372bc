import { Inflate, strFromU8 } from 'fflate';

/** The files in a zip file. */
export interface Zip {
  /** In the order of its directory. */
  readonly names: readonly string[];
  /**
   * The bytes of a file; `undefined` if there is none of that name, or it is broken.
   * @throws TooLarge when it has more bytes than all that was read may have
   */
  read(name: string): Uint8Array | undefined;
}

/** What is in a zip file would take more memory than any document should. */
export class TooLarge extends Error {}

/** How a zip file cannot be read. */
export type ZipFault = 'not-zip' | 'broken' | 'encrypted';

interface Entry {
  readonly at: number;
  readonly method: number;
  readonly compressed: number;
  readonly size: number;
}

const END = 0x06054b50;
const ENTRY = 0x02014b50;
const LOCAL = 0x04034b50;
/** The end of a zip file, with the longest comment. */
const LONGEST_END = 22 + 0xffff;
/** Deflate makes at most a thousand times as much of its input: of so much, never more than what is counted next. */
const SLICE = 8192;

/**
 * Reads a zip file by the directory at its end. What is inside is inflated when it is asked for, in slices, and never
 * beyond a number of bytes: a few kilobytes can stand for gigabytes.
 * @param most how many bytes may be read of all files together
 */
export function openZip(bytes: Uint8Array, most: number): Zip | ZipFault {
  if (bytes[0] !== 0x50 || bytes[1] !== 0x4b) return 'not-zip';
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const entries = entriesIn(bytes, view);
  if (typeof entries === 'string') return entries;
  let left = most;
  return {
    names: [...entries.keys()],
    read(name) {
      const entry = entries.get(name);
      if (entry === undefined) return undefined;
      // What it says of its size is believed where it says too much, and counted where it says too little.
      if (entry.size > left) throw new TooLarge();
      const content = contentOf(bytes, view, entry);
      if (content === undefined) return undefined;
      const found =
        entry.method === 0 ? content : entry.method === 8 ? inflated(content, left) : undefined;
      left -= found?.length ?? 0;
      if (left < 0) throw new TooLarge();
      return found;
    },
  };
}

function entriesIn(bytes: Uint8Array, view: DataView): Map<string, Entry> | ZipFault {
  const end = endOf(view);
  if (end === undefined) return 'broken';
  const entries = new Map<string, Entry>();
  let at = view.getUint32(end + 16, true);
  for (let left = view.getUint16(end + 10, true); left > 0; left -= 1) {
    if (at + 46 > view.byteLength || view.getUint32(at, true) !== ENTRY) return 'broken';
    if ((view.getUint16(at + 8, true) & 1) === 1) return 'encrypted';
    const length = view.getUint16(at + 28, true);
    const behind = view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
    const name = strFromU8(bytes.subarray(at + 46, at + 46 + length));
    const entry = {
      method: view.getUint16(at + 10, true),
      compressed: view.getUint32(at + 20, true),
      size: view.getUint32(at + 24, true),
      at: view.getUint32(at + 42, true),
    };
    // Of two of the same name the first counts.
    if (!entries.has(name)) entries.set(name, entry);
    at += 46 + length + behind;
  }
  return entries;
}

function endOf(view: DataView): number | undefined {
  const last = view.byteLength - 22;
  for (let at = last; at >= Math.max(0, last - LONGEST_END); at -= 1)
    if (view.getUint32(at, true) === END) return at;
  return undefined;
}

function contentOf(
  bytes: Uint8Array,
  view: DataView,
  { at, compressed }: Entry,
): Uint8Array | undefined {
  if (at + 30 > view.byteLength || view.getUint32(at, true) !== LOCAL) return undefined;
  const start = at + 30 + view.getUint16(at + 26, true) + view.getUint16(at + 28, true);
  if (start + compressed > view.byteLength) return undefined;
  return bytes.subarray(start, start + compressed);
}

function inflated(content: Uint8Array, most: number): Uint8Array | undefined {
  const parts: Uint8Array[] = [];
  let size = 0;
  const inflate = new Inflate((part) => {
    parts.push(part);
    size += part.length;
    if (size > most) throw new TooLarge();
  });
  try {
    for (let at = 0; at < content.length; at += SLICE)
      inflate.push(content.subarray(at, at + SLICE), at + SLICE >= content.length);
  } catch (error) {
    if (error instanceof TooLarge) throw error;
    return undefined;
  }
  const all = new Uint8Array(size);
  let at = 0;
  for (const part of parts) {
    all.set(part, at);
    at += part.length;
  }
  return all;
}
