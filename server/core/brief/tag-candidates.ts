import type { Fence, PlacedBlock, Syntax, TagSyntax } from '../parse/index.js';
import { type Span, shift } from '../text/index.js';
import type { Fault } from './facts.js';
import { excerpt, fault } from './faults.js';
import { type UnknownKinds, unknownKinds } from './unknown-kind.js';
import type { Kind, Vocabulary } from './vocabulary.js';

/** A tag of a known kind that can be understood as one; not yet read. */
export interface TagCandidate {
  readonly kind: Kind;
  readonly syntax: TagSyntax;
  /** Where its block begins in the text. */
  readonly at: number;
  /** The candidate whose label or block holds it, as an index into the candidates. */
  readonly parent: number | undefined;
  readonly fence: Fence | undefined;
}

export interface TagCandidates {
  readonly tags: readonly TagCandidate[];
  /** Of unknown kinds, and of tags that are too broken to be candidates. */
  readonly faults: readonly Fault[];
  /** Whether there is a sign that this text is a brief: a tag, or a slip in one; another word for a kind is none. */
  readonly speaks: boolean;
}

/**
 * Keeps the candidates of the parse whose kinds are known, in reading order, and says where one
 * was meant. Words of unknown kinds are prose; tags nested in them stay and find the next known parent.
 */
export function tagCandidatesOf(
  syntax: Pick<Syntax, 'text' | 'blocks' | 'fences'>,
  vocabulary: Vocabulary,
): TagCandidates {
  const tags: TagCandidate[] = [];
  const faults: Fault[] = [];
  const unknown = unknownKinds(syntax.text, vocabulary);
  const open: { readonly end: number; readonly index: number }[] = [];
  // Those with an open label, or inside of one: that is one finding.
  let broken: Set<TagSyntax | undefined> | undefined;
  let nextFence = 0;
  let speaks = false;
  for (const [blockIndex, placed] of syntax.blocks.entries()) {
    if (placed.block.tags.length === 0) continue;
    // For each tag of the block the innermost known tag around it, itself included.
    const around: (number | undefined)[] = [];
    for (const tag of placed.block.tags) {
      const index = around.length;
      const start = placed.at + tag.span.start;
      while ((open.at(-1)?.end ?? Number.POSITIVE_INFINITY) <= start) open.pop();
      const outer = tag.parent === undefined ? undefined : around[tag.parent];
      const isBroken =
        tag.parent !== undefined && broken?.has(placed.block.tags[tag.parent]) === true;
      if (isBroken) broken?.add(tag);
      const parent = outer ?? open.at(-1)?.index;
      around.push(outer);
      const fence = fenceAt(syntax, nextFence, blockIndex, index);
      if (fence !== undefined) nextFence += 1;
      const kind = vocabulary.kinds.get(tag.kind.text);
      if (kind === undefined) {
        const found = unknownKindOf(unknown, placed, tag);
        if (found !== undefined) faults.push(found);
        speaks ||=
          found?.edits !== undefined && isWritten(tag) && unknown.isMisspelt(tag.kind.text);
        continue;
      }
      if (tag.form === 'text' && tag.label === undefined) {
        if (hasOnlyAttributes(tag)) faults.push(wordless(syntax.text, start, tag));
        continue;
      }
      speaks ||= tag.form !== 'fence' || kind.forms.includes('block');
      if (tag.label?.closed === false) {
        const found = isBroken ? [] : unclosedFaults(syntax.text, placed.at, tag);
        for (const one of found) faults.push(one);
        broken ??= new Set();
        broken.add(tag);
        continue;
      }
      around[index] = tags.length;
      if (fence !== undefined) open.push({ end: fence.span.end, index: tags.length });
      tags.push({ kind, syntax: tag, at: placed.at, parent, fence });
    }
  }
  return { tags, faults, speaks };
}

/** The fences come in the order of their opening lines, as their tags do. */
function fenceAt(
  syntax: Pick<Syntax, 'fences'>,
  next: number,
  block: number,
  tag: number,
): Fence | undefined {
  const fence = syntax.fences[next];
  return fence?.open.block === block && fence.open.tag === tag ? fence : undefined;
}

/** Whether it has a part that prose has not, or is the line of a fence. */
function isWritten({ form, label, attributes }: TagSyntax): boolean {
  return form === 'fence' || label?.closed === true || attributes?.closed === true;
}

/** `:person{ref=ann}`, with nothing wrong in the braces. */
function hasOnlyAttributes({ attributes, faults }: TagSyntax): boolean {
  if (attributes === undefined || !attributes.closed || attributes.items.length === 0) return false;
  return faults.every(({ code }) => code === 'empty-label');
}

function wordless(text: string, start: number, { kind }: TagSyntax): Fault {
  const place = { start, end: start + 1 + kind.text.length };
  return fault('empty-label', place, { kind: kind.text, found: excerpt(text, place) });
}

function unknownKindOf(
  unknown: UnknownKinds,
  { at }: PlacedBlock,
  tag: TagSyntax,
): Fault | undefined {
  const { kind, form, label } = tag;
  if (kind.text === '' || (form === 'text' && label === undefined && !hasOnlyAttributes(tag)))
    return undefined;
  const found = unknown.faultOf(kind.text, shift(kind.span, at), form === 'fence' ? 'block' : form);
  // Of two slips none is certain alone.
  if (found === undefined || form !== 'text' || label?.closed === true) return found;
  return { rule: found.rule, span: found.span, detail: found.detail };
}

/** What the parse found wrong in a tag, for the rules of those names. */
export function syntaxFaults(text: string, at: number, tag: TagSyntax): readonly Fault[] {
  return tag.faults.map(({ code, span, edits, reason }) => {
    const place = shift(span, at);
    const attribute = attributeAt(tag, span);
    const detail = { kind: tag.kind.text, found: excerpt(text, place), attribute, reason };
    const mended = edits?.map((edit) => ({ ...edit, span: shift(edit.span, at) }));
    const found = fault(code, place, detail);
    if (mended === undefined) return found;
    return { ...found, edits: mended, ...(code === 'wrong-brackets' && { fix: 'Write braces' }) };
  });
}

/** The parse tells of the outermost open label; that may be one of an unknown kind, which is prose. */
function unclosedFaults(text: string, at: number, tag: TagSyntax): readonly Fault[] {
  if (tag.faults.length > 0) return syntaxFaults(text, at, tag);
  const { start } = shift(tag.span, at);
  const place = { start, end: start + tag.colons + tag.kind.text.length + 1 };
  return [fault('unclosed-label', place, { kind: tag.kind.text, found: excerpt(text, place) })];
}

function attributeAt(tag: TagSyntax, { start, end }: Span): string | undefined {
  const items = tag.attributes?.items ?? [];
  if (items.length > 100) return undefined; // no one wrote these; do not search them for each fault
  const item = items.find(({ span }) => span.start <= start && end <= span.end);
  return item?.name.text;
}
