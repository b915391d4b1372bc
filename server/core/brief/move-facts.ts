import { type Link, moveValue, moveWritten } from '../parse/index.js';
import { type Span, shift } from '../text/index.js';
import type { Attribute, Definition, Facts, Fault, Tag, Use } from './facts.js';
import type { HeadingWords } from './heading-anchors.js';
import type { Comment } from './suppressions.js';

/**
 * What one block of a text says by itself: all places count from its start, indices of tags and definitions
 * from its first. So it is the same wherever the block moves, and kept for as long as the block is.
 */
export interface BlockFacts
  extends Pick<Facts, 'tags' | 'definitions' | 'uses' | 'footnotes' | 'faults'> {
  /** Whether there is a sign that its text is a brief: a tag, or a slip in one. */
  readonly speaks: boolean;
  readonly headings: readonly HeadingWords[];
  /** Links by reference lead where a definition says, which may stand in another block. */
  readonly links: readonly Link[];
  readonly comments: readonly Comment[];
}

/** By how much facts move: their places, and what they say of the index of a tag or a definition. */
export interface Move {
  readonly at: number;
  readonly tags: number;
  readonly definitions: number;
}

/** The lists of what a block says. */
export type ListName = Exclude<keyof BlockFacts, 'speaks'>;

export type ItemOf<Name extends ListName> = BlockFacts[Name][number];

/** How an item of each list comes to stand in its text: all places and indices count from there on. */
export const MOVES: {
  readonly [Name in ListName]: (item: ItemOf<Name>, by: Move) => ItemOf<Name>;
} = {
  tags: moveTag,
  definitions: moveDefinition,
  uses: moveUse,
  headings: (heading, { at }) => ({ ...heading, span: shift(heading.span, at) }),
  links: (link, { at }) => ({
    ...link,
    span: shift(link.span, at),
    target: moveWritten(link.target, at),
  }),
  footnotes: (note, { at }) => ({
    ...note,
    span: shift(note.span, at),
    label: moveWritten(note.label, at),
  }),
  faults: moveFault,
  comments: (comment, { at }) => ({
    ...comment,
    span: shift(comment.span, at),
    body: moveWritten(comment.body, at),
  }),
};

function moveTag(tag: Tag, { at, tags }: Move): Tag {
  const { label, id, refs, parent, read, fences } = tag;
  return {
    ...tag,
    span: shift(tag.span, at),
    head: shift(tag.head, at),
    label: label && shift(label, at),
    id: id && moveWritten(id, at),
    refs: refs?.map((ref) => moveWritten(ref, at)),
    attributes: moveAttributes(tag.attributes, at),
    parent: parent === undefined ? undefined : parent + tags,
    read: read && { ...read, words: moveWritten(read.words, at) },
    ...(fences && {
      fences: { open: shift(fences.open, at), close: fences.close && shift(fences.close, at) },
    }),
  };
}

function moveDefinition(definition: Definition, { at, tags }: Move): Definition {
  const { id, name, otherNames, attributes, span, tag } = definition;
  return {
    ...definition,
    id: moveWritten(id, at),
    name: moveWritten(name, at),
    otherNames: otherNames.map((other) => moveWritten(other, at)),
    attributes: moveAttributes(attributes, at),
    span: shift(span, at),
    tag: tag === undefined ? undefined : tag + tags,
  };
}

function moveUse(use: Use, { at, tags, definitions }: Move): Use {
  const { id, tag, definition } = use;
  return {
    ...use,
    id: moveWritten(id, at),
    tag: tag === undefined ? undefined : tag + tags,
    definition: definition === undefined ? undefined : definition + definitions,
  };
}

function moveAttributes(attributes: readonly Attribute[], by: number): readonly Attribute[] {
  if (attributes.length === 0) return attributes;
  return attributes.map(({ name, key, value }) => ({
    name,
    key: moveWritten(key, by),
    value: moveValue(value, by),
  }));
}

function moveFault(fault: Fault, { at: by }: Move): Fault {
  const span: Span = shift(fault.span, by);
  if (fault.edits === undefined) return { ...fault, span };
  const edits = fault.edits.map((edit) => ({ ...edit, span: shift(edit.span, by) }));
  return { ...fault, span, edits };
}
