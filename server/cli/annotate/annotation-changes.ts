import { resolve } from 'node:path';
import {
  type Annotation,
  accept,
  annotationEdits,
  applyEdits,
  isRegistryPath,
  type PageId,
  type ProposedEntity,
  registriesFor,
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
  const { accepted, left, registries } = accept(
    loaded.workspace,
    annotations,
    suggestionsToWrite(annotations),
    (entity) => registryFor(annotations, entity, registry, cwd),
  );
  const [refused] = left;
  if (refused !== undefined)
    throw new Failure(`${refused.reason.slice(0, -1)}. Name another file with --registry.`);
  function change(id: string, before: string | undefined, after: string): FileChange {
    const path = resolve(loaded.root.folder, id);
    return { file: shownPath(path, cwd), path, before, after };
  }
  return [
    ...pages.flatMap((page): readonly FileChange[] => {
      const own = accepted.filter((one) => one.page === page.id);
      if (own.length === 0) return [];
      return [change(page.id, page.text, applyEdits(page.text, annotationEdits(own)))];
    }),
    ...registries.map(({ page, before, after }) => change(page, before, after)),
  ];
}

/** All but promises of nobody: a tag without `by` would be an error. */
export function suggestionsToWrite({ suggestions }: WorkspaceAnnotations): readonly Annotation[] {
  return suggestions.filter(
    ({ commitment }) => commitment === undefined || commitment.by.length > 0,
  );
}

/**
 * Where an entry for something new goes; `undefined`: there is no registry.
 * @throws Failure where the one that was named is none
 */
export function registryFor(
  { loaded, pages, suggestions }: Omit<WorkspaceAnnotations, 'entities'>,
  { kind, key }: ProposedEntity,
  named: string | undefined,
  cwd: string,
): PageId | undefined {
  if (named !== undefined) return registryNamed(loaded, named, cwd);
  const from = suggestions.find(({ entity }) => entity === key)?.page ?? pages[0]?.id ?? '';
  return registriesFor(loaded.workspace, from, kind)[0];
}

/** @throws Failure where it is none */
export function registryNamed(
  { workspace, root }: WorkspaceAnnotations['loaded'],
  named: string,
  cwd: string,
): PageId {
  const path = resolve(cwd, named);
  const id = shownPath(path, root.folder);
  if (!isWithin(path, root.folder) || !isRegistryPath(workspace.settings, id))
    throw new Failure(
      `--registry: '${named}' is not a registry of this workspace. Registries are named registry.yaml or *.registry.yaml, or as 'registries' in rapporteur.yaml says.`,
    );
  return id;
}
