import type { Attribute, Tag } from '../brief/index.js';
import { firstAtLeast, type Span, type TextEdit, type Written } from '../text/index.js';
import type { Page } from '../workspace/index.js';
import type { PageEdit } from './rule.js';

/** Puts `text` in place of a written value; quotes around it stay. */
export function replacement(page: Page, written: Written, text: string): PageEdit {
  return { page: page.id, span: insideQuotes(page.text, written.span), text };
}

function insideQuotes(text: string, { start, end }: Span): Span {
  const first = text[start];
  const quotes = end - start >= 2 && (first === '"' || first === "'") && text[end - 1] === first;
  return quotes ? { start: start + 1, end: end - 1 } : { start, end };
}

/** Adds `name=value` to a sound tag: after its `#id`, else first between its braces, else in new ones. */
export function addAttributeEdit(page: Page, tag: Tag, attribute: string): PageEdit {
  const braces = afterWords(page, tag);
  const at = (start: number, text: string): PageEdit => {
    return { page: page.id, span: { start, end: start }, text };
  };
  if (page.text[braces] !== '{') return at(braces, `{${attribute}}`);
  if (tag.id !== undefined) return at(tag.id.span.end, ` ${attribute}`);
  const first = braces + 1;
  return at(first, page.text[first] === '}' ? attribute : `${attribute} `);
}

/** Takes an attribute out of a tag, with the space before it, or with its braces if nothing else stands in them. */
export function removeAttributeEdit(page: Page, { key, value }: Attribute): PageEdit {
  const { text } = page;
  let [start, end] = [key.span.start, Math.max(key.span.end, value.span.end)];
  const quote = text[value.span.start - 1];
  if ((quote === '"' || quote === "'") && text[end] === quote) end += 1;
  while (isSpace(text, start - 1)) start -= 1;
  if (text[start - 1] === '{') {
    while (isSpace(text, end)) end += 1;
    if (text[end] === '}') [start, end] = [start - 1, end + 1];
  }
  return { page: page.id, span: { start, end }, text: '' };
}

/** Takes one value out of an attribute, with its comma; the attribute with it, if it has no other. */
export function removeValueEdit(page: Page, attribute: Attribute, { span }: Written): PageEdit {
  const { value } = attribute;
  const items = value.type === 'list' ? value.items : [];
  const at = items.findIndex((item) => item.span.start === span.start);
  const [before, next] = [items[at - 1], items[at + 1]];
  if (at < 0 || (before === undefined && next === undefined))
    return removeAttributeEdit(page, attribute);
  const start = before?.span.end ?? span.start;
  const end = before === undefined ? (next?.span.start ?? span.end) : span.end;
  return { page: page.id, span: { start, end }, text: '' };
}

function isSpace(text: string, at: number): boolean {
  return /\s/.test(text.charAt(at));
}

/** Where the braces of a tag stand, or would. */
function afterWords(page: Page, tag: Tag): number {
  if (tag.label === undefined) return tag.head.end;
  return page.text[tag.label.end] === ']' ? tag.label.end + 1 : tag.label.end;
}

/** The innermost tag around a place; labels hold few tags one in another. */
export function tagAround(
  { facts: { tags } }: Page,
  { span }: { readonly span: Span },
): Tag | undefined {
  const next = firstAtLeast(tags, span.start, (tag) => tag.span.start);
  for (let index = next - 1; index >= Math.max(0, next - MAX_NESTED); index -= 1) {
    const tag = tags[index];
    if (tag !== undefined && tag.span.end >= span.end) return tag;
  }
  return undefined;
}

const MAX_NESTED = 20;

/** What stands in braces, with the space before it; with the braces, if nothing else stands in them. */
export function removalFromBraces(text: string, span: Span): TextEdit {
  let { start, end } = span;
  while (/\s/.test(text.charAt(start - 1))) start -= 1;
  const behind = /^\s*/.exec(text.slice(end, end + 20))?.[0].length ?? 0;
  if (text[start - 1] === '{') {
    end += behind;
    if (text[end] === '}') [start, end] = [start - 1, end + 1];
  }
  return { span: { start, end }, text: '' };
}
