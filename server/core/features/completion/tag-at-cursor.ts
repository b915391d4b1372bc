import type { Kind, Tag, Vocabulary } from '../../brief/index.js';
import type { Block, PlacedBlock, Syntax, TagSyntax } from '../../parse/index.js';
import { firstAtLeast, type Span, shift } from '../../text/index.js';
import { type Page, tagsIn } from '../../workspace/index.js';

/** A tag as far as it has been typed; the spans in `syntax` count from `at`. */
export interface TagAtCursor {
  readonly kind: Kind;
  readonly syntax: TagSyntax;
  readonly at: number;
  /** Its index in its block's `tags`. */
  readonly index: number;
  readonly block: Block;
}

/** The block that holds the character at an offset. */
export function blockAt(syntax: Syntax, offset: number): PlacedBlock | undefined {
  const found = lastBlock(syntax, offset);
  return found !== undefined && offset < found.at + found.block.length ? found : undefined;
}

/** The block that is written on at a cursor: blanks and the next line belong to none until it is. */
export function blockBefore(syntax: Syntax, offset: number): PlacedBlock | undefined {
  const found = lastBlock(syntax, offset - 1);
  if (found === undefined) return undefined;
  const gap = syntax.text.slice(found.at + found.block.length, offset);
  return /^[ \t]*(?:(?:\r\n?|\n)[ \t>]*)?$/.test(gap) ? found : undefined;
}

function lastBlock({ blocks }: Syntax, offset: number): PlacedBlock | undefined {
  return blocks[firstAtLeast(blocks, offset + 1, ({ at }) => at) - 1];
}

/** The last tag of a known kind that fits, so the innermost or the nearest. */
export function lastTag(
  { block, at }: PlacedBlock,
  { kinds }: Vocabulary,
  fits: (tag: TagSyntax) => boolean,
): TagAtCursor | undefined {
  for (let index = block.tags.length - 1; index >= 0; index -= 1) {
    const syntax = block.tags[index];
    if (syntax === undefined || !fits(syntax)) continue;
    const kind = kinds.get(syntax.kind.text);
    return kind && { kind, syntax, at, index, block };
  }
  return undefined;
}

/** The tag around it that found no bracket: then what closes this label was meant for that one. */
export function openTagAround({ block, syntax }: TagAtCursor): TagSyntax | undefined {
  let { parent } = syntax;
  while (parent !== undefined) {
    const outer = block.tags[parent];
    if (outer?.label?.closed === false) return outer;
    parent = outer?.parent;
  }
  return undefined;
}

/** What is known of a tag once it is read; nothing while its label is open. */
export function readTagAt(page: Page, { syntax, at }: TagAtCursor): Tag | undefined {
  const head = at + syntax.kind.span.start;
  return tagsIn(page, { start: head, end: head }).find((tag) => tag.head.start === head);
}

export function hasAttribute({ syntax }: TagAtCursor, name: string): boolean {
  return syntax.attributes?.items.some((item) => item.name.text === name) === true;
}

/** Whether an offset stands inside of something that is no prose: code, a link's target, HTML. */
export function isInHole({ block, at }: PlacedBlock, offset: number): boolean {
  return block.prose.some(({ holes }) => holes.some((hole) => isInside(shift(hole, at), offset)));
}

function isInside({ start, end }: Span, offset: number): boolean {
  return start < offset && offset < end;
}

export function lineStart(text: string, offset: number): number {
  let at = offset;
  while (at > 0 && !isLineEnd(text, at - 1)) at -= 1;
  return at;
}

export function lineEnd(text: string, offset: number): number {
  let at = offset;
  while (at < text.length && !isLineEnd(text, at)) at += 1;
  return at;
}

export function isLineEnd(text: string, at: number): boolean {
  return text[at] === '\n' || text[at] === '\r';
}

/** Whether a comment may begin at an offset: where words or HTML stand, not in code. */
export function isInProseOrHtml(syntax: Syntax, offset: number): boolean {
  const placed = blockAt(syntax, offset);
  if (placed === undefined) return false;
  const { block, at } = placed;
  const holds = ({ start, end }: Span): boolean => at + start <= offset && offset < at + end;
  if (block.html.some(({ span }) => holds(span))) return true;
  return block.prose.some(({ span, holes }) => holds(span) && !holes.some(holds));
}
