import type { Definition } from '../../brief/index.js';
import { aKind, type PageEdit } from '../../rules/index.js';
import { foldName } from '../../text/index.js';
import {
  definitionsOf,
  type Page,
  pointersTo,
  type UseAt,
  type Workspace,
} from '../../workspace/index.js';
import { nameWithId } from '../describe/id-names.js';
import { onPage, reread } from '../registry-edit/registry-edit.js';
import { joiningEdits, removingEdit } from '../registry-edit/registry-edit-join.js';
import { unsafeUse } from '../rename/rename-id.js';
import {
  type RenameRefused,
  type Renaming,
  refuse,
  withoutConfirmation,
} from '../rename/rename-model.js';

/**
 * Makes two entries of a registry that are one into one: the names and values of the first go to the second, all that pointed
 * at the first points at the second, and the first is taken out.
 */
export function mergeEntities(
  workspace: Workspace,
  from: string,
  into: string,
): Renaming | RenameRefused {
  const [one, other] = [entryAlone(workspace, from), entryAlone(workspace, into)];
  if ('refused' in one) return one;
  if ('refused' in other) return other;
  const uses = pointersTo(workspace, from);
  const refused = whyNot(workspace, one, other) ?? unsafeUse(workspace, uses, from);
  if (refused !== undefined) return refuse(refused);
  const entries = entryEdits(workspace, one, other);
  const label = `Merge ${nameWithId(workspace, from)} into ${nameWithId(workspace, into)}`;
  if (entries === undefined)
    return refuse(
      `The entries of '${from}' and '${into}' cannot be put together automatically. Move by hand what you want to keep, then merge again.`,
    );
  const others = uses.filter((use) => !isOf(use, one));
  return withoutConfirmation(label, [
    ...entries,
    ...others.map((use) => pointingEdit(workspace, use, into)),
  ]);
}

/** Where something is defined, and it is there alone. */
interface EntryAt {
  readonly page: Page;
  readonly definition: Definition;
  readonly index: number;
}

function entryAlone(workspace: Workspace, id: string): EntryAt | RenameRefused {
  const [at, ...others] = definitionsOf(workspace, id);
  const page = at && workspace.pages.get(at.page);
  if (at === undefined || page === undefined) return refuse(`Nothing has the id '${id}'.`);
  if (others.length > 0)
    return refuse(`'${id}' is defined more than once. Keep one of the definitions first.`);
  if (page.facts.role !== 'registry')
    return refuse(
      `'${id}' is defined in ${at.page}, by a tag. Only entries of a registry can be merged.`,
    );
  const { definition } = at;
  const start = definition.id.span.start;
  const index = page.facts.definitions.findIndex((each) => each.id.span.start === start);
  return { page, definition, index };
}

function whyNot(workspace: Workspace, from: EntryAt, into: EntryAt): string | undefined {
  const [one, other] = [from.definition, into.definition];
  const [id, to] = [one.id.text, other.id.text];
  if (id === to) return `'${id}' cannot be merged into itself.`;
  if (one.kind !== other.kind)
    return `'${id}' is ${aKind(workspace, one.kind)} and '${to}' ${aKind(workspace, other.kind)}. Only two of one kind can be merged.`;
  const names = (a: EntryAt, b: EntryAt): boolean =>
    pointersTo(workspace, b.definition.id.text).some((use) => isOf(use, a));
  const [naming, named] = names(from, into) ? [id, to] : [to, id];
  if (!names(from, into) && !names(into, from)) return undefined;
  return `The entry of '${naming}' points at '${named}', and would point at itself. Take that out first.`;
}

function isOf({ page, use }: UseAt, { page: { id }, index }: EntryAt): boolean {
  return page === id && use.definition === index;
}

function entryEdits(
  workspace: Workspace,
  from: EntryAt,
  into: EntryAt,
): readonly PageEdit[] | undefined {
  const joining = joiningEdits(into.page, into.definition, from.definition);
  const removing = removingEdit(from.page, from.definition);
  if (joining === undefined || removing === undefined) return undefined;
  const changes =
    from.page === into.page
      ? [{ page: from.page, edits: [...joining, removing] }]
      : [
          { page: into.page, edits: joining },
          { page: from.page, edits: [removing] },
        ];
  const after = changes.map(({ page, edits }) => reread(workspace, page, edits));
  const definitions = after.flatMap((page) => page?.facts.definitions ?? []);
  const before = changes.flatMap(({ page }) => page.facts.definitions);
  const made = definitions.find(({ id }) => id.text === into.definition.id.text);
  const isRight =
    after.every((page) => page !== undefined) &&
    definitions.length === before.length - 1 &&
    made !== undefined &&
    hasNames(made, from.definition) &&
    hasNames(made, into.definition);
  return isRight ? changes.flatMap(({ page, edits }) => onPage(page.id, edits)) : undefined;
}

function hasNames(made: Definition, of: Definition): boolean {
  const names = new Set([made.name, ...made.otherNames].map(({ text }) => foldName(text)));
  return [of.name, ...of.otherNames].every(({ text }) => names.has(foldName(text)));
}

/** Points elsewhere; where a list points there already, it is taken out of the list. */
function pointingEdit(workspace: Workspace, { page: id, use }: UseAt, into: string): PageEdit {
  const page = workspace.pages.get(id);
  const list = page === undefined ? [] : listOfUse(page, use);
  const at = list.findIndex(({ id: written }) => written.span.start === use.id.span.start);
  const first = list.findIndex(({ id: written }) => written.text === into);
  const [before, next] = [list[at - 1], list[at + 1]];
  if (first >= 0 && next !== undefined)
    return { page: id, span: { start: use.id.span.start, end: next.id.span.start }, text: '' };
  if (first >= 0 && before !== undefined)
    return { page: id, span: { start: before.id.span.end, end: use.id.span.end }, text: '' };
  return { page: id, span: use.id.span, text: into };
}

/** What stands in one list with it, itself included, in order. */
function listOfUse({ text, facts }: Page, use: UseAt['use']): readonly UseAt['use'][] {
  const same = facts.uses.filter(
    ({ attribute, tag, definition }) =>
      attribute === use.attribute && tag === use.tag && definition === use.definition,
  );
  const at = same.findIndex(({ id }) => id.span.start === use.id.span.start);
  const isBeside = (one: UseAt['use'] | undefined, other: UseAt['use'] | undefined): boolean =>
    one !== undefined &&
    other !== undefined &&
    /^["']?(?:\s*[,;]\s*|\s+-\s+|\s+)["']?$/.test(text.slice(one.id.span.end, other.id.span.start));
  let [first, last] = [at, at];
  while (isBeside(same[first - 1], same[first])) first -= 1;
  while (isBeside(same[last], same[last + 1])) last += 1;
  return same.slice(first, last + 1);
}
