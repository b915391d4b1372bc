import { foldCase } from '../text/index.js';
import { idsNamed, idsOfKind, namesOfKind, type Workspace } from '../workspace/index.js';
import { type Dictionary, dictionaryOf, lookAlikes, type Near } from './look-alikes.js';
import { kindsMeant } from './wording.js';

/** The ids of these kinds that look like a written one, the nearest first. */
export function idsLike(
  workspace: Workspace,
  kinds: readonly string[] | 'any',
  written: string,
): readonly Near[] {
  const key = kinds === 'any' ? 'any' : kinds.join();
  const { ids } = memoryOf(workspace);
  const known = ids.get(key) ?? dictionaryOf(idsOfKind(workspace, kinds));
  ids.set(key, known);
  return lookAlikes(written, known);
}

/** The ids of these kinds that bear a name, written as one or as an id (`pete-hegseth`). */
export function idsCalled(
  workspace: Workspace,
  kinds: readonly string[] | 'any',
  written: string,
): readonly string[] {
  const spaced = written.replace(/[-_]+/g, ' ');
  const found = kindsMeant(workspace, kinds).flatMap((kind) => {
    const exact = idsNamed(workspace, kind, written);
    return exact.length > 0 ? exact : idsNamed(workspace, kind, spaced);
  });
  return [...new Set(found)];
}

/** The ids of a kind whose name is nearly the given words, the nearest first. */
export function idsNamedLike(workspace: Workspace, kind: string, words: string): readonly string[] {
  const { spelt, ids } = namesOf(workspace, kind);
  const near = lookAlikes(foldCase(words), spelt);
  const nearest = near.filter(({ distance }) => distance === near[0]?.distance);
  return [...new Set(nearest.flatMap(({ word }) => [...(ids.get(word) ?? [])]))];
}

/**
 * The ids of a kind whose names share the most words with the given ones ("Secretary Hegseth" and
 * "Pete Hegseth"); none when so many share them that they tell nothing.
 */
export function idsSharingWords(
  workspace: Workspace,
  kind: string,
  words: string,
): readonly string[] {
  const { holders } = namesOf(workspace, kind);
  const shared = new Map<string, number>();
  for (const word of new Set(tellingWords(words))) {
    for (const id of holders.get(word) ?? []) shared.set(id, (shared.get(id) ?? 0) + 1);
  }
  const most = Math.max(...shared.values());
  const best = [...shared].filter(([, count]) => count === most).map(([id]) => id);
  return best.length <= 3 ? best.sort() : [];
}

/** The names of one kind, made ready for questions. */
interface Names {
  readonly spelt: Dictionary;
  /** By folded name. */
  readonly ids: ReadonlyMap<string, ReadonlySet<string>>;
  /** By a word of a name. */
  readonly holders: ReadonlyMap<string, ReadonlySet<string>>;
}

interface Memory {
  readonly ids: Map<string, Dictionary>;
  readonly names: Map<string, Names>;
}

/** A graph never changes, so what follows from one is worked out once, when a slip first asks. */
const memories = new WeakMap<object, Memory>();

function memoryOf({ graph }: Workspace): Memory {
  const known = memories.get(graph) ?? { ids: new Map(), names: new Map() };
  memories.set(graph, known);
  return known;
}

function namesOf(workspace: Workspace, kind: string): Names {
  const { names } = memoryOf(workspace);
  const known = names.get(kind) ?? readNames(workspace, kind);
  names.set(kind, known);
  return known;
}

function readNames(workspace: Workspace, kind: string): Names {
  const ids = new Map<string, Set<string>>();
  const holders = new Map<string, Set<string>>();
  for (const { name, id } of namesOfKind(workspace, kind)) {
    add(ids, foldCase(name), id);
    for (const word of tellingWords(name)) add(holders, word, id);
  }
  return { spelt: dictionaryOf(ids.keys()), ids, holders };
}

function add(sets: Map<string, Set<string>>, key: string, id: string): void {
  const known = sets.get(key);
  if (known === undefined) sets.set(key, new Set([id]));
  else known.add(id);
}

const COMMON_WORDS = new Set(['and', 'der', 'des', 'die', 'for', 'les', 'the', 'this', 'with']);

/** Words of three letters and more, and those of scripts that say as much with fewer. */
function tellingWords(text: string): readonly string[] {
  const words = foldCase(text).match(/[\p{L}\p{M}\p{N}]+/gu) ?? [];
  return words.filter(
    (word) => (word.length > 2 || /[^\p{ASCII}]/u.test(word)) && !COMMON_WORDS.has(word),
  );
}
