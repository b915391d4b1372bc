import type { Element, ElementContent, Root } from 'hast';
import { toString as wordsOf } from 'hast-util-to-string';
import { fragmentOf, hasClass, isElement, made, styleOf } from './styles.js';

interface Comment {
  readonly author: string | undefined;
  readonly words: string;
}

/**
 * Puts Word's comments where they are about something: as an element `data-comment`, its words and author as a
 * comment in Markdown can hold them. The list of comments at the end goes.
 * @param choices `authors`: whether names stay; `keep`: whether comments stay at all
 * @returns how many comments there were
 */
export function comments(
  root: Root,
  choices: { readonly keep: boolean; readonly authors: boolean },
): number {
  const known = new Map<string, Comment>();
  takeOut(root, known);
  if (known.size === 0) return 0;
  const put = (parent: Root | Element): void => {
    const children: ElementContent[] = [];
    for (const child of parent.children as ElementContent[]) {
      const comment = child.type === 'element' ? commentAt(child, known) : undefined;
      if (comment !== undefined) {
        if (choices.keep)
          children.push(made('span', [], { dataComment: commentText(comment, choices.authors) }));
        continue;
      }
      if (child.type === 'element') put(child);
      children.push(child);
    }
    parent.children = children;
  };
  put(root);
  return known.size;
}

/** `<div style="mso-element:comment" …>`; what held them goes as well. */
function takeOut(parent: Root | Element, known: Map<string, Comment>): void {
  parent.children = (parent.children as ElementContent[]).filter((child) => {
    if (child.type !== 'element') return true;
    const role = styleOf(child, 'mso-element');
    if (role === 'comment') {
      const id = idIn(child);
      const author = /^["']?(.*?)["']?$/.exec(styleOf(child, 'mso-comment-author') ?? '')?.[1];
      const words = wordsOf({ ...child, children: withoutMarks(child.children) });
      if (id !== undefined) known.set(id, { author: author === '' ? undefined : author, words });
      return false;
    }
    takeOut(child, known);
    return role !== 'comment-list' && !hasClass(child, /^msocomoff$/i);
  });
}

function idIn(element: Element): string | undefined {
  for (const child of element.children) {
    if (child.type !== 'element') continue;
    const name = child.properties.name ?? child.properties.id;
    const number = /^_(?:mso)?com_(\d+)$/i.exec(String(name ?? ''))?.[1];
    if (number !== undefined) return number;
    const inside = idIn(child);
    if (inside !== undefined) return inside;
  }
  return undefined;
}

/** Without `[JD1]`, the link back. */
function withoutMarks(children: readonly ElementContent[]): ElementContent[] {
  return children.flatMap((child): ElementContent[] => {
    if (child.type !== 'element') return [child];
    if (hasClass(child, /^MsoCommentReference$|^msocomoff$/i)) return [];
    return [{ ...child, children: withoutMarks(child.children) }];
  });
}

/** `<a class="msocomanchor" href="#_msocom_1">[JD1]</a>` */
function commentAt(element: Element, known: ReadonlyMap<string, Comment>): Comment | undefined {
  if (!isElement(element, 'a') || !hasClass(element, /^msocomanchor$/i)) return undefined;
  return known.get(/^_msocom_(\d+)$/i.exec(fragmentOf(element) ?? '')?.[1] ?? '');
}

/** What stands between `<!--` and `-->`: on one line, and without anything that could end it. */
export function commentText({ author, words }: Comment, authors: boolean): string {
  const who = authors && author !== undefined ? `comment by ${author}` : 'comment';
  return ` ${who}: ${words} `
    .replace(/[\s\u00A0]+/g, ' ')
    .replace(/-{2,}/g, '–')
    .replace(/[<>]/g, (sign) => (sign === '<' ? '‹' : '›'));
}
