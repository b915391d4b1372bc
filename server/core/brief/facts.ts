import type { Strength } from '../language/index.js';
import type { Value } from '../parse/index.js';
import type { Span, TextEdit, Written } from '../text/index.js';

/** What one text says, once its kinds are known. Plain data; offsets of the text. */
export interface Facts {
  /**
   * `brief`: its findings are reported; `registry`: YAML of definitions; `document`: other Markdown,
   * a target for links and nothing more.
   */
  readonly role: 'brief' | 'registry' | 'document';
  readonly front: FrontMatter;
  /** Every tag of a known kind, in reading order, the outer before the inner. */
  readonly tags: readonly Tag[];
  /** Entities and identified commitments defined here, by a tag or by a registry entry. */
  readonly definitions: readonly Definition[];
  /** Every id pointed at from here, in order of place. */
  readonly uses: readonly Use[];
  readonly headings: readonly HeadingFact[];
  readonly links: readonly LinkFact[];
  readonly footnotes: readonly FootnoteFact[];
  /** What was wrong in the reading; each is reported by the rule of that name. */
  readonly faults: readonly Fault[];
  readonly suppressions: readonly Suppression[];
}

/** The YAML between `---` at the start of a brief: what of it concerns us, with its places. */
export interface FrontMatter {
  /** The whole front matter with its fences; `undefined` if there is none. */
  readonly span: Span | undefined;
  readonly title?: Written;
  /** As written; `edtf` when it could be read (a date-time is cut to its day, words are translated). */
  readonly date?: Written & { readonly edtf: string | undefined };
  readonly source: readonly Written[];
  readonly lang?: Written;
}

/** A tag of a known kind, in any of the three forms, with the exact places of its parts. */
export interface Tag {
  /** The name of a known kind. */
  readonly kind: string;
  readonly form: 'text' | 'record' | 'block';
  readonly role: 'mention' | 'definition' | 'commitment' | 'update' | 'assessment' | 'date';
  /** All of it: of a block, from its opening line to its closing line. */
  readonly span: Span;
  /** The word after the colons. */
  readonly head: Span;
  /** The label, without brackets. */
  readonly label: Span | undefined;
  /**
   * Plain text of the label (of a block: of what it holds), tags and markup out, white space folded.
   * Empty if there is none.
   */
  readonly words: string;
  readonly id: Written | undefined;
  /** The ids of `ref`, in order. */
  readonly refs: readonly Written[] | undefined;
  /** Known attributes but `ref` and `#id`; the first of each name. */
  readonly attributes: readonly Attribute[];
  /** The tag whose label or block holds this one, as an index into `tags`. */
  readonly parent: number | undefined;
  /** False when its attributes are faulty: then nothing else is said of it. */
  readonly sound: boolean;
  /** Of a commitment: the strength its words speak of, and those words. */
  readonly read: { readonly strength: Strength; readonly words: Written } | undefined;
  /** Of a date: the EDTF value, from `edtf` or from the words. */
  readonly edtf: string | undefined;
  /**
   * Of a block: its opening line (the tag on it) and its closing line (the colons), if it has one;
   * what it holds stands between them.
   */
  readonly fences?: { readonly open: Span; readonly close: Span | undefined };
}

/** One `key=value` of a tag, or one key of a registry entry. */
export interface Attribute {
  /** Canonical: `other_names`. */
  readonly name: string;
  /** As written: `other-names`. */
  readonly key: Written;
  /** A list where the attribute's type is a list; each item with its place. */
  readonly value: Value;
}

/** Where an entity, or a commitment with an id, is defined. */
export interface Definition {
  readonly kind: string;
  readonly id: Written;
  /** How it is called: `name`, else the label, else (a commitment) its words; else its id. */
  readonly name: Written;
  readonly otherNames: readonly Written[];
  readonly attributes: readonly Attribute[];
  /** All of it: the tag, or the registry entry from its key to the end of its value. */
  readonly span: Span;
  /** Index into `tags`; `undefined` in a registry. */
  readonly tag: number | undefined;
}

/** A place where an id is pointed at: `ref=`, a party, a source … */
export interface Use {
  readonly id: Written;
  /** The kinds that may stand there; `any`: any entity. */
  readonly kinds: readonly string[] | 'any';
  /** `ref`, or the canonical name of the attribute (`by`, `parties`, `memberships.office`, `source`). */
  readonly attribute: string;
  /** Who points: an index into `tags`, or into `definitions` in a registry; `undefined`: the front matter. */
  readonly tag: number | undefined;
  readonly definition: number | undefined;
}

export interface HeadingFact {
  readonly span: Span;
  readonly depth: number;
  /** Plain text, tags and markup out. */
  readonly words: string;
  /** The anchor GitHub gives it, unique in its text. */
  readonly slug: string;
}

/** A reference link is a `link` whose target stands in its definition, which is told as well. */
export interface LinkFact {
  readonly span: Span;
  readonly form: 'link' | 'image' | 'definition' | 'autolink';
  readonly target: Written;
}

export interface FootnoteFact {
  readonly form: 'reference' | 'definition';
  readonly span: Span;
  readonly label: Written;
  readonly defined: boolean;
}

/** Something wrong in the reading, for the rule named `rule` to word and report. */
export interface Fault {
  readonly rule: string;
  readonly span: Span;
  /** The words the rule's message needs: what was found, what was wanted, the kind, the attribute. */
  readonly detail: Readonly<Record<string, string>>;
  readonly edits?: readonly TextEdit[];
  /** What to call the fix, if `edits` is given; in the imperative: `Remove the space`. */
  readonly fix?: string;
}

/** A comment that silences findings (docs/language.md). */
export interface Suppression {
  /** Of the comment. */
  readonly span: Span;
  readonly form: 'next-line' | 'disable' | 'enable' | 'file';
  /** Each rule name with its place; empty: none was named, which is a finding. */
  readonly rules: readonly Written[];
  readonly reason: string | undefined;
  /** Where findings must start to be suppressed (`enable`: empty). */
  readonly range: Span;
}

/** The single scalar of an attribute: what is written, and where. */
export function scalar(attributes: readonly Attribute[], name: string): Written | undefined {
  const value = valueNamed(attributes, name);
  if (value?.type === 'scalar') return value;
  const first = value?.type === 'list' ? value.items[0] : undefined;
  return first?.type === 'scalar' ? first : undefined;
}

/** The scalars of an attribute, one or many; nested values are left out. */
export function scalars(attributes: readonly Attribute[], name: string): readonly Written[] {
  const value = valueNamed(attributes, name);
  if (value === undefined || value.type === 'mapping') return EMPTY_WRITTEN;
  if (value.type === 'scalar') return [value];
  return value.items.filter((item) => item.type === 'scalar');
}

const EMPTY_WRITTEN: readonly Written[] = [];

/** A loop and no `find`: each of 100,000 tags is asked for a dozen attributes it mostly has not. */
function valueNamed(attributes: readonly Attribute[], name: string): Value | undefined {
  for (const attribute of attributes) if (attribute.name === name) return attribute.value;
  return undefined;
}
