import {
  type Attribute,
  type AttributeSpec,
  attributeSpec,
  type Choice,
  type Definition,
  type FollowUpRole,
  type FootnoteFact,
  type HeadingFact,
  isFollowUp,
  type Kind,
  type LinkFact,
  scalar,
  type Tag,
  tagOf,
  type Use,
  type Vocabulary,
} from '../brief/index.js';
import type { Value } from '../parse/index.js';
import { bySpan, contains, firstAtLeast, type Span, touches, type Written } from '../text/index.js';
import { type Page, partAt, perPage, stepOfScore, type Workspace } from '../workspace/index.js';

/**
 * What stands under the cursor, the innermost of it: hovers, navigation, rename and the rest all begin
 * with this one question. `span` is what an editor marks.
 */
export type CursorTarget =
  /** The words of a tag that points at an entity or a commitment. */
  | { readonly type: 'mention'; readonly span: Span; readonly tag: Tag }
  /** The id, a name, or the words of a definition: of an entity, or of a commitment with an id. */
  | { readonly type: 'definition'; readonly span: Span; readonly definition: Definition }
  /** An id in an attribute, in the front matter or in a registry. */
  | { readonly type: 'use'; readonly span: Span; readonly use: Use }
  /** The words of a commitment made here, with an id or without. */
  | { readonly type: 'commitment'; readonly span: Span; readonly tag: Tag }
  | { readonly type: FollowUpRole; readonly span: Span; readonly tag: Tag }
  /**
   * EDTF in an attribute, the words of a date, the date of a brief. `edtf` as written or read; `spec`
   * is that of the attribute, if it stands in one.
   */
  | {
      readonly type: 'date';
      readonly span: Span;
      readonly edtf: string;
      readonly spec?: AttributeSpec;
    }
  /** The word after the colon, with its tag, or the key of a kind in a registry. */
  | { readonly type: 'kind'; readonly span: Span; readonly kind: Kind; readonly tag?: Tag }
  | {
      readonly type: 'attribute';
      readonly span: Span;
      readonly kind: Kind;
      readonly spec: AttributeSpec;
    }
  /** One of the words an attribute may have, those that stand for ids (`each-other`) too. */
  | {
      readonly type: 'choice';
      readonly span: Span;
      readonly spec: AttributeSpec;
      readonly choice: Choice;
    }
  | { readonly type: 'heading'; readonly span: Span; readonly heading: HeadingFact }
  | { readonly type: 'link'; readonly span: Span; readonly link: LinkFact }
  | { readonly type: 'footnote'; readonly span: Span; readonly footnote: FootnoteFact }
  /** The name of a rule in a comment that suppresses it. */
  | { readonly type: 'rule'; readonly span: Span; readonly name: string };

/**
 * The innermost thing at an offset (UTF-16). A cursor right behind the last character of a thing
 * counts as on it, unless another thing begins there.
 */
export function targetAt(
  workspace: Workspace,
  page: Page,
  offset: number,
): CursorTarget | undefined {
  let best: CursorTarget | undefined;
  for (const thing of targetsAt(workspace, page, offset)) {
    if (best === undefined || isCloser(thing.span, best.span, offset)) best = thing;
  }
  return best;
}

/** Whether the cursor is rather on `a` than on `b`; it touches both. */
function isCloser(a: Span, b: Span, offset: number): boolean {
  const inside = Number(offset < a.end) - Number(offset < b.end);
  return inside !== 0 ? inside > 0 : a.end - a.start < b.end - b.start;
}

