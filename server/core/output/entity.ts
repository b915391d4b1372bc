import type { Definition } from '../brief/index.js';
import type { Value } from '../parse/index.js';
import {
  commitmentsBy,
  commitmentsTo,
  entityOf,
  mentionsOf,
  type Page,
  type Place,
  type Workspace,
} from '../workspace/index.js';
import type { FileRange } from './located.js';

/** An attribute's value: a scalar as written, a list, or a mapping. */
export type PlainValue = string | readonly PlainValue[] | { readonly [name: string]: PlainValue };

/** Someone or something that is defined, as `rapporteur list entities --format json` gives it. */
export interface EntityEntry extends FileRange {
  readonly id: string;
  /** The kind's tag: `person`, `org` … */
  readonly kind: string;
  readonly name: string;
  readonly otherNames: readonly string[];
  /** All other attributes, by their names with `_` (`honorific_prefix`). */
  readonly attributes: { readonly [name: string]: PlainValue };
  /** How many mentions mean it, over the whole workspace. */
  readonly mentions: number;
  /** How many commitments it made, and how many were made to it. */
  readonly commitmentsBy: number;
  readonly commitmentsTo: number;
}

/** The entities that a page defines, each where it is first defined, in reading order. */
export function* entitiesIn(
  workspace: Workspace,
  page: Page,
  locate: (place: Place) => FileRange,
): Iterable<EntityEntry> {
  for (const definition of page.facts.definitions) {
    const id = definition.id.text;
    if (definition.kind === 'commitment') continue;
    if (entityOf(workspace, id)?.definition !== definition) continue;
    yield {
      id,
      kind: definition.kind,
      name: definition.name.text,
      otherNames: definition.otherNames.map(({ text }) => text),
      attributes: plainAttributes(definition),
      mentions: mentionsOf(workspace, id).length,
      commitmentsBy: commitmentsBy(workspace, id).length,
      commitmentsTo: commitmentsTo(workspace, id).length,
      ...locate({ page: page.id, span: definition.span }),
    };
  }
}

/** What has a field of its own. */
const OWN_FIELDS: ReadonlySet<string> = new Set(['name', 'other_names']);

/**
 * The attributes of an entity as plain values, by their canonical names; scalars as written. Built by entries, since a
 * registry may hold a key such as `__proto__`.
 */
export function plainAttributes({ attributes }: Definition): {
  readonly [name: string]: PlainValue;
} {
  const others = attributes.filter(({ name }) => !OWN_FIELDS.has(name));
  return Object.fromEntries(others.map(({ name, value }) => [name, plainValue(value)]));
}

function plainValue(value: Value): PlainValue {
  if (value.type === 'scalar') return value.text;
  if (value.type === 'list') return value.items.map(plainValue);
  return Object.fromEntries(
    value.entries.map(({ key, value: held }) => [key.text, plainValue(held)]),
  );
}
