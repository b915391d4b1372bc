import type { TextRead } from './host.js';

/**
 * The text of a file's bytes. Bytes that are not UTF-8 become U+FFFD, and the first of them is named:
 * the rest of the file can still be read and checked. UTF-16 with its mark is read as what it is, for
 * the same reason, and named as well.
 */
export function decode(bytes: Uint8Array): TextRead {
  const utf16 = utf16Of(bytes);
  if (utf16 !== undefined) {
    const text = new TextDecoder(utf16).decode(bytes);
    const span = { start: 0, end: Math.min(1, text.length) };
    return { type: 'text', text, bom: true, encoding: { span, found: 'UTF-16' } };
  }
  const bom = bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf;
  const body = bom ? bytes.subarray(3) : bytes;
  const valid = decodeUtf8(body);
  if (valid !== undefined) return { type: 'text', text: valid, bom };
  const text = asUtf8(body);
  const at = firstInvalidByte(body);
  const start = asUtf8(body.subarray(0, at)).length;
  const found = `byte 0x${(body[at] ?? 0).toString(16).toUpperCase().padStart(2, '0')}`;
  return { type: 'text', text, bom, encoding: { span: { start, end: start + 1 }, found } };
}

const STRICT = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
const LENIENT = new TextDecoder('utf-8', { ignoreBOM: true });

/** `undefined` when they are not UTF-8. */
function decodeUtf8(bytes: Uint8Array): string | undefined {
  try {
    return STRICT.decode(bytes);
  } catch {
    return undefined;
  }
}

function isUtf8(bytes: Uint8Array): boolean {
  return decodeUtf8(bytes) !== undefined;
}

function asUtf8(bytes: Uint8Array): string {
  return LENIENT.decode(bytes);
}

function utf16Of(bytes: Uint8Array): 'utf-16le' | 'utf-16be' | undefined {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be';
  return undefined;
}

/** Leaps over what is valid in large steps, then looks character by character. */
function firstInvalidByte(bytes: Uint8Array): number {
  const step = 4096;
  let at = 0;
  for (;;) {
    const whole = wholeUpTo(bytes, at, Math.min(at + step, bytes.length));
    if (whole === undefined || whole === at) return scanFrom(bytes, at);
    at = whole;
  }
}

/** Where the last whole character ends, if `start` to `end` is valid but for a character cut at `end`. */
function wholeUpTo(bytes: Uint8Array, start: number, end: number): number | undefined {
  for (let cut = end; cut >= Math.max(start, end - 3); cut -= 1) {
    if (isUtf8(bytes.subarray(start, cut))) return cut;
  }
  return undefined;
}

function scanFrom(bytes: Uint8Array, start: number): number {
  let at = start;
  while (at < bytes.length) {
    const length = [1, 2, 3, 4].find((size) => isUtf8(bytes.subarray(at, at + size)));
    if (length === undefined || at + length > bytes.length) return at;
    at += length;
  }
  return at;
}
