import { resolve } from 'node:path';
import {
  type Annotation,
  annotationEdits,
  applyEdits,
  isRegistryPath,
  type ProposedEntity,
  registriesFor,
  registryChanges,
} from '../../core/index.js';
import { isWithin } from '../../host/index.js';
import { shownPath } from '../report/places.js';
import { Failure } from '../terminal/failure.js';
import type { WorkspaceAnnotations } from './collect-annotations.js';

/** A file before and after; `undefined`: it is not there yet. */
export interface FileChange {
  readonly file: string;
  readonly path: string;
  readonly before: string | undefined;
  readonly after: string;
}

/**
 * The briefs with tags put in, and the registries with what they speak of, briefs first. A promise of which
 * nobody knows who makes it is left to a person.
 * @throws Failure where the registry that was asked for cannot take it
 */
export function changesOf(
  annotations: WorkspaceAnnotations,
  registry: string | undefined,
  cwd: string,
): readonly FileChange[] {
  const { loaded, pages } = annotations;
  const suggestions = suggestionsToWrite(annotations);
  const briefs = pages.flatMap((page): readonly FileChange[] => {
    const own = suggestions.filter((one) => one.page === page.id);
    if (own.length === 0) return [];
    return [change(page.id, page.text, applyEdits(page.text, annotationEdits(own)))];
  });
  function change(id: string, before: string | undefined, after: string): FileChange {
    const path = resolve(loaded.root.folder, id);
    return { file: shownPath(path, cwd), path, before, after };
  }
  const needed = neededBy(suggestions, annotations.entities);
  const byRegistry = new Map<string, ProposedEntity[]>();
  for (const entity of needed) {
    const id = registryFor(annotations, entity, registry, cwd);
    byRegistry.set(id, [...(byRegistry.get(id) ?? []), entity]);
  }
  const registries = [...byRegistry].map(([id, entities]) => {
    const changed = registryChanges(loaded.workspace, id, entities);
    if (changed === undefined)
      throw new Failure(
        `${shownPath(resolve(loaded.root.folder, id), cwd)} cannot take new entries as it is written. Name another file with --registry.`,
      );
    return change(id, changed.before, changed.after);
  });
  return [...briefs, ...registries];
}

/** All but promises of nobody: a tag without `by` would be an error. */
export function suggestionsToWrite({ suggestions }: WorkspaceAnnotations): readonly Annotation[] {
  return suggestions.filter(
    ({ commitment }) => commitment === undefined || commitment.by.length > 0,
  );
}

/** The entities that suggestions refer to, and those that these refer to. */
function neededBy(
  suggestions: readonly Annotation[],
  entities: readonly ProposedEntity[],
): readonly ProposedEntity[] {
  const byKey = new Map(entities.map((entity) => [entity.key, entity]));
  const byId = new Map(entities.map((entity) => [entity.id, entity]));
  const needed = new Set<ProposedEntity>();
  const add = (entity: ProposedEntity | undefined): void => {
    if (entity === undefined || needed.has(entity)) return;
    needed.add(entity);
    for (const value of Object.values(entity.attributes))
      for (const id of typeof value === 'string'
        ? [value]
        : value.flatMap((one) => Object.values(one)))
        add(byId.get(id));
  };
  for (const { entity, ids, commitment } of suggestions) {
    for (const key of [entity ?? '', ...ids]) add(byKey.get(key));
    if (commitment === undefined) continue;
    const { by, to, saidBy } = commitment;
    for (const key of [...by, ...commitment.for, ...to, ...saidBy]) add(byKey.get(key));
  }
  return entities.filter((entity) => needed.has(entity));
}

function registryFor(
  { loaded, pages, suggestions }: WorkspaceAnnotations,
  { kind, key }: ProposedEntity,
  named: string | undefined,
  cwd: string,
): string {
  const { workspace, root } = loaded;
  if (named !== undefined) {
    const path = resolve(cwd, named);
    const id = shownPath(path, root.folder);
    if (!isWithin(path, root.folder) || !isRegistryPath(workspace.settings, id))
      throw new Failure(
        `--registry: '${named}' is not a registry of this workspace. Registries are named registry.yaml or *.registry.yaml, or as 'registries' in rapporteur.yaml says.`,
      );
    return id;
  }
  const from = suggestions.find(({ entity }) => entity === key)?.page ?? pages[0]?.id ?? '';
  const [nearest] = registriesFor(workspace, from, kind);
  if (nearest === undefined)
    throw new Failure('there is no registry for new entries. Name one with --registry.');
  return nearest;
}
