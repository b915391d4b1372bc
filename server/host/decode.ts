import type { TextRead } from './host.js';

/**
 * The text of a file's bytes. Bytes that are not UTF-8 become U+FFFD, and the first of them is named:
 * the rest of the file can still be read and checked. UTF-16 and UTF-32, with their mark or by their zeros, are read
 * as what they are, for the same reason, and named as well.
 */
export function decode(bytes: Uint8Array): TextRead {
  const wide = wideEncodingOf(bytes);
  if (wide !== undefined) {
    const text = wide.decode(bytes);
    const span = { start: 0, end: Math.min(1, text.length) };
    return { type: 'text', text, bom: true, encoding: { span, found: wide.name } };
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

interface WideEncoding {
  readonly name: 'UTF-16' | 'UTF-32';
  decode(bytes: Uint8Array): string;
}

function utf16(label: 'utf-16le' | 'utf-16be'): WideEncoding {
  return { name: 'UTF-16', decode: (bytes) => new TextDecoder(label).decode(bytes) };
}

function utf32(isLittle: boolean): WideEncoding {
  return { name: 'UTF-32', decode: (bytes) => decodeUtf32(bytes, isLittle) };
}

/** By the mark at the start of a file, or else by the zeros that stand in it where no text in UTF-8 has any. */
function wideEncodingOf(bytes: Uint8Array): WideEncoding | undefined {
  const [first, second, third, fourth] = bytes;
  if (first === 0xff && second === 0xfe) {
    return third === 0 && fourth === 0 ? utf32(true) : utf16('utf-16le');
  }
  if (first === 0xfe && second === 0xff) return utf16('utf-16be');
  if (first === 0 && second === 0 && third === 0xfe && fourth === 0xff) return utf32(false);
  return bytes.subarray(0, 4).includes(0) || bytes.subarray(4, SAMPLE).includes(0)
    ? withoutMark(bytes.subarray(0, SAMPLE))
    : undefined;
}

/** How many bytes are looked at to know an encoding without its mark. */
const SAMPLE = 4096;

/** Letters of ASCII, line ends and the signs of tags have zeros for their higher bytes. */
function withoutMark(bytes: Uint8Array): WideEncoding | undefined {
  const zeros = [0, 0, 0, 0];
  for (const [at, byte] of bytes.entries())
    if (byte === 0) zeros[at % 4] = (zeros[at % 4] ?? 0) + 1;
  const [a = 0, b = 0, c = 0, d = 0] = zeros;
  const groups = bytes.length / 4;
  const enough = Math.max(2, groups / 10);
  // In UTF-32 the highest byte is always zero, and the next one nearly always.
  if (d >= groups * 0.95 && c >= groups / 2 && d > enough) return utf32(true);
  if (a >= groups * 0.95 && b >= groups / 2 && a > enough) return utf32(false);
  const [low, high] = [a + c, b + d];
  // A few characters, such as U+4E00, have a zero for their lower byte.
  if (high > enough && low * 3 <= high) return utf16('utf-16le');
  return low > enough && high * 3 <= low ? utf16('utf-16be') : undefined;
}

function decodeUtf32(bytes: Uint8Array, isLittle: boolean): string {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let text = '';
  for (let at = 0; at + 4 <= bytes.length; at += 4) {
    const code = view.getUint32(at, isLittle);
    const isCharacter = code <= 0x10ffff && (code < 0xd800 || code > 0xdfff);
    if (at > 0 || code !== 0xfeff) text += isCharacter ? String.fromCodePoint(code) : '\ufffd';
  }
  return text;
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
