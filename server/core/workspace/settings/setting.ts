import type { Value } from '../../parse/index.js';
import type { Span } from '../../text/index.js';

/**
 * One thing that `rapporteur.yaml` may say. Reading it, the JSON Schema, the table of the guide and
 * `--print-config` follow from this object and its line in `SETTINGS`.
 */
export interface Setting<Key extends string = string, T = unknown> {
  readonly key: Key;
  /** What it does, in a sentence or two of Markdown. */
  readonly description: string;
  /** What counts when no configuration says it. */
  readonly default: T;
  /** Reports what cannot be used; `undefined`: nothing of it can, so it counts as not said. */
  read(value: Value, reading: Reading): T | undefined;
  /** JSON Schema, draft 7, of what may be written; the description and the default are added. */
  schema(known: SchemaNames): JsonSchema;
  /** What counts when a file says it and one that it extends; without, the former alone. */
  join?(before: T, after: T): T;
  /** Whether a folder that says `root: false` may say it, for what lies below; `cascade` joins it. */
  readonly countsBelow?: boolean;
  /** What other tools call it, in small letters without hyphens. */
  readonly otherNames?: readonly string[];
}

/** What a setting is read with. */
export interface Reading {
  readonly names: KnownNames;
  readonly report: Report;
}

/** The names that a configuration may use. */
export interface KnownNames {
  /** The rules whose level may be set. */
  readonly rules: readonly string[];
  /** The built-in kinds, whose names a workspace's own kinds may not take. */
  readonly kinds: readonly string[];
  /** Kinds that the files it builds on describe: they may be spoken of, and described anew. */
  readonly given?: readonly string[];
  /** Kinds that the file itself describes. */
  readonly described?: readonly string[];
}

/** What the schema has to know besides the setting. */
export interface SchemaNames {
  readonly rules: readonly RuleSummary[];
}

/** What the schema says of a rule. */
export interface RuleSummary {
  readonly name: string;
  readonly summary: string;
  readonly level: string;
}

/** A mistake in the settings; each keeps the tool from doing what was asked, so all are errors. */
export interface SettingsFault {
  /** In the text of the settings file. */
  readonly span: Span;
  readonly message: string;
  readonly severity: 'error';
}

/** Where the faults of one reading are gathered. */
export type Report = (span: Span, message: string) => void;

export type JsonSchema = Readonly<Record<string, unknown>>;

export const TEXT_SCHEMA: JsonSchema = { type: 'string' };

/** One word or several. */
export const TEXTS_SCHEMA: JsonSchema = {
  anyOf: [{ type: 'string' }, { type: 'array', items: { type: 'string' } }],
};

/** A mapping with these keys only; those that are not special hold a text. */
export function mappingSchema(
  keys: readonly string[],
  special: Readonly<Record<string, JsonSchema>>,
): JsonSchema {
  const properties = Object.fromEntries(keys.map((key) => [key, special[key] ?? TEXT_SCHEMA]));
  return { type: 'object', additionalProperties: false, properties };
}
