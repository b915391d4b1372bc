import type { FootnoteFact, LinkFact } from '../../brief/index.js';
import { contains } from '../../text/index.js';
import { definitionsOf, type Page, type Workspace } from '../../workspace/index.js';
import type { CursorTarget } from '../target-at.js';
import {
  headingAt,
  idsOfTarget,
  linkedPage,
  type NavigationTarget,
  subjectAt,
  type TargetsAndOrigin,
  targetOf,
} from './navigation-targets.js';

/**
 * Where what stands at an offset (UTF-16) is defined; of words that several could be meant by, all of
 * them. A definition leads to itself, so that an editor can go on to its references.
 */
export function findDefinitions(
  workspace: Workspace,
  page: Page,
  offset: number,
): TargetsAndOrigin | undefined {
  const thing = subjectAt(workspace, page, offset);
  if (thing === undefined) return undefined;
  const targets = targetsOf(workspace, page, thing);
  return targets.length === 0 ? undefined : { origin: thing.span, targets };
}

function targetsOf(
  workspace: Workspace,
  page: Page,
  thing: CursorTarget,
): readonly NavigationTarget[] {
  switch (thing.type) {
    case 'heading':
      return [itself(page, thing)];
    case 'footnote':
      return footnoteTarget(page, thing.footnote);
    case 'link':
      return linkTargets(workspace, page, thing.link);
    case 'commitment':
      if (thing.tag.id === undefined) return [itself(page, thing)];
      break;
  }
  return idsOfTarget(workspace, page, thing).flatMap((id) =>
    definitionsOf(workspace, id).map((at) => {
      const isHere = at.page === page.id && contains(at.definition.span, thing.span);
      const isOwn = isHere && (thing.type === 'definition' || thing.type === 'commitment');
      const target = targetOf(workspace, at);
      return isOwn ? { ...target, focus: thing.span } : target;
    }),
  );
}

function itself({ id }: Page, { span }: CursorTarget): NavigationTarget {
  return { page: id, span, focus: span };
}

/** Footnotes of one name are one: the first definition counts. */
function footnoteTarget({ id, facts }: Page, { label }: FootnoteFact): readonly NavigationTarget[] {
  const name = footnoteName(label.text);
  const found = facts.footnotes.find(
    (each) => each.form === 'definition' && footnoteName(each.label.text) === name,
  );
  return found === undefined ? [] : [{ page: id, span: found.span, focus: found.label.span }];
}

/** As Markdown compares the names of footnotes. */
export function footnoteName(label: string): string {
  return label.trim().replace(/\s+/g, ' ').toLowerCase();
}

function linkTargets(
  workspace: Workspace,
  from: Page,
  link: LinkFact,
): readonly NavigationTarget[] {
  const linked = linkedPage(workspace, from, link);
  if (linked === undefined) return [];
  const { page, anchor } = linked;
  const heading = anchor === undefined ? undefined : headingAt(page, anchor);
  if (heading !== undefined) return [{ page: page.id, span: heading.span, focus: heading.span }];
  const tagged = page.facts.definitions.find(
    ({ id, tag }) => tag !== undefined && id.text === anchor,
  );
  if (tagged !== undefined) return [targetOf(workspace, { page: page.id, definition: tagged })];
  const start = { start: 0, end: 0 };
  return [{ page: page.id, span: { start: 0, end: page.text.length }, focus: start }];
}