function* targetsAt(workspace: Workspace, page: Page, offset: number): Iterable<CursorTarget> {
  const { vocabulary } = workspace;
  const near = partAt(page, offset);
  const { facts } = near;
  for (const use of itemsAt(facts.uses, ({ id }) => id.span, offset)) {
    yield { type: 'use', span: use.id.span, use };
  }
  for (const definition of definitionsAt(near, offset)) {
    yield* targetsOfDefinition(definition, offset);
    if (definition.tag !== undefined) continue;
    const kind = vocabulary.kinds.get(definition.kind);
    if (kind !== undefined) yield* targetsInAttributes(kind, definition.attributes, offset);
  }
  for (const tag of facts.tags) {
    const kind = vocabulary.kinds.get(tag.kind);
    if (kind !== undefined && touches(tag.span, offset)) {
      yield* targetsOfTag(near, kind, tag, offset);
      yield* scoreAt(workspace, kind, tag, offset);
    }
  }
  yield* kindKeyAt(vocabulary, page, offset);
  yield* otherTargets(near, offset);
  yield* targetsInComments(page, offset);
}

/** In a brief one may stand in another; the entries of a registry stand side by side. */
function definitionsAt(page: Page, offset: number): Iterable<Definition> {
  if (page.facts.role === 'registry') return itemsAt(entriesOf(page), ({ span }) => span, offset);
  return page.facts.definitions.filter(({ span }) => touches(span, offset));
}

/** An alias may bring entries from above. */
const entriesOf = perPage((page) =>
  page.facts.definitions.toSorted((a, b) => bySpan(a.span, b.span)),
);

function* targetsOfDefinition(definition: Definition, offset: number): Iterable<CursorTarget> {
  const names: readonly Written[] = [definition.id, definition.name, ...definition.otherNames];
  for (const { span } of names) {
    if (touches(span, offset)) yield { type: 'definition', span, definition };
  }
}

function* targetsOfTag(page: Page, kind: Kind, tag: Tag, offset: number): Iterable<CursorTarget> {
  if (touches(tag.head, offset)) yield { type: 'kind', span: tag.head, kind, tag };
  yield* targetsInAttributes(kind, tag.attributes, offset);
  const words = tag.fences === undefined ? tag.label : tag.span;
  if (words !== undefined && touches(words, offset)) {
    const thing = targetInWords(page, tag, words);
    if (thing !== undefined) yield thing;
  }
}

/** A step of a scale is explained as the words of a closed list are. */
function* scoreAt(
  { settings }: Workspace,
  kind: Kind,
  { role, attributes }: Tag,
  offset: number,
): Iterable<CursorTarget> {
  const score = role === 'assessment' ? scalar(attributes, 'score') : undefined;
  const spec = attributeSpec(kind, 'score');
  if (score === undefined || spec === undefined || !touches(score.span, offset)) return;
  const found = stepOfScore(settings, {
    score: score.text,
    scale: scalar(attributes, 'scale')?.text,
  });
  if (found !== undefined) yield { type: 'choice', span: score.span, spec, choice: found.step };
}

function targetInWords(page: Page, tag: Tag, span: Span): CursorTarget | undefined {
  if (tag.refs !== undefined || tag.role === 'mention') return { type: 'mention', span, tag };
  if (tag.role === 'commitment') return { type: 'commitment', span, tag };
  if (isFollowUp(tag.role)) return { type: tag.role, span, tag };
  if (tag.role === 'date') {
    return tag.edtf === undefined ? undefined : { type: 'date', span, edtf: tag.edtf };
  }
  const definition = page.facts.definitions.find(
    (each) => each.tag !== undefined && tagOf(page.facts, each.tag) === tag,
  );
  return definition && { type: 'definition', span, definition };
}

function* targetsInAttributes(
  kind: Kind,
  attributes: readonly Attribute[],
  offset: number,
): Iterable<CursorTarget> {
  for (const { name, key, value } of attributes) {
    const spec = attributeSpec(kind, name);
    if (spec === undefined) continue;
    if (touches(key.span, offset)) yield { type: 'attribute', span: key.span, kind, spec };
    if (touches(value.span, offset)) yield* targetsInValue(kind, spec, value, offset);
  }
}

