import type { Facts } from '../../brief/index.js';
import type { Page, PageId } from '../model.js';
import { ByteReader, ByteWriter, CodecError } from './bytes.js';
import { type Codec, struct, text } from './codec.js';
import { FACTS } from './facts-codec.js';

/**
 * A page as bytes, but for its id: to keep it outside of the heap, on a disk, or to send it to a thread.
 * Of a stub it is less than half of it as JSON. {@link decodePage} makes an equal page of it.
 */
export function encodePage(page: ReadPage): Uint8Array {
  return encode(PAGE, 'page', page);
}

/**
 * The page of that id.
 * @throws CodecError when the bytes are not, to the last bit, what {@link encodePage} of this version gave
 */
export function decodePage(id: PageId, bytes: Uint8Array): Page {
  const { text: written, facts } = decode(PAGE, 'page', bytes);
  return { id, text: written, facts };
}

/** What a text says, without the text: whoever asks has it. */
export function encodeFacts(facts: Facts): Uint8Array {
  return encode(FACTS, 'facts', facts);
}

/** @throws CodecError when the bytes are not, to the last bit, what {@link encodeFacts} of this version gave */
export function decodeFacts(bytes: Uint8Array): Facts {
  return decode(FACTS, 'facts', bytes);
}

/** Of one that is unread there is nothing to write. */
type ReadPage = Omit<Page, 'id' | 'unread'>;

const PAGE: Codec<ReadPage> = struct<ReadPage>({ text, facts: FACTS });

/** One more with every change of what the bytes mean; a test holds the bytes of a page to it. */
const FORMAT_VERSION = 2;

/**
 * In front of the bytes of either, little-endian: "R", what it is, the format's version (two bytes), how
 * many bytes follow (four), the checksum of all but itself (four).
 */
const HEADER_BYTES = 12;
const MAGIC = 0x52;
const CONTENTS = { page: 1, facts: 2 } as const;
type Content = keyof typeof CONTENTS;

function encode<T>(codec: Codec<T>, content: Content, value: T): Uint8Array {
  const to = new ByteWriter();
  codec.write(to, value);
  const bytes = to.finish(HEADER_BYTES);
  const header = viewOf(bytes);
  header.setUint8(0, MAGIC);
  header.setUint8(1, CONTENTS[content]);
  header.setUint16(2, FORMAT_VERSION, true);
  header.setUint32(4, bytes.length - HEADER_BYTES, true);
  header.setUint32(8, checksumOf(bytes), true);
  return bytes;
}

function decode<T>(codec: Codec<T>, content: Content, bytes: Uint8Array): T {
  checkHeader(content, bytes);
  const from = new ByteReader(bytes, HEADER_BYTES);
  const value = codec.read(from);
  from.end();
  return value;
}

function checkHeader(content: Content, bytes: Uint8Array): void {
  if (bytes.length < HEADER_BYTES) throw new CodecError('it ends too early');
  const header = viewOf(bytes);
  if (header.getUint8(0) !== MAGIC || header.getUint8(1) !== CONTENTS[content])
    throw new CodecError('it is something else');
  if (header.getUint16(2, true) !== FORMAT_VERSION)
    throw new CodecError('it is from another version');
  if (header.getUint32(4, true) !== bytes.length - HEADER_BYTES)
    throw new CodecError('it has the wrong length');
  if (header.getUint32(8, true) !== checksumOf(bytes)) throw new CodecError('it is damaged');
}

function viewOf({ buffer, byteOffset, byteLength }: Uint8Array): DataView {
  return new DataView(buffer, byteOffset, byteLength);
}

/** FNV-1a by four bytes at a time: any change of one of those changes it. Without the checksum's own place. */
function checksumOf(bytes: Uint8Array): number {
  let sum = 0x811c9dc5;
  const whole = bytes.length & ~3;
  for (let at = 0; at < whole; at += 4) {
    if (at === 8) continue;
    const four =
      (bytes[at] ?? 0) |
      ((bytes[at + 1] ?? 0) << 8) |
      ((bytes[at + 2] ?? 0) << 16) |
      ((bytes[at + 3] ?? 0) << 24);
    sum = Math.imul(sum ^ four, 0x01000193);
  }
  for (let at = whole; at < bytes.length; at += 1)
    sum = Math.imul(sum ^ (bytes[at] ?? 0), 0x01000193);
  return sum >>> 0;
}
