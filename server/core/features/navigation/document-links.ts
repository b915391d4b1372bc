import { type Attribute, type Definition, itemsWhere } from '../../brief/index.js';
import type { Value } from '../../parse/index.js';
import { bySpan, contains, type Span } from '../../text/index.js';
import { linkTarget, type Page, type PageId, type Workspace } from '../../workspace/index.js';
import { identifierLine } from '../describe/describe-identifiers.js';
import { webUrl } from '../describe/rich-text.js';
import { shortWords } from '../outline/outline-words.js';

/** How many characters of a title a tip shows well. */
const MAX_TITLE = 72;

/** An address of the web that stands in a page. */
export interface WebLink {
  readonly span: Span;
  readonly url: string;
  /** What is behind it: `Read “Joint statement” on example.org`. */
  readonly tip: string;
}

/** A link to a file of the workspace; not known to exist. */
export interface LocalLink {
  readonly span: Span;
  readonly page: PageId;
  /** Of a heading, decoded. */
  readonly anchor: string | undefined;
  readonly tip: string;
}

/**
 * The addresses that tags and registries give: of sources, of pages about something, of entries in public
 * registers, whose address follows from the number. Markdown's own links are not among them.
 */
export function webLinks(page: Page): readonly WebLink[] {
  const found: WebLink[] = [];
  const mayLink = ({ attributes }: Definition): boolean =>
    attributes.some((each) => LINKS.has(each.name) || identifierLine([each]).length > 0);
  for (const definition of itemsWhere(page.facts, 'definitions', mayLink)) {
    for (const attribute of definition.attributes) {
      found.push(...linksIn(page, definition, attribute));
    }
  }
  return found.sort((a, b) => bySpan(a.span, b.span));
}

function* linksIn(page: Page, definition: Definition, attribute: Attribute): Iterable<WebLink> {
  const { name, value } = attribute;
  const called = shortWords(definition.name.text || definition.id.text, MAX_TITLE);
  const about = LINKS.get(name);
  if (about !== undefined) {
    for (const { text, span } of scalarsOf(value)) {
      const url = webUrl(text.trim());
      // What an alias stands for is written elsewhere, and a link there already.
      if (url === undefined || !contains(definition.span, span)) continue;
      yield { span, url, tip: about(called, hostOf(url)) };
    }
  }
  for (const { span, url } of registerEntries(attribute)) {
    if (contains(definition.span, span) && span.end <= page.text.length) {
      yield { span, url, tip: `Open the entry of “${called}” on ${hostOf(url)}` };
    }
  }
}

type Tip = (name: string, host: string) => string;

const LINKS: ReadonlyMap<string, Tip> = new Map([
  ['url', (name, host) => `Read “${name}” on ${host}`],
  ['archived_url', (name, host) => `Read the copy of “${name}” that is kept on ${host}`],
  ['links', (name, host) => `Open the page about “${name}” on ${host}`],
]);

function scalarsOf(value: Value): readonly Extract<Value, { type: 'scalar' }>[] {
  const items = value.type === 'list' ? value.items : [value];
  return items.filter((item) => item.type === 'scalar');
}

/** One number at a time, to know which of them makes which address. */
function registerEntries({
  name,
  key,
  value,
}: Attribute): readonly Pick<WebLink, 'span' | 'url'>[] {
  const numbers: readonly { readonly span: Span; readonly attribute: Attribute }[] =
    name === 'identifiers' && value.type === 'mapping'
      ? value.entries.map((entry) => ({
          span: entry.value.span,
          attribute: { name, key, value: { ...value, entries: [entry] } },
        }))
      : [{ span: value.span, attribute: { name, key, value } }];
  return numbers.flatMap(({ span, attribute }) => {
    const link = identifierLine([attribute]).find(
      (piece) => typeof piece !== 'string' && piece.type === 'link',
    );
    return typeof link === 'object' && link.type === 'link' ? [{ span, url: link.url }] : [];
  });
}

function hostOf(url: string): string {
  return /^https?:\/\/(?:www\.)?([^/?#:]+)/i.exec(url)?.[1] ?? url;
}

/** Markdown's links to files of the workspace, for editors that do not make them themselves. */
export function localLinks(workspace: Workspace, page: Page): readonly LocalLink[] {
  const found = new Map<number, LocalLink>();
  for (const link of page.facts.links) {
    const { span } = link.target;
    const target = linkTarget(page, link);
    // A link by reference leads where its definition says, and stands there once.
    if (target === undefined || !contains(link.span, span) || span.end === span.start) continue;
    found.set(span.start, { span, ...target, tip: localTip(workspace, target) });
  }
  return [...found.values()].sort((a, b) => bySpan(a.span, b.span));
}

function localTip(workspace: Workspace, target: Pick<LocalLink, 'page' | 'anchor'>): string {
  const there = workspace.pages.get(target.page);
  const headings = there?.facts.headings ?? [];
  const title = shortWords(there?.facts.front.title?.text || headings[0]?.words || '', MAX_TITLE);
  const name = title === '' ? target.page : `“${title}”`;
  const section = headings.find(({ slug }) => slug === target.anchor)?.words;
  return section === undefined || section === '' || shortWords(section, MAX_TITLE) === title
    ? `Open ${name}`
    : `Open “${shortWords(section, MAX_TITLE)}” in ${name}`;
}
