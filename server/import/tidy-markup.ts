import type { Element, ElementContent, Root } from 'hast';
import { asMarkdownHasIt, withoutOuterBreaks } from './block-form.js';
import { isBlock, isHeading } from './blocks.js';
import type { LeavingOut } from './left-out.js';
import { hasClass, isElement, made, styleOf } from './styles.js';

type Parent = Root | Element;

/** Deeper than people write; deeper still, the text alone is taken. */
const DEEPEST = 200;

const NOT_TEXT = new Set(
  'script style template noscript iframe object embed svg math head title meta link base form input button select textarea audio video canvas colgroup'.split(
    ' ',
  ),
);
/** Elements of Word and of layouts that say nothing: their children stay. */
const PLAIN = /^(?:o:|w:|m:|v:|st1:|font$|center$|small$|big$)/;

/**
 * Settles what word processors and browsers write around a text: tracked deletions and hidden words go, insertions
 * stay; what is bold or italic by style becomes so by element; wrappers fall.
 */
export function tidyMarkup(root: Root, leaving: LeavingOut): void {
  tidyChildren(root, leaving, 0);
  withoutOuterBreaks(root);
}

function tidyChildren(parent: Parent, leaving: LeavingOut, depth: number): void {
  const children: ElementContent[] = [];
  for (const child of parent.children) {
    // Nobody asks where it stood, and each later step would copy it.
    delete child.position;
    if (child.type === 'text') children.push(child);
    if (child.type === 'element') children.push(...tidied(child, leaving, depth));
  }
  parent.children = children;
}

function tidied(element: Element, leaving: LeavingOut, depth: number): readonly ElementContent[] {
  if (isDeleted(element)) {
    leaving.add('deletion');
    return [];
  }
  if (NOT_TEXT.has(element.tagName)) {
    if (/^(?:form|input|button|select|textarea|iframe|object|embed)$/.test(element.tagName))
      leaving.add('control');
    if (element.tagName === 'form') return tidiedInside(element, leaving, depth);
    return [];
  }
  if (isHidden(element)) return [];
  if (depth >= DEEPEST) {
    leaving.add('depth');
    return textOf(element);
  }
  tidyChildren(element, leaving, depth + 1);
  const { tagName, children } = element;
  if (/^(?:ins|u)$/.test(tagName) || PLAIN.test(tagName)) return children;
  if (tagName === 'img') return image(element, leaving);
  // Without an address it marked a comment, unless something leads to its name.
  if (tagName === 'a' && element.properties.href === undefined)
    return element.properties.name === undefined ? children : [element];
  if (isElement(element, 'span', 'b', 'strong', 'i', 'em')) return emphasized(element);
  if (isElement(element, 's', 'strike')) return struck(element);
  const block = tagName === 'p' || tagName === 'div' ? asHeading(element) : element;
  asMarkdownHasIt(block, leaving);
  return isHeading(block) && block.children.every(isBlank) ? [] : [block];
}

function tidiedInside(element: Element, leaving: LeavingOut, depth: number): ElementContent[] {
  tidyChildren(element, leaving, depth + 1);
  return element.children;
}

function isDeleted(element: Element): boolean {
  return isElement(element, 'del') || hasClass(element, /^msoDel$/i);
}

function isHidden(element: Element): boolean {
  return (
    /^none$/i.test(styleOf(element, 'display') ?? '') ||
    /^all$/i.test(styleOf(element, 'mso-hide') ?? '') ||
    element.properties.hidden === true
  );
}

/** All text inside, however deep, without recursion. */
function textOf(element: Element): readonly ElementContent[] {
  let value = '';
  const waiting: ElementContent[] = [element];
  for (let node = waiting.pop(); node !== undefined; node = waiting.pop()) {
    if (node.type === 'text') value += node.value;
    if (node.type === 'element' && !NOT_TEXT.has(node.tagName))
      for (let at = node.children.length - 1; at >= 0; at -= 1)
        waiting.push(node.children[at] as ElementContent);
  }
  return [{ type: 'text', value }];
}

