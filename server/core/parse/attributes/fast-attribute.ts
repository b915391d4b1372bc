import type { AttributeReader } from './attribute-reader.js';

/**
 * Reads an attribute that nothing can be said against, which nearly all are: the slower readers,
 * which know every slip, are asked only when this one passes. It accepts nothing that they fault.
 */
export function readAttributeFast(reader: AttributeReader): boolean {
  const { text, at } = reader;
  PLAIN.lastIndex = at;
  const found = PLAIN.exec(text);
  if (found === null || PLAIN.lastIndex >= reader.end) return false;
  const end = PLAIN.lastIndex;
  const [, key = '#', quoted, bare] = found;
  const value = quoted ?? bare ?? text.slice(at + 1, end);
  const close = quoted === undefined ? end : end - 1;
  reader.items.push({
    span: { start: at, end },
    name: { text: key, span: { start: at, end: at + key.length } },
    value: { text: value, span: { start: close - value.length, end: close } },
    quote: quoted === undefined ? undefined : '"',
  });
  reader.at = end;
  reader.kept = end;
  return true;
}

/** What follows must not make it one item of a list with a space in it: so no comma after the space. */
const PLAIN =
  /([A-Za-z_][\w.:-]*)=(?:"([^"{}&\r\n]*)"(?=[ }])|([\w./-]+(?:,[\w./-]+)*)(?=\}| [^,; ]))|#[\w-]+(?=[ }])/y;
