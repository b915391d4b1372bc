import type { Link, Value } from '../parse/index.js';
import { type Span, shift, type Written } from '../text/index.js';
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

/** What a block says, as it stands in its text: all places and indices count from there on. */
export function moveFacts(facts: BlockFacts, by: Move): BlockFacts {
  return {
    speaks: facts.speaks,
    tags: facts.tags.map((tag) => moveTag(tag, by)),
    definitions: facts.definitions.map((definition) => moveDefinition(definition, by)),
    uses: facts.uses.map((use) => moveUse(use, by)),
    headings: facts.headings.map((heading) => ({ ...heading, span: shift(heading.span, by.at) })),
    links: facts.links.map((link) => moveLink(link, by.at)),
    footnotes: facts.footnotes.map((note) => ({
      ...note,
      span: shift(note.span, by.at),
      label: moveWritten(note.label, by.at),
    })),
    faults: facts.faults.map((fault) => moveFault(fault, by.at)),
    comments: facts.comments.map((comment) => ({
      ...comment,
      span: shift(comment.span, by.at),
      body: moveWritten(comment.body, by.at),
    })),
  };
}

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

function moveValue(value: Value, by: number): Value {
  const span = shift(value.span, by);
  if (value.type === 'scalar') return { ...value, span };
  if (value.type === 'list')
    return { ...value, span, items: value.items.map((item) => moveValue(item, by)) };
  const entries = value.entries.map(({ key, value: held }) => ({
    key: moveWritten(key, by),
    value: moveValue(held, by),
  }));
  return { ...value, span, entries };
}

function moveFault(fault: Fault, by: number): Fault {
  const span: Span = shift(fault.span, by);
  if (fault.edits === undefined) return { ...fault, span };
  const edits = fault.edits.map((edit) => ({ ...edit, span: shift(edit.span, by) }));
  return { ...fault, span, edits };
}

function moveLink(link: Link, by: number): Link {
  return { ...link, span: shift(link.span, by), target: moveWritten(link.target, by) };
}

function moveWritten<T extends Written>(written: T, by: number): T {
  return { ...written, span: shift(written.span, by) };
}
