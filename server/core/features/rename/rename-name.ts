import type { Tag } from '../../brief/index.js';
import { addAttributeEdit, kindTitle, type PageEdit, shortened } from '../../rules/index.js';
import { foldCase, foldName } from '../../text/index.js';
import {
  type DefinitionAt,
  definitionsOf,
  idsNamed,
  mentionsOf,
  type Page,
  type Workspace,
} from '../../workspace/index.js';
import { nameOfId } from '../describe/id-names.js';
import { reread } from '../registry-edit/registry-edit.js';
import { otherNameEdits } from '../registry-edit/registry-edit-names.js';
import { nameAttribute, nameEdits } from './rename-attributes.js';
import {
  isRefused,
  type RenameRefused,
  type Renaming,
  refuse,
  sortedOnce,
} from './rename-model.js';
import { writtenNames } from './rename-subject.js';
import { type LabelChange, labelChange, verifiedEdits } from './rename-verify.js';

/**
 * Another name for an entity where it is defined, and in the words of every mention that was found by the
 * old one. Where those words have tags or markup in them that the new name cannot take over, they stay and
 * a `ref` says who is meant.
 * @param name as one of the definitions has it
 */
export function renameName(
  workspace: Workspace,
  id: string,
  name: string,
  to: string,
): Renaming | RenameRefused {
  const definitions = definitionsOf(workspace, id).filter(({ definition }) =>
    writtenNames(definition).some((each) => foldName(each) === foldName(name)),
  );
  const refused = whyNot(workspace, definitions, id, to);
  if (refused !== undefined) return refuse(refused);
  const changes: LabelChange[] = [];
  for (const at of name === to ? [] : definitions) {
    const found = definitionChanges(workspace, at, name, to);
    if (isRefused(found)) return found;
    changes.push(...found);
  }
  const mentions = name === to ? [] : mentionChanges(workspace, id, name, to);
  if (mentions.some(({ needsConfirmation }) => needsConfirmation === true))
    changes.push(...keptName(workspace, definitions, changes, name, to));
  changes.push(...mentions);
  const label = `Rename '${shortened(name)}' to '${shortened(to)}'`;
  return { label, ...verifiedEdits(workspace, changes, to) };
}

function whyNot(
  workspace: Workspace,
  definitions: readonly DefinitionAt[],
  id: string,
  to: string,
): string | undefined {
  if (to === '') return 'A name needs at least one letter.';
  if (/[\p{Cc}\u2028\u2029]/u.test(to))
    return 'A name is one line of words, without tabs and line breaks.';
  for (const { kind } of definitions.map(({ definition }) => definition)) {
    const other = idsNamed(workspace, kind, to).find((each) => each !== id);
    if (other === undefined) continue;
    const whom = nameOfId(workspace, other);
    const who = foldName(whom) === foldName(to) ? `'${other}'` : `${shortened(whom)} ('${other}')`;
    return `Another ${kindTitle(workspace, kind)} is already called '${shortened(to)}': ${who}. It would not be clear which one is meant. Choose another name.`;
  }
  return undefined;
}

/**
 * The old name among the other names of the first definition, where mentions stay that say it until a person has
 * looked at them; only where it is read so beside the new one.
 */
function keptName(
  workspace: Workspace,
  definitions: readonly DefinitionAt[],
  changes: readonly LabelChange[],
  name: string,
  to: string,
): readonly LabelChange[] {
  const [at] = definitions;
  const page = at && workspace.pages.get(at.page);
  if (at === undefined || page === undefined || foldCase(name) === foldCase(to)) return [];
  const [edit] = otherNameEdits(workspace, at, name) ?? [];
  if (edit === undefined) return [];
  const own = changes.filter((change) => change.page === page).map((change) => change.edit);
  const after = reread(workspace, page, sortedOnce([...own, edit]));
  const id = at.definition.id.text;
  const made = after?.facts.definitions.find((each) => each.id.text === id);
  const names = made === undefined ? [] : writtenNames(made).map(foldName);
  const isRead = [name, to].every((each) => names.includes(foldName(each)));
  return isRead ? [{ page, edit }] : [];
}

function definitionChanges(
  workspace: Workspace,
  { page: pageId, definition }: DefinitionAt,
  name: string,
  to: string,
): readonly LabelChange[] | RenameRefused {
  const page = workspace.pages.get(pageId);
  if (page === undefined) return [];
  const edits = nameEdits(page, definition, name, to);
  if (isRefused(edits)) return edits;
  const changes = edits.map((edit): LabelChange => ({ page, edit: { ...edit, page: pageId } }));
  const tag = definition.tag === undefined ? undefined : page.facts.tags[definition.tag];
  const isLabel = tag?.label?.start === definition.name.span.start;
  if (tag === undefined || !isLabel || foldName(definition.name.text) !== foldName(name))
    return changes;
  const named = addAttributeEdit(page, tag, nameAttribute(to));
  return [...changes, labelChange(page, tag, to, named) ?? { page, edit: named }];
}

/** Of mentions with a `ref` those that say the name all the same: they are found by the id, and stay so. */
function mentionChanges(
  workspace: Workspace,
  id: string,
  name: string,
  to: string,
): readonly LabelChange[] {
  const names = definitionsOf(workspace, id).flatMap(({ definition }) => writtenNames(definition));
  const spelled = new Set(names.map(foldName));
  const [exact, any] = [foldName(name), foldCase(name)];
  const isFoundBy = ({ words }: Tag): boolean => {
    const said = foldName(words);
    return said === exact || (foldCase(words) === any && !spelled.has(said));
  };
  return mentionsOf(workspace, id).flatMap(({ page: pageId, tag }): readonly LabelChange[] => {
    const page = workspace.pages.get(pageId);
    if (page === undefined || tag.role !== 'mention' || !isFoundBy(tag)) return [];
    const asked = (change: LabelChange): LabelChange => ({ ...change, needsConfirmation: true });
    const isPart = isPartOfName(page, tag);
    if (tag.refs !== undefined && isPart) return [];
    if (tag.refs !== undefined) {
      const change = tag.refs.length === 1 ? labelChange(page, tag, to, undefined) : undefined;
      return change === undefined ? [] : [asked(change)];
    }
    // Without this the mention would mean nobody, so it is part of the rename.
    const pointed = pointing(page, tag, id);
    if (isPart) return [{ page, edit: pointed }];
    return [labelChange(page, tag, to, pointed) ?? { page, edit: pointed }];
  });
}

/** Whether the words around a tag are a name that others are found by: `:agreement[:place[Arcadia] Pact]` keeps it. */
function isPartOfName(page: Page, { parent }: Tag): boolean {
  const outer = parent === undefined ? undefined : page.facts.tags[parent];
  if (outer === undefined) return false;
  if (outer.role === 'definition')
    return !outer.attributes.some(({ name }) => name === 'name') || isPartOfName(page, outer);
  return (outer.role === 'mention' && outer.refs === undefined) || isPartOfName(page, outer);
}

function pointing(page: Page, tag: Tag, id: string): PageEdit {
  return addAttributeEdit(page, tag, `ref=${id}`);
}
