import { basename } from 'node:path';
import { crc32 } from 'node:zlib';

/**
 * The bytes of a file of compiled code. V8 trusts what it is given, and a wrong byte would end the process: they go
 * with a sum of themselves, and with one of the source that they are of.
 */
export function packCompiled(code: Uint8Array, source: string): Uint8Array {
  const bytes = new Uint8Array(HEAD * 4 + code.length);
  const head = new Uint32Array(bytes.buffer, 0, HEAD);
  head.set([MAGIC, code.length, crc32(code), source.length, crc32(source)]);
  bytes.set(code, HEAD * 4);
  return bytes;
}

/** The compiled code in such a file; `undefined`: there is none, it is damaged, or it is of another source. */
export function unpackCompiled(bytes: Uint8Array | undefined, source: string): Buffer | undefined {
  if (bytes === undefined || bytes.length < HEAD * 4) return undefined;
  const [magic, length, sum, sourceLength, sourceSum] = new Uint32Array(
    bytes.slice(0, HEAD * 4).buffer,
  );
  const code = bytes.subarray(HEAD * 4);
  const isWhole = magic === MAGIC && length === code.length && sum === crc32(code);
  const isOfThis = sourceLength === source.length && sourceSum === crc32(source);
  return isWhole && isOfThis ? Buffer.from(code.buffer, code.byteOffset, code.length) : undefined;
}

/** What a file of compiled code is called: each place that ours is installed in has its own. */
export function compiledName(file: string): string {
  const place = crc32(file).toString(16);
  return `${basename(file)}-${place}-${process.version}-${process.arch}`;
}

const MAGIC = 0x52_43_30_32;
/** In words of 32 bits. */
const HEAD = 5;
