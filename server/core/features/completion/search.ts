import type { Definition } from '../../brief/index.js';
import { type Page, perPage, type Workspace } from '../../workspace/index.js';
import { foldSearch } from '../symbols-fold.js';

/** An entity or a commitment with the words it is found by. */
export interface Known {
  readonly definition: Definition;
  /** Its names as written, the main one first. */
  readonly names: readonly string[];
  /** A line for each name and one for the id, folded, a space before each word. */
  readonly lines: string;
}

/** How well words answer what was typed, the best first: they begin with it, a word in them does, else. */
export type Fit = 0 | 1 | 2;

/** What may be meant by what is typed of a name or an id. */
export interface Query {
  readonly typed: string;
  readonly folded: string;
  readonly words: readonly string[];
}

export function queryOf(typed: string): Query {
  const folded = fold(typed);
  return { typed, folded, words: folded.split(' ').filter((word) => word !== '') };
}

/** Hyphens and points are spaces, so that `u.s.` and `pete-heg` are found by their words. */
function fold(text: string): string {
  return foldSearch(text)
    .replace(/[\s.,;:'"()/_-]+/g, ' ')
    .trim();
}

/** How a line (with its spaces) answers; `undefined`: not at all. */
export function fitOf(line: string, { folded, words }: Query): Fit | undefined {
  if (folded === '') return 0;
  const at = line.indexOf(` ${folded}`);
  if (at >= 0) return at === 0 ? 0 : 1;
  if (words.length > 1) return words.every((word) => line.includes(` ${word}`)) ? 2 : undefined;
  // Where no spaces part the words of a name, any of its signs may begin one.
  return /^[a-z0-9]/.test(folded) || !line.includes(folded) ? undefined : 2;
}

/** The best fit of an entity by any of its lines. */
export function fitOfKnown({ lines }: Known, query: Query): Fit | undefined {
  if (query.folded === '') return 0;
  const fit = fitOf(lines, query);
  if (fit === undefined || fit === 0) return fit;
  return lines.includes(`\n ${query.folded}`) ? 0 : fit;
}

/** What an editor may filter by: what was typed, then what is left of the words that answer it. */
export function filterOf({ typed, folded }: Query, line: string): string {
  if (folded === '') return typed + line.trim();
  const at = line.indexOf(` ${folded}`);
  return at < 0 ? typed : typed + line.slice(at + 1 + folded.length);
}

export function lineOf(words: string): string {
  return ` ${fold(words)}`;
}

/** By kind, in the order of their places. Prepared once for each page: a registry may hold 100,000. */
const knownIn: (page: Page) => ReadonlyMap<string, readonly Known[]> = perPage(({ facts }) => {
  const kinds = new Map<string, Known[]>();
  if (facts.role === 'document') return kinds;
  for (const definition of facts.definitions) {
    const { kind, id, name, otherNames } = definition;
    const names = [name.text, ...otherNames.map(({ text }) => text)];
    const lines = [...names, id.text].map(lineOf).join('\n');
    const known = { definition, names, lines };
    const alike = kinds.get(kind);
    if (alike === undefined) kinds.set(kind, [known]);
    else alike.push(known);
  }
  return kinds;
});

/** All that is defined of some kinds; of an id that is defined twice, both. `any`: every entity. */
export function* knownOf(
  { pages, vocabulary }: Workspace,
  kinds: readonly string[] | 'any',
): Iterable<Known> {
  for (const page of pages.values()) {
    if (page.facts.definitions.length === 0) continue;
    const known = knownIn(page);
    for (const kind of kinds === 'any' ? known.keys() : kinds) {
      if (kinds === 'any' && vocabulary.kinds.get(kind)?.role !== 'entity') continue;
      yield* known.get(kind) ?? [];
    }
  }
}
