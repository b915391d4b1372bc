import type { Scalar } from '../parse/index.js';
import { decodeText } from './plain-text.js';

/**
 * The items of a list written in one scalar, each with its place, ends trimmed; empty items too.
 * Where the written text and what it says differ (character references, YAML escapes) places are found
 * by decoding; if even that fails every item stands for the whole.
 */
export function splitItems(text: string, list: Scalar, separator: ',' | ';'): readonly Scalar[] {
  const written = text.slice(list.span.start, list.span.end);
  const isOne = !list.text.includes(separator) && list.text === list.text.trim();
  if (isOne && written === list.text) return [list];
  if (written === list.text) return itemsOf(list.text, separator, (at) => list.span.start + at);
  const offsets = decodedOffsets(written, list.text);
  const place = (at: number): number | undefined => {
    const offset = offsets?.[at];
    return offset === undefined ? undefined : list.span.start + offset;
  };
  return itemsOf(list.text, separator, place).map((item) =>
    offsets === undefined ? { ...item, span: list.span } : item,
  );
}

function itemsOf(
  list: string,
  separator: string,
  place: (at: number) => number | undefined,
): readonly Scalar[] {
  let at = 0;
  return list.split(separator).map((part) => {
    const text = part.trim();
    const start = at + (text === '' ? 0 : part.indexOf(text));
    at += part.length + separator.length;
    const span = { start: place(start) ?? 0, end: place(start + text.length) ?? 0 };
    return { type: 'scalar', text, span };
  });
}

/** For each character of what `written` says (and its end) where it stands, quotes around it allowed. */
function decodedOffsets(written: string, said: string): readonly number[] | undefined {
  const quoted = /^(["'])[\s\S]*\1$/.test(written) && written.slice(1, -1) === said ? 1 : 0;
  if (quoted === 1) return Array.from({ length: said.length + 1 }, (_, at) => at + 1);
  const offsets: number[] = [];
  let decoded = '';
  for (const { index, 0: part } of written.matchAll(/&[#\w]+;|[\s\S]/g)) {
    const character = part.length > 1 ? decodeText(part) : part;
    for (let unit = 0; unit < character.length; unit += 1) offsets.push(index);
    decoded += character;
  }
  offsets.push(written.length);
  return decoded === said ? offsets : undefined;
}
