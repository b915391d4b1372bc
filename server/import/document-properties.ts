import type { Element, Root } from 'hast';
import { toString as wordsOf } from 'hast-util-to-string';
import { settled } from './settle-text.js';

/** What a document says of itself, for the front matter of a brief. */
export interface DocumentProperties {
  readonly title?: string;
  /** The day it was written or published, `YYYY-MM-DD`. */
  readonly date?: string;
  readonly author?: string;
}

/** Names of `<meta>` elements, those of most worth first. */
const DATES = [
  'article:published_time',
  'dcterms.created',
  'dcterms.date',
  'dc.date',
  'datepublished',
  'date',
];
const AUTHORS = ['author', 'dcterms.creator', 'dc.creator', 'article:author'];
const TITLES = ['dcterms.title', 'dc.title', 'og:title'];

export function propertiesIn(root: Root): DocumentProperties {
  const said = new Map<string, string>();
  let name: string | undefined;
  const waiting: (Root | Element)[] = [root];
  for (let node = waiting.pop(); node !== undefined; node = waiting.pop())
    for (const child of node.children) {
      if (child.type !== 'element') continue;
      if (child.tagName === 'title') name ??= wordsOf(child);
      if (child.tagName === 'meta') addMeta(child, said);
      waiting.push(child);
    }
  const first = (names: readonly string[]): string | undefined =>
    names.map((each) => said.get(each)).find((each) => each !== undefined);
  return documentProperties({
    title: name ?? first(TITLES),
    date: first(DATES),
    author: first(AUTHORS),
  });
}

/** As the front matter has them: on one line, without what is empty. */
export function documentProperties(
  said: Readonly<Record<keyof DocumentProperties, string | undefined>>,
): DocumentProperties {
  const title = oneLine(said.title);
  const author = oneLine(said.author);
  const date = /^\d{4}-\d{2}-\d{2}/.exec(said.date ?? '')?.[0];
  return {
    ...(title === undefined ? {} : { title }),
    ...(date === undefined ? {} : { date }),
    ...(author === undefined ? {} : { author }),
  };
}

function addMeta({ properties }: Element, said: Map<string, string>): void {
  const name = properties.name ?? properties.property ?? properties.itemProp;
  const content = properties.content;
  if (name === undefined || typeof content !== 'string' || content.trim() === '') return;
  const key = String(name).toLowerCase();
  if (!said.has(key)) said.set(key, content);
}

function oneLine(words: string | undefined): string | undefined {
  const line = settled(words ?? '')
    .replace(/\s+/g, ' ')
    .trim();
  return line === '' ? undefined : line;
}