/** A picture on somebody's disk or in the page itself has no address that a brief could name. */
function image(element: Element, leaving: LeavingOut): readonly ElementContent[] {
  const address = String(element.properties.src ?? '');
  if (/^https?:/i.test(address) || /^[^:]+\.(?:png|jpe?g|gif|svg|webp)$/i.test(address))
    return [element];
  leaving.add('image');
  return [];
}

/** `<span style="font-weight:700">`; Google Docs wraps all in a `<b>` that is not bold. */
function emphasized(element: Element): readonly ElementContent[] {
  const weight = styleOf(element, 'font-weight');
  const slant = styleOf(element, 'font-style');
  const isBold =
    weight === undefined ? isElement(element, 'b', 'strong') : /^(?:bold|[6-9]00)/i.test(weight);
  const isItalic =
    slant === undefined ? isElement(element, 'i', 'em') : /^(?:italic|oblique)/i.test(slant);
  if (isMarked(element)) return [element];
  if ((!isBold && !isItalic) || element.children.some(isBlock)) return element.children;
  const [before, inner, behind] = withoutOuterSpace(element.children);
  if (inner.every(isBlank)) return element.children;
  const slanted = isItalic ? [made('em', inner)] : inner;
  return [...before, ...(isBold ? [made('strong', slanted)] : slanted), ...behind];
}

/** What is struck by hand, and no tracked deletion. */
function struck(element: Element): readonly ElementContent[] {
  const [before, inner, behind] = withoutOuterSpace(element.children);
  if (inner.every(isBlank) || inner.some(isBlock)) return element.children;
  return [...before, made('s', inner), ...behind];
}

/** Emphasis holds no space and no line break at its ends, and begins with a word: Markdown would not read it. */
function withoutOuterSpace(
  children: readonly ElementContent[],
): [before: ElementContent[], inner: ElementContent[], behind: ElementContent[]] {
  const inner = [...children];
  const outer = (
    take: () => ElementContent | undefined,
    put: (node: ElementContent) => unknown,
    space: RegExp,
  ) => {
    const taken: ElementContent[] = [];
    for (let node = take(); node !== undefined; node = take()) {
      if (isElement(node, 'br')) {
        taken.push(node);
        continue;
      }
      if (node.type === 'text') {
        const found = space.exec(node.value)?.[0] ?? '';
        if (found !== '') taken.push({ type: 'text', value: found });
        node = { ...node, value: node.value.replace(space, '') };
        if (node.value === '') continue;
      }
      put(node);
      break;
    }
    return taken;
  };
  const before = outer(
    () => inner.shift(),
    (node) => inner.unshift(node),
    /^[\s\u00A0,.;:!?)\]]+/,
  );
  const behind = outer(
    () => inner.pop(),
    (node) => inner.push(node),
    /[\s\u00A0]+$/,
  ).reverse();
  return [before, inner, behind];
}

/** What later steps read: the mark of an item, a comment, a footnote. */
function isMarked(element: Element): boolean {
  return (
    element.properties.dataComment !== undefined ||
    element.properties.dataFootnote !== undefined ||
    styleOf(element, 'mso-list') !== undefined ||
    hasClass(element, /^Mso(?:Comment|Footnote|Endnote)Reference$/i)
  );
}

function isBlank(node: ElementContent): boolean {
  return node.type === 'text' ? node.value.trim() === '' : node.type !== 'element';
}

/** `MsoTitle`, `mso-outline-level:2`: a heading by its style. */
function asHeading(element: Element): Element {
  const outline = Number(styleOf(element, 'mso-outline-level'));
  const isTitle = hasClass(element, /^MsoTitle/i);
  const level = isTitle ? 1 : outline >= 1 && outline <= 6 ? outline : undefined;
  if (level === undefined || styleOf(element, 'mso-list') !== undefined) return element;
  return { ...element, tagName: `h${level}` };
}
