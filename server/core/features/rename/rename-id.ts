import { type Definition, EACH_OTHER, idFault, nearId } from '../../brief/index.js';
import { addAttributeEdit, aKind, type PageEdit, shortened } from '../../rules/index.js';
import { foldCase, type Written } from '../../text/index.js';
import {
  commitmentOf,
  type DefinitionAt,
  definitionsOf,
  fitsUse,
  idsNamed,
  mentionsOf,
  type Page,
  type PageId,
  type UseAt,
  usesOf,
  type Workspace,
} from '../../workspace/index.js';
import { actOf } from '../describe/commitment-words.js';
import { nameOfId } from '../describe/id-names.js';
import { headingAt } from '../navigation/navigation-targets.js';
import { anchorEdits } from './moved-links.js';
import { type RenameRefused, type Renaming, refuse, withoutConfirmation } from './rename-model.js';
import { writtenNames } from './rename-subject.js';

/**
 * Another id for everything that has this one: its definitions, what points at it, links to where a tag
 * defines it. Where the id was all the name there was, mentions found by it get a `ref`.
 */
export function renameId(workspace: Workspace, id: string, to: string): Renaming | RenameRefused {
  const definitions = definitionsOf(workspace, id);
  const uses = usesOf(workspace, id);
  const refused =
    whyNot(workspace, definitions, id, to) ??
    unsafeUse(workspace, uses, id) ??
    aliased(workspace, definitions, id);
  if (refused !== undefined) return refuse(refused);
  const label = `Rename '${id}' to '${to}'`;
  if (id === to) return withoutConfirmation(label, []);
  const written = [
    ...definitions.map(({ page, definition }) => ({ page, written: definition.id })),
    ...uses.map(({ page, use }) => ({ page, written: use.id })),
  ];
  return withoutConfirmation(label, [
    ...written.map((at) => ({ page: at.page, span: at.written.span, text: to })),
    ...anchorsOf(workspace, definitions, id, to),
    ...pointedMentions(workspace, definitions, id, to),
  ]);
}

function whyNot(
  workspace: Workspace,
  definitions: readonly DefinitionAt[],
  id: string,
  to: string,
): string | undefined {
  if (id === to) return undefined;
  if (to === '') return 'An id needs at least one letter.';
  if (to === EACH_OTHER)
    return `'${to}' cannot be an id: it means all parties that promise something to each other.`;
  const fault = to === 'null' ? 'YAML reads it as an empty value' : idFault(to);
  const near = nearId(to);
  const hint = near === undefined ? '' : ` Try '${near}'.`;
  if (fault !== undefined) return `'${shortened(to)}' cannot be an id: ${fault}.${hint}`;
  const [taken] = definitionsOf(workspace, to);
  if (taken !== undefined) {
    const { kind } = taken.definition;
    const act = commitmentOf(workspace, to);
    const name = act === undefined ? nameOfId(workspace, to) : `'${shortened(actOf(act))}'`;
    return `'${to}' is already used: it is the id of ${name}, ${aKind(workspace, kind)}, in ${taken.page}. Choose another.`;
  }
  // It may be the id that is wanted there, but not as another kind.
  const misfit = usesOf(workspace, to).find(
    ({ use }) => !definitions.some(({ definition }) => fitsUse(workspace, use, definition.kind)),
  );
  if (misfit !== undefined) {
    return `'${to}' is already written in ${misfit.page}, where it cannot mean ${kindWords(workspace, definitions)}. Choose another.`;
  }
  const nameless = definitions.filter(({ definition }) => isNameless(definition));
  const namesake = nameless
    .flatMap(({ definition }) => idsNamed(workspace, definition.kind, to))
    .find((other) => other !== id);
  if (namesake === undefined) return undefined;
  return `'${id}' has no name, only its id, and ${nameOfId(workspace, namesake)} is already called '${to}'. Give '${id}' a name first.`;
}

function kindWords(workspace: Workspace, [first]: readonly DefinitionAt[]): string {
  return first === undefined ? 'anything' : aKind(workspace, first.definition.kind);
}

function isNameless({ id, name }: Definition): boolean {
  return id.span.start === name.span.start && id.span.end === name.span.end;
}

/** Ids that are written with escapes, several in one value, cannot be told apart in the text. */
export function unsafeUse(
  workspace: Workspace,
  uses: readonly UseAt[],
  id: string,
): string | undefined {
  for (const { page: pageId, use } of uses) {
    const page = workspace.pages.get(pageId);
    if (page === undefined || isPlain(page, use.id)) continue;
    const shared = page.facts.uses.some(
      (other) => other.id.span.start === use.id.span.start && other.id.text !== id,
    );
    if (shared) {
      return `In ${pageId} '${id}' is in a list that is written with escapes or over several lines. Write that list on one line, without escapes, first.`;
    }
  }
  return undefined;
}

/** A key of YAML may be the alias of another value: the id does not stand there. */
function aliased(
  { pages }: Workspace,
  definitions: readonly DefinitionAt[],
  id: string,
): string | undefined {
  const at = definitions.find(
    ({ page, definition }) => pages.get(page)?.text[definition.id.span.start] === '*',
  );
  return (
    at &&
    `In ${at.page} '${id}' is written as an alias of YAML (*). Write the id itself there first.`
  );
}

function isPlain({ text }: Page, { span, text: said }: Written): boolean {
  return text.slice(span.start, span.end) === said;
}

/** `[the promise](brief.md#c-sales)` leads to the tag that defines it. */
function anchorsOf(
  workspace: Workspace,
  definitions: readonly DefinitionAt[],
  id: string,
  to: string,
): readonly PageEdit[] {
  const pages = new Set<PageId>();
  for (const { page, definition } of definitions) if (definition.tag !== undefined) pages.add(page);
  return [...pages].flatMap((pageId) => {
    const page = workspace.pages.get(pageId);
    if (page === undefined || headingAt(page, id) !== undefined) return [];
    return anchorEdits(workspace, page, new Map([[id, to]]));
  });
}

function pointedMentions(
  workspace: Workspace,
  definitions: readonly DefinitionAt[],
  id: string,
  to: string,
): readonly PageEdit[] {
  const nameless = definitions.filter(({ definition }) => isNameless(definition));
  if (nameless.length === 0) return [];
  const names = definitions.flatMap(({ definition }) =>
    writtenNames(definition).map((name) => `${definition.kind}\0${foldCase(name)}`),
  );
  const known = new Set(names);
  return mentionsOf(workspace, id).flatMap(({ page: pageId, tag }) => {
    const page = workspace.pages.get(pageId);
    const byWords = tag.role === 'mention' && tag.refs === undefined;
    if (!byWords || page === undefined || known.has(`${tag.kind}\0${foldCase(tag.words)}`))
      return [];
    return [addAttributeEdit(page, tag, `ref=${to}`)];
  });
}
