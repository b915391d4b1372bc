import type { Span, TextEdit, Written } from '../text/index.js';

/**
 * What stands in a text, before anyone knows what it means: plain data that survives
 * `structuredClone`. Positions inside a block count from the block's start, so a block that did not
 * change is the same object wherever it moves.
 */
export interface Syntax {
  readonly text: string;
  /** `span` is the whole of it with its `---` lines, `body` the YAML between them. */
  readonly frontMatter: { readonly span: Span; readonly body: Span } | undefined;
  /** In order, side by side; blank lines and front matter belong to none or to the block before. */
  readonly blocks: readonly PlacedBlock[];
  /** `:::` fences paired over the whole text, offsets of the text. In order of their opening. */
  readonly fences: readonly Fence[];
}

export interface PlacedBlock {
  readonly at: number;
  readonly block: Block;
}

/** One top-level block of Markdown. All spans count from its start. */
export interface Block {
  /** Its text and what else decided how it was read; equal keys, equal blocks. */
  readonly key: string;
  readonly length: number;
  /** Every candidate, known kind or not, in reading order, the outer before the inner. */
  readonly tags: readonly TagSyntax[];
  readonly slips: readonly Slip[];
  readonly headings: readonly Heading[];
  readonly links: readonly Link[];
  readonly footnotes: readonly Footnote[];
  readonly html: readonly Html[];
  /** Where prose stands: what a reader reads as words. In order. Tags are read here and only here. */
  readonly prose: readonly Prose[];
  /**
   * Inside labels and headings, the characters that are Markdown and not words (emphasis marks, link
   * brackets and targets, footnote marks, backticks, line prefixes). In order, not overlapping.
   */
  readonly markup: readonly Span[];
}

export interface Prose {
  readonly span: Span;
  /** Inside `span`, what is not prose (code, HTML, link targets, `>` of a quote). In order. */
  readonly holes: readonly Span[];
  /** `record`: a line of its own that a record or a fence stands on; text tags are not read there. */
  readonly within: 'paragraph' | 'heading' | 'cell' | 'record';
  /** The innermost quote, list item or footnote it stands in, if any. */
  readonly container?: Span;
}

/**
 * One `:word[…]`, `::word…` or `:::word…`. A part that is missing or still being typed is
 * `undefined` or not `closed`; the positions of the others stand.
 */
export interface TagSyntax {
  readonly form: 'text' | 'record' | 'fence';
  /** From the first colon to the end of the last part. */
  readonly span: Span;
  /** How many colons it begins with; a fence has three or more. */
  readonly colons: number;
  /** The word after the colons; empty for a closing fence. */
  readonly kind: Written;
  /** `span` is what stands between the brackets. Not closed: it ran to the end of the paragraph. */
  readonly label: { readonly span: Span; readonly closed: boolean } | undefined;
  /** `span` has the braces. Not closed: it ends with the last character that may belong to it. */
  readonly attributes:
    | { readonly span: Span; readonly closed: boolean; readonly items: readonly AttributeSyntax[] }
    | undefined;
  /** The tag whose label holds this one, as an index into the block's `tags`. */
  readonly parent: number | undefined;
  /** Of a fence: the quote, list item or footnote it stands in (block offsets), if any. */
  readonly container: Span | undefined;
  readonly faults: readonly TagFault[];
}

export interface AttributeSyntax {
  readonly span: Span;
  /** As written; `#` for the `#id` shorthand. */
  readonly name: Written;
  /** Without its quotes, character references decoded; its span is the written text inside the quotes. */
  readonly value: Written | undefined;
  readonly quote: '"' | "'" | undefined;
}

/** A fault inside a tag that is otherwise recognizable as one. */
export type TagFaultCode =
  | 'unclosed-label'
  | 'unclosed-attributes'
  | 'unclosed-quote'
  | 'curly-quotes'
  | 'full-width-sign'
  | 'space-in-list'
  | 'bare-word'
  | 'duplicate-attribute'
  | 'malformed-attribute'
  | 'space-in-tag'
  | 'empty-label'
  | 'text-beside-record'
  | 'attributes-on-next-line'
  | 'wrong-brackets'
  | 'ref-with-id';

export interface TagFault {
  readonly code: TagFaultCode;
  /** The narrowest characters that are wrong. */
  readonly span: Span;
  /** What mends it, where that is certain. */
  readonly edits?: readonly TextEdit[];
  /** A clause for a person, where the code does not say enough: `the value after '=' is missing`. */
  readonly reason?: string;
}

/** Something that is no tag but was meant as one, if `kind` is a kind: whether it is, the vocabulary says. */
export type SlipCode =
  | 'space-in-tag'
  | 'missing-colon'
  | 'glued-tag'
  | 'malformed-fence'
  | 'tag-in-html'
  | 'text-beside-record'
  | 'wrong-brackets'
  | 'missing-kind';

export interface Slip {
  readonly code: SlipCode;
  /** Empty where the kind is what is missing. */
  readonly kind: Written;
  readonly span: Span;
  readonly edits?: readonly TextEdit[];
  /** Which of the slips of that code it is. */
  readonly about?: SlipForm;
  /** The names of its attributes (`#` of an id), where only a known one tells that a tag was meant. */
  readonly names?: readonly string[];
  /** It may also be prose: it makes no text a brief. */
  readonly weak?: true;
}

/**
 * Of `wrong-brackets`: the words of a tag in brackets of another form, or in none; its attributes in others. Of
 * `missing-colon`: forgotten, a semicolon, or one more behind the kind.
 */
export type SlipForm = 'words' | 'bare-words' | 'attributes' | 'forgotten' | 'semicolon' | 'second';

export interface Heading {
  readonly span: Span;
  readonly depth: 1 | 2 | 3 | 4 | 5 | 6;
  /** Its words with tags and markup still in; see `markup`. */
  readonly content: Span;
  /** Whether it stands at the top level, not inside a quote or list item. */
  readonly top: boolean;
}

export interface Link {
  readonly span: Span;
  readonly form: 'link' | 'image' | 'definition' | 'autolink' | 'reference';
  /** The target as it stands written; for a `reference`, that of its definition is used and this is empty. */
  readonly target: Written;
  /** Of a definition or a reference: its label, normalized as CommonMark says. */
  readonly label: string | undefined;
}

export interface Footnote {
  readonly form: 'reference' | 'definition';
  readonly span: Span;
  /** As written between `[^` and `]`. */
  readonly label: Written;
  /** Whether a reference has a definition in this text. `[^1]` without one is prose to Markdown. */
  readonly defined: boolean;
}

export interface Html {
  readonly span: Span;
  readonly form: 'comment' | 'inline' | 'block';
}

/** A `:::` block, offsets of the text. `close` is missing when it ended without its closing line. */
export interface Fence {
  /** Index into `Syntax.blocks`, and into that block's `tags`. */
  readonly open: { readonly block: number; readonly tag: number };
  readonly close: Span | undefined;
  /** From the opening line's first colon to the end of the closing line, or where it was ended. */
  readonly span: Span;
  /** Of an unclosed one, its first line; of an inner block fenced with as many colons as the outer. */
  readonly fault: 'unclosed-block' | 'equal-nested-blocks' | undefined;
  /** The fence that holds this one, as an index into `Syntax.fences`. */
  readonly parent: number | undefined;
}
