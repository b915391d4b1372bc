import {
  type DefinitionAt,
  EACH_OTHER,
  entityOf,
  groupBy,
  idOfPointer,
  linesOf,
  type Page,
  perPage,
  plainAttributes,
  scalar,
  scalars,
  type Use,
  type Workspace,
} from '../../core/index.js';
import { inOrder } from './order.js';
import type { ReportEntity, ReportMention, ReportView } from './report-view.js';
import type { Setting } from './setting.js';

/** What the pages of a report define or speak of, and what that refers to: by kind, then by name. */
export function entitiesOf(
  settings: readonly Setting[],
  view: ReportView,
  mentionsOf: (key: string) => readonly ReportMention[],
): readonly ReportEntity[] {
  const counts = countsOf(view);
  return settings.flatMap((setting) => {
    const { workspace, fileOf, refTo } = setting;
    const kinds = [...workspace.vocabulary.kinds.keys()];
    const found = entityIds(setting, view).flatMap((id): ReportEntity[] => {
      const at = entityOf(workspace, id);
      const page = at && workspace.pages.get(at.page);
      if (at === undefined || page === undefined) return [];
      const { attributes, kind, otherNames, span } = at.definition;
      const ref = refTo(id);
      return [
        {
          ...ref,
          kind,
          kindName: workspace.vocabulary.kinds.get(kind)?.title ?? kind,
          kindPlural: workspace.vocabulary.kinds.get(kind)?.plural ?? kind,
          otherNames: otherNames.map(({ text }) => text),
          description: scalar(attributes, 'description')?.text ?? '',
          links: linksIn(attributes),
          attributes: plainAttributes(at.definition),
          file: fileOf(page.id),
          line: linesOfPage(page).positionAt(span.start).line + 1,
          mentions: mentionsOf(ref.key).length,
          owes: counts.owes.get(ref.key) ?? 0,
          isOwed: counts.isOwed.get(ref.key) ?? 0,
        },
      ];
    });
    return found
      .map((entity) => ({ entity, rank: String(kinds.indexOf(entity.kind)).padStart(4, '0') }))
      .sort(
        inOrder(
          ({ rank }) => rank,
          ({ entity }) => entity.name,
          ({ entity }) => entity.id,
        ),
      )
      .map(({ entity }) => entity);
  });
}

function linksIn(attributes: DefinitionAt['definition']['attributes']): readonly string[] {
  const all = ['url', 'archived_url', 'links'].flatMap((name) => scalars(attributes, name));
  return [...new Set(all.map(({ text }) => text))];
}

/** All that is reached from the pages: it ends, for each id is looked at once. */
function entityIds({ workspace, pages }: Setting, view: ReportView): readonly string[] {
  const found = new Set<string>();
  const add = (word: string): void => {
    const id = idOfPointer(workspace, word);
    if (id !== EACH_OTHER && isEntity(workspace, id)) found.add(id);
  };
  const files = new Set(pages);
  for (const page of files) {
    for (const { id } of page.facts.definitions) add(id.text);
    if (page.facts.role === 'brief') for (const { id } of page.facts.uses) add(id.text);
  }
  for (const { mentions } of view.briefs)
    for (const { means } of mentions) for (const { id } of means) add(id);
  // A set is gone through to its end, what comes meanwhile included.
  for (const id of found) {
    const at = entityOf(workspace, id);
    const page = at && workspace.pages.get(at.page);
    if (at !== undefined && page !== undefined)
      for (const use of usesOfDefinition(page, at)) add(use.id.text);
  }
  return [...found];
}

function isEntity(workspace: Workspace, id: string): boolean {
  const kind = entityOf(workspace, id)?.definition.kind;
  return kind !== undefined && workspace.vocabulary.kinds.get(kind)?.role === 'entity';
}

/** What the definition of an entity points at. */
export function usesOfDefinition(page: Page, { definition }: DefinitionAt): readonly Use[] {
  const { inTags, inEntries, indices } = usesByDefinition(page);
  if (definition.tag !== undefined) return inTags.get(definition.tag) ?? [];
  const index = indices.get(definition);
  return index === undefined ? [] : (inEntries.get(index) ?? []);
}

const usesByDefinition = perPage(({ facts }) => ({
  indices: new Map(facts.definitions.map((each, index) => [each, index])),
  inTags: groupBy(facts.uses, ({ tag }) => tag ?? -1),
  inEntries: groupBy(facts.uses, ({ definition }) => definition ?? -1),
}));

const linesOfPage = perPage(({ text }) => linesOf(text));

interface Counts {
  readonly owes: Map<string, number>;
  readonly isOwed: Map<string, number>;
}

/** How many commitments each party has made, itself or by others for it, and how many were made to it. */
function countsOf({ commitments }: ReportView): Counts {
  const counts: Counts = { owes: new Map(), isOwed: new Map() };
  for (const { by, for: behalf, to } of commitments) {
    const sides = new Set([...by, ...behalf].map(({ key }) => key));
    const isMutual = to.some(({ id }) => id === EACH_OTHER);
    count(counts.owes, sides);
    count(counts.isOwed, new Set([...to.map(({ key }) => key), ...(isMutual ? sides : [])]));
  }
  return counts;
}

function count(counts: Map<string, number>, keys: Iterable<string>): void {
  for (const key of keys) counts.set(key, (counts.get(key) ?? 0) + 1);
}
