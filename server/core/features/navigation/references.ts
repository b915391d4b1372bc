import { type FootnoteFact, type HeadingFact, type LinkFact, tagOf } from '../../brief/index.js';
import {
  definitionsOf,
  mentionsOf,
  type Page,
  pointersTo,
  type TagAt,
  type Workspace,
} from '../../workspace/index.js';
import type { CursorTarget } from '../target-at.js';
import { footnoteName } from './definition.js';
import {
  headingAt,
  idsOfTarget,
  inOrder,
  type LinkAt,
  linkedPage,
  linksInto,
  type NavigationTarget,
  subjectAt,
} from './navigation-targets.js';

/**
 * Where the thing at an offset (UTF-16) is spoken of or pointed at, by path and place, each place once.
 * `undefined` where nothing can be referred to.
 * @param declaration whether the places that define it are among them
 */
export function findReferences(
  workspace: Workspace,
  page: Page,
  offset: number,
  declaration: 'with' | 'without',
): readonly NavigationTarget[] | undefined {
  const thing = subjectAt(workspace, page, offset);
  const found = thing && referencesOf(workspace, page, thing);
  if (found === undefined) return undefined;
  const { declared, referring } = found;
  return inOrder(declaration === 'with' ? [...declared, ...referring] : referring);
}

interface LocatedReference {
  readonly declared: readonly NavigationTarget[];
  readonly referring: readonly NavigationTarget[];
}

function referencesOf(
  workspace: Workspace,
  page: Page,
  thing: CursorTarget,
): LocatedReference | undefined {
  if (thing.type === 'heading') return ofHeading(workspace, page, thing.heading);
  if (thing.type === 'footnote') return ofFootnote(page, thing.footnote);
  if (thing.type === 'link') return ofLink(workspace, page, thing.link);
  const ids = idsOfTarget(workspace, page, thing);
  if (ids.length === 0) return undefined;
  return {
    declared: ids.flatMap((id) =>
      definitionsOf(workspace, id).map(({ page: at, definition: { span, id: written } }) => {
        return { page: at, span, focus: written.span };
      }),
    ),
    referring: ids.flatMap((id) => referringTo(workspace, id)),
  };
}

/** A mention by its words, whether they or its `ref` say who; anything else by the id. */
function referringTo(workspace: Workspace, id: string): readonly NavigationTarget[] {
  const mentions = mentionsOf(workspace, id).filter(({ tag }) => tag.role === 'mention');
  const told = new Set(mentions.map(({ tag }) => tag));
  const uses = pointersTo(workspace, id).flatMap(({ page, use }): readonly NavigationTarget[] => {
    const facts = workspace.pages.get(page)?.facts;
    const tag = facts && tagOf(facts, use.tag);
    if (tag !== undefined && told.has(tag)) return [];
    return [{ page, span: use.id.span, focus: use.id.span }];
  });
  return [...mentions.map(wordsOf), ...uses];
}

function wordsOf({ page, tag }: TagAt): NavigationTarget {
  return { page, span: tag.span, focus: tag.label ?? tag.head };
}

function ofHeading(
  workspace: Workspace,
  page: Page,
  { span, slug }: HeadingFact,
): LocatedReference {
  const links = linksInto(workspace, page).filter(
    ({ anchor }) => anchor?.toLowerCase() === slug.toLowerCase(),
  );
  return { declared: [{ page: page.id, span, focus: span }], referring: links.map(linkPlace) };
}

function linkPlace({ page, link: { span, form, target } }: LinkAt): NavigationTarget {
  return { page: page.id, span, focus: form === 'definition' ? target.span : span };
}

function ofFootnote({ id, facts }: Page, { label }: FootnoteFact): LocatedReference {
  const name = footnoteName(label.text);
  const alike = facts.footnotes.filter((each) => footnoteName(each.label.text) === name);
  const targets = (form: FootnoteFact['form']): readonly NavigationTarget[] =>
    alike
      .filter((each) => each.form === form)
      .map((each) => {
        return {
          page: id,
          span: each.span,
          focus: form === 'definition' ? each.label.span : each.span,
        };
      });
  return { declared: targets('definition'), referring: targets('reference') };
}

/** Links to the same heading; of a link to a whole page, all links from other pages to it. */
function ofLink(workspace: Workspace, from: Page, link: LinkFact): LocatedReference | undefined {
  const linked = linkedPage(workspace, from, link);
  if (linked === undefined) return undefined;
  const { page, anchor } = linked;
  const heading = anchor === undefined ? undefined : headingAt(page, anchor);
  if (heading !== undefined) return ofHeading(workspace, page, heading);
  const links = linksInto(workspace, page).filter((at) => at.page !== page || from === page);
  const wanted = anchor?.toLowerCase();
  const alike =
    wanted === undefined ? links : links.filter((at) => at.anchor?.toLowerCase() === wanted);
  return { declared: [], referring: alike.map(linkPlace) };
}
