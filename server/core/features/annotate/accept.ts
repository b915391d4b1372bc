import type { PageEdit } from '../../rules/index.js';
import {
  type Annotation,
  type Annotations,
  annotationEdits,
  idsIn,
  type NewName,
  neededIn,
  type ProposedEntity,
} from '../../suggest/index.js';
import { groupBy } from '../../text/index.js';
import { entityOf, type PageId, type Workspace } from '../../workspace/index.js';
import { registriesFor } from '../registry-edit/registry-edit-files.js';
import { type RegistryChange, registryChanges } from './registry-changes.js';

/** What becomes of suggestions that somebody agreed to. */
export interface Acceptance {
  /** Those that are put in, in reading order. */
  readonly accepted: readonly Annotation[];
  /** Those that cannot be, each with the reason in a sentence. */
  readonly left: readonly { readonly annotation: Annotation; readonly reason: string }[];
  /** What is new in a registry, each once. */
  readonly entities: readonly ProposedEntity[];
  readonly registries: readonly RegistryChange[];
  /** Of the briefs first, then of the registries. */
  readonly edits: readonly PageEdit[];
}

/**
 * The edits that tag some of what was suggested, with what they speak of in a registry: its entry is made once,
 * however many mention it. Nothing refers to an entry that cannot be made.
 * @param registryOf where an entry goes; `undefined`: nowhere
 */
export function accept(
  workspace: Workspace,
  { entities }: Annotations,
  chosen: readonly Annotation[],
  registryOf: (entity: ProposedEntity, from: PageId) => PageId | undefined = nearestRegistry(
    workspace,
  ),
): Acceptance {
  const left: Acceptance['left'][number][] = [];
  const leave = (annotation: Annotation, reason: string): void => {
    left.push({ annotation, reason });
  };
  const acted: Annotation[] = [];
  for (const one of chosen) {
    if (one.commitment?.by.length === 0) leave(one, 'Nobody is named who makes this promise.');
    else acted.push(one);
  }
  const from = chosen[0]?.page ?? '';
  const needed = neededIn(
    entities,
    acted.flatMap(({ needs }) => needs),
  );
  const homes = new Map(needed.map((entity) => [entity, registryOf(entity, from)]));
  const names = new Map(
    acted.flatMap(({ newName }) => (newName === undefined ? [] : [[nameKey(newName), newName]])),
  );
  const { registries, refused } = intoRegistries(workspace, homes, [...names.values()]);
  const accepted = acted.filter((one) => {
    const keys = [...one.needs, ...(one.newName === undefined ? [] : [nameKey(one.newName)])];
    const reason = keys.map((key) => refused.get(key)).find((each) => each !== undefined);
    if (reason !== undefined) leave(one, reason);
    return reason === undefined;
  });
  return {
    accepted,
    left,
    entities: needed.filter(({ key }) => !refused.has(key)),
    registries,
    edits: [
      ...[...groupBy(accepted, ({ page }) => page)].flatMap(([page, own]) =>
        annotationEdits(own).map((edit) => ({ ...edit, page })),
      ),
      ...registries.flatMap(({ page, edits }) => edits.map((edit) => ({ ...edit, page }))),
    ],
  };
}

function nameKey({ id, name }: NewName): string {
  return `${id}\0${name}`;
}

interface Registered {
  readonly registries: readonly RegistryChange[];
  /** By the key of an entity, or the {@link nameKey} of a name, that cannot be put in: why. */
  readonly refused: ReadonlyMap<string, string>;
}

/** Each entity and name into its registry; without those that cannot be, and those that refer to them. */
function intoRegistries(
  workspace: Workspace,
  homes: ReadonlyMap<ProposedEntity, PageId | undefined>,
  names: readonly NewName[],
): Registered {
  const refused = new Map<string, string>();
  for (const [{ key }, home] of homes)
    if (home === undefined) refused.set(key, 'There is no registry for a new entry.');
  for (;;) {
    const before = refused.size;
    const entities = groupBy(referringTo(refused, [...homes.keys()]), (one) => homes.get(one));
    const renamed = groupBy(
      names.filter((name) => !refused.has(nameKey(name))),
      ({ id }) => entityOf(workspace, id)?.page,
    );
    const registries = [...new Set([...entities.keys(), ...renamed.keys()])].flatMap((home) => {
      const own = { entities: entities.get(home) ?? [], names: renamed.get(home) ?? [] };
      const change = registryChanges(workspace, home, own);
      if (change !== undefined) return [change];
      const reason = `${home} cannot take new entries as it is written.`;
      // Its names are given up before its entries.
      for (const name of own.names) refused.set(nameKey(name), reason);
      if (own.names.length === 0) for (const { key } of own.entities) refused.set(key, reason);
      return [];
    });
    if (refused.size === before) return { registries, refused };
  }
}

/** Marks what refers to something refused as refused, too; returns the others. */
function referringTo(
  refused: Map<string, string>,
  entities: readonly ProposedEntity[],
): readonly ProposedEntity[] {
  const reasons = new Map(
    entities.flatMap(({ key, id }) => (refused.has(key) ? [[id, refused.get(key) ?? '']] : [])),
  );
  for (let before = -1; before !== reasons.size; ) {
    before = reasons.size;
    for (const entity of entities) {
      const reason = idsIn(entity)
        .map((id) => reasons.get(id))
        .find((each) => each !== undefined);
      if (reason === undefined || reasons.has(entity.id)) continue;
      reasons.set(entity.id, reason);
      refused.set(entity.key, reason);
    }
  }
  return entities.filter(({ key }) => !refused.has(key));
}

function nearestRegistry(
  workspace: Workspace,
): (entity: ProposedEntity, from: PageId) => PageId | undefined {
  return ({ kind }, from) => registriesFor(workspace, from, kind)[0];
}
