import type { Languages } from '../language/index.js';

/**
 * What kinds of thing a brief may tag. A kind is one object in one file of `kinds/`; the reading, the
 * rules, completion, the grammar, the schema, the colours and the tables of the guide all follow from it.
 */
export interface Kind {
  /** The word after the colon: `person`. */
  readonly tag: string;
  /** For a person to read, singular: `Person`. */
  readonly title: string;
  readonly plural: string;
  /** One sentence. */
  readonly summary: string;
  /**
   * `entity`: lives in registries and records, mentioned by name; `commitment`; `update`; `assessment`;
   * `date`: the last four are no registry keys.
   */
  readonly role: 'entity' | 'commitment' | 'update' | 'assessment' | 'date';
  /** Which of the three forms it may take. */
  readonly forms: readonly ('text' | 'record' | 'block')[];
  /** In the order they are shown. Entity kinds have the common ones (`name`, `other_names` …) too. */
  readonly attributes: readonly AttributeSpec[];
  readonly example: string;
  /**
   * Other words that people write for it, in small letters: `country` for a place. A tag that uses one is
   * `unknown-kind`, with this kind offered. A workspace may make one a kind of its own.
   */
  readonly aliases: readonly string[];
  readonly look: KindLook;
  /** Whether such a one can act, promise and be promised something. */
  readonly mayPromise?: boolean;
  /** The attributes that one fills in at once, with an example of each; snippets have these. */
  readonly firstAttributes?: Readonly<Record<string, string>>;
  /** Whether a workspace's settings added it. */
  readonly custom?: boolean;
}

/** Records that say something of a commitment elsewhere, `of` its id. */
export type FollowUpRole = 'update' | 'assessment';

export function isFollowUp(role: string | undefined): role is FollowUpRole {
  return role === 'update' || role === 'assessment';
}

/** How a kind is shown, in words that each shell translates into what it has. */
export interface KindLook {
  /** A product icon of VS Code, by its id: `briefcase`. */
  readonly icon: string;
  /** A `SymbolKind` of LSP, by its name, the one whose picture comes near: `Struct`. */
  readonly symbol: string;
  /** A `CompletionItemKind` of LSP, by its name. */
  readonly completion: string;
  readonly tint: Tint;
  /** The line below a mention in the preview; default: a single one. */
  readonly underline?: 'double' | 'dotted';
}

export type Tint =
  | 'blue'
  | 'violet'
  | 'indigo'
  | 'green'
  | 'amber'
  | 'gold'
  | 'sand'
  | 'teal'
  | 'slate'
  | 'grey'
  | 'mauve';

/** How kinds are shown that a workspace added, and words of no known kind. */
export const CUSTOM_LOOK: KindLook = {
  icon: 'symbol-misc',
  symbol: 'Object',
  completion: 'Variable',
  tint: 'mauve',
  underline: 'dotted',
};

/**
 * A kind that a workspace adds: an entity. `vocabularyOf` gives it the common attributes as well.
 *
 * @example
 * ```ts
 * import { customKind, parse, recognize, vocabularyOf } from 'rapporteur';
 *
 * const words = { title: 'Ship', plural: 'Ships', summary: 'A vessel that goes to sea.' };
 * const ship = customKind({ tag: 'ship', ...words, attributes: [] });
 * const { tags } = recognize(parse(':ship[Vikrant] sailed.'), vocabularyOf([ship]));
 * tags.map(({ kind }) => kind); // => ['ship']
 * ```
 */
export function customKind(
  own: Pick<Kind, 'tag' | 'title' | 'plural' | 'summary' | 'attributes'>,
): Kind {
  return {
    ...own,
    role: 'entity',
    forms: ['text', 'record'],
    example: `:${own.tag}[…]`,
    aliases: [],
    look: CUSTOM_LOOK,
    custom: true,
  };
}

/** An attribute that a kind has: its name, what it may hold, and where. */
export interface AttributeSpec {
  /** With `_`, as Popolo writes it (`other_names`); a tag may write `-`. */
  readonly name: string;
  readonly summary: string;
  readonly type: AttributeType;
  readonly required?: boolean;
  /** May stand in a registry only: it nests. */
  readonly registryOnly?: boolean;
}

/** What an attribute may hold. */
export type AttributeType =
  | { readonly type: 'text' }
  /** Separated by `;` in a tag, a YAML list in a registry. */
  | { readonly type: 'texts' }
  /** One id, of an entity or commitment of these kinds; `any`: of any entity. */
  | { readonly type: 'id'; readonly kinds: readonly string[] | 'any' }
  /** Separated by `,` in a tag, a YAML list in a registry. `also`: reserved words allowed in place of an id. */
  | {
      readonly type: 'ids';
      readonly kinds: readonly string[] | 'any';
      readonly also?: readonly string[];
    }
  /** EDTF; `interval`: only an interval; `closed`: an open end is a fault (`due`). */
  | { readonly type: 'date'; readonly interval?: true; readonly closed?: true }
  | { readonly type: 'one-of'; readonly values: readonly Choice[]; readonly elsewhere?: Elsewhere }
  | { readonly type: 'url' }
  /** Only `yes`. */
  | { readonly type: 'flag' }
  /** A YAML mapping of short names to text: `identifiers`. */
  | { readonly type: 'mapping' }
  /** A YAML list of mappings with these attributes: `memberships`. */
  | { readonly type: 'records'; readonly attributes: readonly AttributeSpec[] };

/** One of the values that an attribute of type `one-of` may have. */
export interface Choice {
  readonly value: string;
  readonly summary: string;
  /** Other words for it, with `-` for a space: not read, but it is offered in their place. */
  readonly also?: readonly string[];
}

/** Words for what is no value of an attribute and is said in another way. */
export interface Elsewhere {
  /** With `-` for a space. */
  readonly words: readonly string[];
  /** How it is said, after `it is not a value:`. */
  readonly reason: string;
}

/** What a text is read with. */
export interface Vocabulary {
  /** The built-in ones and the workspace's own. */
  readonly kinds: ReadonlyMap<string, Kind>;
  /** By each word that is no kind and stands for one: its aliases, its title and its plural. */
  readonly aliases: ReadonlyMap<string, Kind>;
  /** Those that a text may name as its own; the first is for all others, and for registries. */
  readonly languages: Languages;
}

/** The spec of an attribute of a kind; `_` and `-` are the same in names. */
export function attributeSpec(kind: Kind, name: string): AttributeSpec | undefined {
  const canonical = canonicalName(name);
  return kind.attributes.find((attribute) => attribute.name === canonical);
}

export function canonicalName(name: string): string {
  return name.includes('-') ? name.replaceAll('-', '_') : name;
}
