import { unplaced } from '../../brief/index.js';
import {
  idsNamed,
  type Page,
  type PageId,
  pagesWith,
  resolve,
  type Workspace,
} from '../../workspace/index.js';

/** What tells the likely from the unlikely among many names. */
export interface Prominence {
  /** Whether the brief speaks of it already. */
  isHere(id: string): boolean;
  /** In how many pages it is spoken of. */
  pages(id: string): number;
  /** All that are here or in some page; `most`: there are not more. */
  ids(): Iterable<string>;
  readonly most: number;
}

export function prominenceIn(workspace: Workspace, page: Page): Prominence {
  const here = idsSpokenOf(workspace, page);
  const everywhere = pagesSpeakingOf(workspace);
  return {
    isHere: (id) => here.has(id),
    pages: (id) => everywhere.get(id) ?? 0,
    *ids() {
      yield* here;
      for (const id of everywhere.keys()) if (!here.has(id)) yield id;
    },
    most: here.size + everywhere.size,
  };
}

function idsSpokenOf(workspace: Workspace, page: Page): ReadonlySet<string> {
  const ids = new Set<string>();
  const { facts } = page;
  if (facts.role !== 'brief') return ids;
  for (const { id } of unplaced(facts, 'uses')) ids.add(id.text);
  const words = new Set<string>();
  for (const tag of unplaced(facts, 'tags')) {
    if (tag.role !== 'mention' || tag.refs !== undefined) continue;
    const key = `${tag.kind}\0${tag.words}`;
    if (words.has(key)) continue;
    words.add(key);
    const found = resolve(workspace, page, tag);
    if (found.type === 'resolved') for (const id of found.ids) ids.add(id);
  }
  return ids;
}

type Graph = Workspace['graph'];

type Counts = ReadonlyMap<string, number>;

const pagesSpeakingOf = perGraph(countIds);

/** In how many briefs something of a kind is tagged by its name, or defined. */
export const pagesTagging: (workspace: Workspace) => Counts = perGraph(countKinds);

/** Kept while no name or id comes or goes: typing changes places, not the graph. */
function perGraph(count: (workspace: Workspace) => Counts): (workspace: Workspace) => Counts {
  const counted = new WeakMap<Graph, Counts>();
  return (workspace) => {
    const known = counted.get(workspace.graph) ?? count(workspace);
    counted.set(workspace.graph, known);
    return known;
  };
}

/** Of more the order matters less than the wait. */
const MAX_COUNTED = 20_000;

function countIds(workspace: Workspace): Counts {
  const { uses, mentions } = workspace.graph;
  const pages = new Map<string, number>();
  const add = (id: string, more: number): void => {
    pages.set(id, (pages.get(id) ?? 0) + more);
  };
  for (const id of first(uses.keys())) add(id, uses.get(id)?.length ?? 0);
  for (const key of first(mentions.keys())) {
    const [kind = '', words = ''] = key.split('\0');
    const more = mentions.get(key)?.length ?? 0;
    for (const id of idsNamed(workspace, kind, words)) add(id, more);
  }
  return pages;
}

function countKinds({ graph, pages }: Workspace): Counts {
  const briefs = new Map<string, Set<PageId>>();
  const add = (kind: string, family: 'kinds' | 'mentions', key: string): void => {
    const those = briefs.get(kind) ?? new Set();
    for (const id of pagesWith(graph, family, key))
      if (pages.get(id)?.facts.role === 'brief') those.add(id);
    briefs.set(kind, those);
  };
  for (const kind of graph.kinds.keys()) add(kind, 'kinds', kind);
  for (const key of first(graph.mentions.keys())) add(key.split('\0')[0] ?? '', 'mentions', key);
  return new Map([...briefs].map(([kind, those]) => [kind, those.size]));
}

function* first<T>(items: Iterable<T>): Iterable<T> {
  let left = MAX_COUNTED;
  for (const item of items) {
    if (left === 0) return;
    left -= 1;
    yield item;
  }
}