function* targetsInValue(
  kind: Kind,
  spec: AttributeSpec,
  value: Value,
  offset: number,
): Iterable<CursorTarget> {
  if (!touches(value.span, offset)) return;
  if (value.type === 'list') {
    for (const item of value.items) yield* targetsInValue(kind, spec, item, offset);
  } else if (value.type === 'mapping') {
    if (spec.type.type !== 'records') return;
    for (const { key, value: held } of value.entries) {
      const name = key.text.replaceAll('-', '_');
      const inner = spec.type.attributes.find((each) => each.name === name);
      if (inner === undefined) continue;
      if (touches(key.span, offset)) yield { type: 'attribute', span: key.span, kind, spec: inner };
      yield* targetsInValue(kind, inner, held, offset);
    }
  } else if (spec.type.type === 'date') {
    yield { type: 'date', span: value.span, edtf: value.text, spec };
  } else {
    const choice = choicesOf(spec).find((each) => each.value === value.text);
    if (choice !== undefined) yield { type: 'choice', span: value.span, spec, choice };
  }
}

/** The words an attribute may have; of ids and flags the reserved ones, explained by the attribute. */
function choicesOf({ type, summary }: AttributeSpec): readonly Choice[] {
  if (type.type === 'one-of') return type.values;
  if (type.type === 'flag') return [{ value: 'yes', summary }];
  if (type.type !== 'ids' || type.also === undefined) return [];
  return type.also.map((value) => ({ value, summary }));
}

function* otherTargets({ facts }: Page, offset: number): Iterable<CursorTarget> {
  for (const heading of facts.headings) {
    if (touches(heading.span, offset)) yield { type: 'heading', span: heading.span, heading };
  }
  for (const link of facts.links) {
    if (touches(link.span, offset)) yield { type: 'link', span: link.span, link };
  }
  for (const footnote of facts.footnotes) {
    // A footnote's text is prose like any other; its mark alone is the footnote.
    const span =
      footnote.form === 'definition' && contains(footnote.span, footnote.label.span)
        ? footnote.label.span
        : footnote.span;
    if (touches(span, offset)) yield { type: 'footnote', span, footnote };
  }
  const { date } = facts.front;
  if (date?.edtf !== undefined && touches(date.span, offset)) {
    yield { type: 'date', span: date.span, edtf: date.edtf };
  }
}

function* targetsInComments({ facts }: Page, offset: number): Iterable<CursorTarget> {
  for (const { rules } of facts.suppressions) {
    for (const { text, span } of rules) {
      if (touches(span, offset)) yield { type: 'rule', span, name: text };
    }
  }
}

/**
 * The key of a kind at the left margin of a registry, read off its line: in YAML nothing else can
 * stand there when the kinds do, and to read all of a large registry again would take a second.
 */
function* kindKeyAt({ kinds }: Vocabulary, page: Page, offset: number): Iterable<CursorTarget> {
  if (page.facts.role !== 'registry') return;
  const start = page.text.lastIndexOf('\n', offset - 1) + 1;
  // No kind has a longer name; a line of a megabyte is not looked through.
  const line = page.text.slice(start, start + 100);
  const [, quote = '', word = ''] = /^(["']?)([a-z][a-z0-9-]*)\1[ \t]*:(?=\s|$)/.exec(line) ?? [];
  const kind = kinds.get(word);
  const span = { start: start + quote.length, end: start + quote.length + word.length };
  if (kind?.role === 'entity' && touches(span, offset)) yield { type: 'kind', span, kind };
}

/**
 * The items that a cursor touches, of many that stand one after the other and never in each other: a
 * registry of 100,000 entries is asked at every move of the mouse.
 */
function* itemsAt<T>(items: readonly T[], spanOf: (item: T) => Span, offset: number): Iterable<T> {
  for (
    let at = firstAtLeast(items, offset, (item) => spanOf(item).end);
    at < items.length;
    at += 1
  ) {
    const item = items[at];
    if (item === undefined || spanOf(item).start > offset) return;
    yield item;
  }
}
