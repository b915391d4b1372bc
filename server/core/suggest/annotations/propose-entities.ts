import { foldName, foldSpace } from '../../text/index.js';
import { newEntityId, type Workspace } from '../../workspace/index.js';
import type { Candidate } from '../engine/candidate.js';
import type { PageCandidates, ProposedEntity } from './annotation.js';

interface Gathered {
  readonly kind: string;
  readonly name: string;
  readonly forms: Map<string, string>;
  readonly offices: Set<string>;
  readonly places: Set<string>;
  readonly orgs: Set<string>;
  iso: string | undefined;
  mentions: number;
}

/** The entities that untagged names speak of, each with all its forms, over all the pages. */
export function proposeEntities(
  workspace: Workspace,
  pages: readonly PageCandidates[],
): readonly ProposedEntity[] {
  const gathered = new Map<string, Gathered>();
  for (const { page, candidates } of pages) {
    for (const [at, one] of candidates.entries()) {
      const key = keyOf(one);
      if (key === undefined || one.via !== 'pattern') continue;
      const entity = gathered.get(key) ?? begin(one);
      gathered.set(key, entity);
      entity.mentions += 1;
      entity.iso ??= one.iso;
      const form = foldSpace(page.text.slice(one.start, one.end));
      if (form !== entity.name && foldName(form) !== foldName(entity.name))
        entity.forms.set(foldName(form), form);
      relate(entity, one, candidates, at, page.text);
    }
  }
  const ids = idsFor(workspace, gathered);
  return [...gathered].map(([key, entity]) => {
    return {
      key,
      id: ids.get(key) ?? key,
      kind: entity.kind,
      name: entity.name,
      otherNames: [...entity.forms.values()],
      attributes: attributesOf(entity, ids),
      mentions: entity.mentions,
    };
  });
}

/** The key of the entity that is proposed for a name. */
export function keyOf({ type, kind, ids, name }: Candidate): string | undefined {
  return type === 'mention' && kind !== 'date' && ids.length === 0 && name !== undefined
    ? `${kind}:${name}`
    : undefined;
}

function begin({ kind, name = '', iso }: Candidate): Gathered {
  return {
    kind,
    name,
    iso,
    forms: new Map(),
    offices: new Set(),
    places: new Set(),
    orgs: new Set(),
    mentions: 0,
  };
}

/** `External Affairs Minister S. Jaishankar` says who holds it; `U.S. Secretary of State` whose it is. */
function relate(
  entity: Gathered,
  one: Candidate,
  candidates: readonly Candidate[],
  at: number,
  text: string,
): void {
  if (one.kind === 'person') {
    const office = officeBefore(candidates, at, one.start);
    if (office !== undefined && /^[\s,]*$/.test(text.slice(office.end, one.start)))
      addKey(entity.offices, office);
  }
  if (one.kind !== 'office') return;
  for (const inner of candidates.slice(at + 1)) {
    if (inner.start >= one.end) break;
    if (inner.end > one.end || inner.level === 'possible') continue;
    if (inner.kind === 'place') addKey(entity.places, inner);
    if (inner.kind === 'org') addKey(entity.orgs, inner);
  }
}

/** The last office that ends before a place, among the few candidates before. */
function officeBefore(
  candidates: readonly Candidate[],
  at: number,
  start: number,
): Candidate | undefined {
  for (let back = at - 1; back >= Math.max(0, at - 8); back -= 1) {
    const one = candidates[back];
    if (one?.kind === 'office' && one.end <= start) return one;
  }
  return undefined;
}

function addKey(keys: Set<string>, one: Candidate): void {
  const key = one.ids.length === 1 ? one.ids[0] : keyOf(one);
  if (key !== undefined) keys.add(key);
}

function idsFor(
  workspace: Workspace,
  gathered: ReadonlyMap<string, Gathered>,
): ReadonlyMap<string, string> {
  const ids = new Map<string, string>();
  const taken = new Set<string>();
  for (const [key, { kind, name }] of gathered) {
    const wanted = newEntityId(workspace, kind, name);
    let id = wanted;
    for (let count = 2; taken.has(id); count += 1) id = `${wanted}-${count}`;
    taken.add(id);
    ids.set(key, id);
  }
  return ids;
}

function attributesOf(
  entity: Gathered,
  ids: ReadonlyMap<string, string>,
): ProposedEntity['attributes'] {
  const idOf = (key: string): string => ids.get(key) ?? key;
  const [place] = entity.places;
  const [org] = entity.orgs;
  return {
    ...(entity.iso === undefined ? {} : { classification: 'country', iso: entity.iso }),
    ...(entity.offices.size === 0
      ? {}
      : { memberships: [...entity.offices].map((office) => ({ office: idOf(office) })) }),
    ...(place === undefined ? {} : { place: idOf(place) }),
    ...(org === undefined ? {} : { org: idOf(org) }),
  };
}

/** The entities of these keys, and those that they refer to. */
export function neededIn(
  entities: readonly ProposedEntity[],
  keys: readonly string[],
): readonly ProposedEntity[] {
  const byKey = new Map(entities.map((entity) => [entity.key, entity]));
  const byId = new Map(entities.map((entity) => [entity.id, entity]));
  const needed = new Set<ProposedEntity>();
  const add = (entity: ProposedEntity | undefined): void => {
    if (entity === undefined || needed.has(entity)) return;
    needed.add(entity);
    for (const id of idsIn(entity)) add(byId.get(id));
  };
  for (const key of keys) add(byKey.get(key));
  return entities.filter((entity) => needed.has(entity));
}

/** Whatever an entity refers to. */
export function idsIn({ attributes }: ProposedEntity): readonly string[] {
  return Object.values(attributes).flatMap((value) =>
    typeof value === 'string' ? [value] : value.flatMap((one) => Object.values(one)),
  );
}
