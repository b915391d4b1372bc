import { shift } from '../../text/index.js';
import { type Page, syntaxOf, type Workspace } from '../../workspace/index.js';
import { type BracesContext, bracesContextAt } from './braces-context.js';
import { type ColonContext, colonContextAt } from './colon-context.js';
import { type LabelContext, labelContextAt } from './label-context.js';
import {
  blockBefore,
  isInHole,
  lastTag,
  openTagAround,
  type TagAtCursor,
} from './tag-at-cursor.js';

/** Where in the prose of a brief the cursor is, as far as something can be offered there. */
export type MarkdownContext =
  | { readonly type: 'colon'; readonly colon: ColonContext }
  | { readonly type: 'label'; readonly tag: TagAtCursor; readonly label: LabelContext }
  | { readonly type: 'braces'; readonly tag: TagAtCursor; readonly braces: BracesContext };

export function markdownContextAt(
  { vocabulary }: Workspace,
  page: Page,
  offset: number,
): MarkdownContext | undefined {
  const { text } = page;
  const syntax = syntaxOf(page);
  const placed = blockBefore(syntax, offset);
  if (placed === undefined) return undefined;
  const inside = offset - placed.at;
  const braced = lastTag(placed, vocabulary, ({ attributes }) => {
    if (attributes === undefined || attributes.span.start >= inside) return false;
    return !attributes.closed || inside < attributes.span.end;
  });
  const braces = braced && inBraces(text, braced, offset);
  if (braced !== undefined && braces !== undefined) {
    return { type: 'braces', tag: ownerOf(vocabulary, braced), braces };
  }
  const colon = colonContextAt(syntax, offset);
  if (colon !== undefined) return { type: 'colon', colon };
  const tag = lastTag(placed, vocabulary, ({ label }) => {
    if (label === undefined || inside < label.span.start) return false;
    if (inside <= label.span.end) return true;
    // The blank after half a name belongs to no paragraph yet.
    return !label.closed && text.slice(placed.at + label.span.end, offset).trim() === '';
  });
  if (tag === undefined || isInHole(placed, offset)) return undefined;
  const label = labelContextAt(text, tag, offset);
  return label && { type: 'label', tag, label };
}

/** Half-typed, an inner tag takes the bracket and the braces of the tag around it. */
function ownerOf({ kinds }: Workspace['vocabulary'], tag: TagAtCursor): TagAtCursor {
  const kind = kinds.get(openTagAround(tag)?.kind.text ?? '');
  return kind === undefined ? tag : { ...tag, kind };
}

function inBraces(
  text: string,
  { syntax, at }: TagAtCursor,
  offset: number,
): BracesContext | undefined {
  const { attributes } = syntax;
  if (attributes === undefined) return undefined;
  const items = attributes.items.map((item) => ({
    ...item,
    value: item.value && { text: item.value.text, span: shift(item.value.span, at) },
  }));
  return bracesContextAt(text, at + attributes.span.start, offset, items);
}
