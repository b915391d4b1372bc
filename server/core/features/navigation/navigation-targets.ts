import { type HeadingFact, isFollowUp, type LinkFact, type Tag, tagOf } from '../../brief/index.js';
import { addToGroup, type Span } from '../../text/index.js';
import {
  type DefinitionAt,
  definitionsOf,
  linkTarget,
  type Page,
  type PageId,
  type Place,
  partAt,
  perPage,
  resolve,
  type Workspace,
} from '../../workspace/index.js';
import { type CursorTarget, targetAt } from '../target-at.js';

/** A place to go to: all of what stands there, and in it the words to put the cursor on. */
export interface NavigationTarget extends Place {
  readonly focus: Span;
}

/** Where a thing leads, and the words that lead there. */
export interface TargetsAndOrigin {
  readonly origin: Span;
  readonly targets: readonly NavigationTarget[];
}

/** The thing at an offset (UTF-16); the word `update` is as good as the update it begins, and so is `assessment`. */
export function subjectAt(
  workspace: Workspace,
  page: Page,
  offset: number,
): CursorTarget | undefined {
  const thing = targetAt(workspace, page, offset);
  if (thing?.type !== 'kind' || !isFollowUp(thing.kind.role)) return thing;
  return thing.tag && { type: thing.kind.role, span: thing.span, tag: thing.tag };
}

/** Whose id or name stands there; of a name that is several entities', all of them. */
export function idsOfTarget(
  workspace: Workspace,
  page: Page,
  thing: CursorTarget,
): readonly string[] {
  switch (thing.type) {
    case 'mention': {
      const refs = thing.tag.refs?.map(({ text }) => text);
      if (refs !== undefined) return [...new Set(refs)];
      const found = resolve(workspace, page, thing.tag);
      if (found.type === 'resolved') return found.ids;
      return found.type === 'ambiguous' ? found.candidates : [];
    }
    case 'definition':
      return [thing.definition.id.text];
    case 'use':
      return [thing.use.id.text];
    case 'commitment':
      return thing.tag.id === undefined ? [] : [thing.tag.id.text];
    case 'update':
    case 'assessment':
      return ofFollowUp(page, thing.tag);
    default:
      return [];
  }
}

function ofFollowUp(page: Page, tag: Tag): readonly string[] {
  const { facts } = partAt(page, tag.span.start);
  const use = facts.uses.find(
    ({ attribute, tag: index }) =>
      attribute === 'of' && index !== undefined && tagOf(facts, index) === tag,
  );
  return use === undefined ? [] : [use.id.text];
}

/** Where an id is defined: an entry by its key, a tag by its words. */
export function targetsOfId(workspace: Workspace, id: string): readonly NavigationTarget[] {
  return definitionsOf(workspace, id).map((at) => targetOf(workspace, at));
}

export function targetOf(
  workspace: Workspace,
  { page, definition }: DefinitionAt,
): NavigationTarget {
  const { tag: index, span, id } = definition;
  const facts = workspace.pages.get(page)?.facts;
  const tag = facts && tagOf(facts, index);
  return { page, span, focus: tag?.label ?? id.span };
}

/** Each place once, by path and place. */
export function inOrder<T extends NavigationTarget>(targets: readonly T[]): readonly T[] {
  const sorted = [...targets].sort(byPlace);
  return sorted.filter((target, index) => {
    const before = sorted[index - 1];
    return before === undefined || byPlace(before, target) !== 0;
  });
}

function byPlace(a: NavigationTarget, b: NavigationTarget): number {
  if (a.page !== b.page) return a.page < b.page ? -1 : 1;
  return a.focus.start - b.focus.start || a.focus.end - b.focus.end;
}

/** The page that a link leads to, and where in it; `undefined` for what is no page here. */
export interface LinkedPage {
  readonly page: Page;
  readonly anchor: string | undefined;
}

export function linkedPage(
  workspace: Workspace,
  page: Page,
  link: LinkFact,
): LinkedPage | undefined {
  const target = linkTarget(page, link);
  if (target === undefined) return undefined;
  // Some sites leave the ending out.
  const found = workspace.pages.get(target.page) ?? workspace.pages.get(`${target.page}.md`);
  return found && { page: found, anchor: target.anchor };
}

/** Letters' case is not certain to matter, so it does not. */
export function headingAt({ facts }: Page, anchor: string): HeadingFact | undefined {
  const wanted = anchor.toLowerCase();
  return facts.headings.find(({ slug }) => slug.toLowerCase() === wanted);
}

export interface LinkAt {
  readonly page: Page;
  readonly link: LinkFact;
  readonly anchor: string | undefined;
}

/** Every link that leads to a page, from briefs and other Markdown alike, by path and place. */
export function linksInto(workspace: Workspace, { id }: Page): readonly LinkAt[] {
  const short = id.endsWith('.md') ? id.slice(0, -3) : undefined;
  const found: LinkAt[] = [];
  for (const page of workspace.pages.values()) {
    const links = linksOf(page);
    found.push(...(links.get(id) ?? []));
    if (short !== undefined && !workspace.pages.has(short)) found.push(...(links.get(short) ?? []));
  }
  return found;
}

/** The local links of a page by where they lead. */
const linksOf = perPage((page): ReadonlyMap<PageId, readonly LinkAt[]> => {
  const links = new Map<PageId, LinkAt[]>();
  for (const link of page.facts.links) {
    const target = linkTarget(page, link);
    if (target !== undefined) addToGroup(links, target.page, { page, link, anchor: target.anchor });
  }
  return links;
});
