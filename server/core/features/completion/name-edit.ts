import { type Span, shift, type TextEdit } from '../../text/index.js';
import type { Completion } from './completion.js';
import type { LabelContext } from './label-context.js';
import type { TagAtCursor } from './tag-at-cursor.js';

/**
 * The edit that writes a name and says whom it means where the words do not.
 * @param ref `add`: it is needed; `mend`: only one that says somebody else is changed
 */
export function nameEdit(
  tag: TagAtCursor,
  { span, closed, rest }: LabelContext,
  written: string,
  id: string,
  ref: 'add' | 'mend',
): Pick<Completion, 'insert' | 'snippet' | 'span' | 'also'> {
  const also = [...rest, ...(closed ? refEdits(tag, id, ref) : [])];
  if (closed) return { insert: written, span, ...(also.length > 0 && { also }) };
  const insert = `${written}]${ref === 'add' ? `{ref=${id}}` : ''}`;
  return { insert, span };
}

function refEdits(
  { syntax, at }: TagAtCursor,
  id: string,
  ref: 'add' | 'mend',
): readonly TextEdit[] {
  const { attributes, label } = syntax;
  const item = attributes?.items.find(({ name }) => name.text === 'ref');
  if (item !== undefined) {
    const { value, name } = item;
    if (value?.text === id) return [];
    if (value !== undefined) return [{ span: shift(value.span, at), text: id }];
    const after = at + name.span.end + 1;
    return [{ span: { start: after, end: after }, text: id }];
  }
  if (ref === 'mend' || label === undefined) return [];
  const end = at + label.span.end + 1;
  if (attributes === undefined) return [{ span: emptyAt(end), text: `{ref=${id}}` }];
  const inside = at + attributes.span.start + 1;
  return [
    { span: emptyAt(inside), text: attributes.items.length > 0 ? `ref=${id} ` : `ref=${id}` },
  ];
}

function emptyAt(offset: number): Span {
  return { start: offset, end: offset };
}

/** A name as it is written in a label: what Markdown or a tag would take for a mark is escaped. */
export function labelText(name: string): string {
  return name
    .replace(/[\\[\]`*<]/g, '\\$&')
    .replace(/(?<![\p{L}\p{N}])_|_(?![\p{L}\p{N}])|~~|\$\$|&(?=#?\w+;)/gu, '\\$&')
    .replace(/:(?=:|[A-Za-z])/g, '\\:');
}
