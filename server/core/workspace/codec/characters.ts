// UTF-16 units as bytes and back, without TextEncoder, which the core does not have. Units come back as
// they were, lone surrogates as well.

/** Whether each unit fits into a byte. */
export function isLatin1(text: string): boolean {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: all that fit into a byte
  return !/[^\u0000-\u00ff]/.test(text);
}

/** Writes a byte a unit. @returns where the next one goes */
export function putLatin1(bytes: Uint8Array, at: number, text: string): number {
  const { length } = text;
  for (let index = 0; index < length; index += 1) bytes[at + index] = text.charCodeAt(index);
  return at + length;
}

/** Writes two bytes a unit, the lower one first. @returns where the next one goes */
export function putUtf16(bytes: Uint8Array, at: number, text: string): number {
  let to = at;
  for (let index = 0; index < text.length; index += 1) {
    const unit = text.charCodeAt(index);
    bytes[to] = unit & 0xff;
    bytes[to + 1] = unit >>> 8;
    to += 2;
  }
  return to;
}

/** So many units at a time: as many arguments as fit on the stack, and no fewer, as each call costs. */
const PIECE = 512;

export function textOfLatin1(bytes: Uint8Array): string {
  let text = '';
  for (let at = 0; at < bytes.length; at += PIECE)
    text += fromUnits(bytes.subarray(at, at + PIECE));
  return text;
}

export function textOfUtf16(bytes: Uint8Array): string {
  const units = new Uint16Array(bytes.length >>> 1);
  for (let at = 0; at < units.length; at += 1)
    units[at] = (bytes[2 * at] ?? 0) | ((bytes[2 * at + 1] ?? 0) << 8);
  let text = '';
  for (let at = 0; at < units.length; at += PIECE)
    text += fromUnits(units.subarray(at, at + PIECE));
  return text;
}

/** Given as they are, not spread: that would go through an iterator, ten times as slow. */
function fromUnits(units: Uint8Array | Uint16Array): string {
  return String.fromCharCode.apply(undefined, units as unknown as number[]);
}
