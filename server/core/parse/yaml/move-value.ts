import { shift, type Written } from '../../text/index.js';
import type { Entry, Value } from './value.js';

/** A value further down, or up, in its text; and so on. */
export function moveValue(value: Value, by: number): Value {
  const span = shift(value.span, by);
  if (value.type === 'scalar') return { ...value, span };
  if (value.type === 'list')
    return { ...value, span, items: value.items.map((item) => moveValue(item, by)) };
  return { ...value, span, entries: value.entries.map((entry) => moveEntry(entry, by)) };
}

export function moveEntry({ key, value }: Entry, by: number): Entry {
  return { key: moveWritten(key, by), value: moveValue(value, by) };
}

export function moveWritten<T extends Written>(written: T, by: number): T {
  return { ...written, span: shift(written.span, by) };
}
