import type { Element, ElementContent, Root } from 'hast';
import { toString as wordsOf } from 'hast-util-to-string';
import { fragmentOf, isElement, made } from './styles.js';

/** A short mark: `[1]`, `1`, `*`, `a`, `iv`. */
const MARK = /^[[(]?(?:\d{1,4}|[a-z]|[ivxl]{1,6}|[*†‡§]{1,3})[\])]?$/i;

/** A note holds few links; more of one name are a fault of the page. */
const MOST_OF_A_NAME = 20;

/** A link, and what it stands in, the nearest first. */
interface Anchor {
  readonly link: Element;
  readonly within: readonly Element[];
  /** The ids and names that a link elsewhere can lead to. */
  readonly names: readonly string[];
  readonly to: string;
}

/**
 * Makes footnotes of two links that lead to each other, as Word, Google Docs, Pandoc and converters write them: a
 * short mark in the text, and a link back at its note.
 * @returns how many there are
 */
export function footnotes(root: Root): number {
  const anchors = anchorsIn(root);
  const byName = new Map<string, Anchor[]>();
  for (const anchor of anchors)
    for (const name of anchor.names) {
      const known = byName.get(name);
      if (known === undefined) byName.set(name, [anchor]);
      else if (known.length < MOST_OF_A_NAME) known.push(anchor);
    }
  const notes = new Map<Element, string>();
  let count = 0;
  const used = new Set<Element>();
  for (const mark of anchors) {
    if (used.has(mark.link) || !MARK.test(wordsOf(mark.link).trim())) continue;
    const back = byName
      .get(mark.to)
      ?.find(({ link, to }) => link !== mark.link && !used.has(link) && mark.names.includes(to));
    const note = back && noteOf(back, mark.to);
    if (back === undefined || note === undefined || mark.within.includes(note)) continue;
    count += 1;
    used.add(mark.link).add(back.link);
    notes.set(note, String(count));
    turnInto(mark.link, 'span', { dataFootnote: String(count) });
    turnInto(back.link, 'span', { dataBack: '' });
  }
  if (count > 0) gather(root, notes);
  return count;
}

function turnInto(element: Element, tagName: string, properties: Element['properties']): void {
  element.tagName = tagName;
  element.properties = properties;
  element.children = [];
}

function anchorsIn(root: Root): readonly Anchor[] {
  const found: Anchor[] = [];
  const walk = (parent: Root | Element, within: readonly Element[]): void => {
    for (const child of parent.children) {
      if (child.type !== 'element') continue;
      const to = isElement(child, 'a') ? fragmentOf(child) : undefined;
      if (to !== undefined)
        found.push({ link: child, within, to, names: namesAround(child, within) });
      walk(child, [child, ...within]);
    }
  };
  walk(root, []);
  return found;
}

/** Its own id or name, and those of what it stands in, as far as that is one note. */
function namesAround(link: Element, within: readonly Element[]): readonly string[] {
  const names: string[] = [];
  for (const element of [link, ...within.slice(0, 4)])
    for (const name of [element.properties.id, element.properties.name])
      if (typeof name === 'string' && name !== '') names.push(name);
  return names;
}

/** The block that holds a note: the one whose id was led to, else the paragraph or item of the link back. */
function noteOf({ within }: Anchor, id: string): Element | undefined {
  const named = within.find(
    (each) => each.properties.id === id && isElement(each, 'li', 'div', 'aside', 'p', 'dd'),
  );
  if (named !== undefined) return named;
  const paragraph = within.find((each) => isElement(each, 'li', 'p', 'div', 'dd', 'td'));
  const outer = within[within.indexOf(paragraph as Element) + 1];
  // Google Docs and Word have a `div` for each note.
  const isWhole =
    isElement(outer, 'div') && outer.children.filter(({ type }) => type === 'element').length === 1;
  return isWhole ? outer : paragraph;
}

/** Puts the notes at the end, each under its number, and takes out what only held them. */
function gather(root: Root, notes: ReadonlyMap<Element, string>): void {
  const taken: Element[] = [];
  const walk = (parent: Root | Element): void => {
    const children: ElementContent[] = [];
    for (const child of parent.children as ElementContent[]) {
      const number = child.type === 'element' ? notes.get(child) : undefined;
      if (child.type === 'element' && number !== undefined) {
        taken.push(made('aside', child.children, { dataNote: number }));
        continue;
      }
      const had = child.type === 'element' && child.children.length > 0;
      if (child.type === 'element') walk(child);
      if (had && child.type === 'element' && isHollow(child)) continue;
      children.push(child);
    }
    parent.children = children;
  };
  walk(root);
  const last = root.children.at(-1);
  if (isElement(last, 'hr')) root.children.pop();
  root.children.push(...taken);
}

function isHollow(element: Element): boolean {
  return (
    isElement(element, 'div', 'ol', 'ul', 'section') &&
    element.children.every(
      (child) =>
        (child.type === 'text' && child.value.trim() === '') || isElement(child, 'hr', 'br'),
    )
  );
}
