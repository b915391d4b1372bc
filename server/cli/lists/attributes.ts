import type { Definition, Value } from '../../core/index.js';
import type { Cell } from './list-definition.js';

/** What has a field of its own in a row. */
const APART: ReadonlySet<string> = new Set(['name', 'other_names']);

/**
 * The attributes of an entity as plain values, by their canonical names; scalars as written. Built by
 * entries, since a registry may hold a key such as `__proto__`.
 */
export function attributesOf(definition: Definition): { readonly [name: string]: Cell } {
  const own = definition.attributes.filter(({ name }) => !APART.has(name));
  return Object.fromEntries(own.map(({ name, value }) => [name, cellOf(value)]));
}

function cellOf(value: Value): Cell {
  if (value.type === 'scalar') return value.text;
  if (value.type === 'list') return value.items.map(cellOf);
  return Object.fromEntries(value.entries.map(({ key, value: held }) => [key.text, cellOf(held)]));
}
