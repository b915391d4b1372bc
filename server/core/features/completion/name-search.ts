import { type Definition, scalar } from '../../brief/index.js';
import { groupBy, perObject } from '../../text/index.js';
import { type Page, perPage, symbolsOf, type Workspace } from '../../workspace/index.js';
import { foldSearch } from '../symbols/symbols-fold.js';

/** An entity or a commitment with the words it is found by. */
export interface SearchEntry {
  readonly definition: Definition;
  /** Its names as written, the main one first. */
  readonly names: readonly string[];
}

/** A line for each name of it and one for the id, folded, a space before each word. */
export function linesOf(known: SearchEntry): string {
  const prepared: Prepared = known;
  prepared.lines ??= foldLines(` ${known.names.join('\n ')}\n ${known.definition.id.text}`);
  return prepared.lines;
}

/** Before anything is typed no words are compared, and 100,000 need not be folded. A cache. */
type Prepared = SearchEntry & { lines?: string };

/** How well words answer what was typed, the best first: they begin with it, a word in them does, else. */
export type Fit = 0 | 1 | 2;

/** What may be meant by what is typed of a name or an id. */
export interface SearchQuery {
  readonly typed: string;
  readonly folded: string;
  readonly words: readonly string[];
}

export function searchQuery(typed: string): SearchQuery {
  const folded = fold(typed);
  return { typed, folded, words: folded.split(' ').filter((word) => word !== '') };
}

/** Signs are spaces, so that `u.s.` and `pete-heg` are found by their words. */
function fold(text: string): string {
  return foldLines(text).trim();
}

/** As {@link fold}, of several lines at once: 100,000 entries are read so when a list is first asked for. */
function foldLines(text: string): string {
  const plain = ASCII.test(text) ? text.toLowerCase() : text.split('\n').map(spaced).join('\n');
  return plain.replace(/[ -/:-@[-`{-~\u00a0]+/g, ' ');
}

const ASCII = /^[\n -~]*$/;

function spaced(line: string): string {
  return ` ${foldSearch(line)}`;
}

/** How a line (with its spaces) answers; `undefined`: not at all. */
export function fitOf(line: string, { folded, words }: SearchQuery): Fit | undefined {
  if (folded === '') return 0;
  const at = line.indexOf(` ${folded}`);
  if (at >= 0) return at === 0 ? 0 : 1;
  if (words.length > 1) return words.every((word) => line.includes(` ${word}`)) ? 2 : undefined;
  // Where no spaces part the words of a name, any of its signs may begin one.
  return /^[a-z0-9]/.test(folded) || !line.includes(folded) ? undefined : 2;
}

/** The best fit of an entity by any of its lines. */
export function fitOfEntry(known: SearchEntry, query: SearchQuery): Fit | undefined {
  if (query.folded === '') return 0;
  const lines = linesOf(known);
  const fit = fitOf(lines, query);
  if (fit === undefined || fit === 0) return fit;
  return lines.includes(`\n ${query.folded}`) ? 0 : fit;
}

/** What an editor may filter by: what was typed, then what is left of the words that answer it. */
export function filterOf({ typed, folded }: SearchQuery, line: string): string {
  if (folded === '') return typed + line.trim();
  const at = line.indexOf(` ${folded}`);
  if (at < 0) return typed;
  const rest = line.slice(at + 1 + folded.length);
  return typed + (/\s$/.test(typed) ? rest.trimStart() : rest);
}

export function lineOf(words: string): string {
  return ` ${fold(words)}`;
}

const prepared = perPage(() => new Map<string, SearchEntries>());

/** All of a kind in a page, prepared once and only when asked for. */
export interface SearchEntries {
  readonly all: readonly SearchEntry[];
}

/** Prepared once for each page and kind, and only when asked for. */
function searchEntriesIn(page: Page, kind: string): SearchEntries {
  const made = prepared(page);
  const known = made.get(kind) ?? {
    all: (symbolsOf(page).kinds.get(kind) ?? []).map(searchEntryOf),
  };
  made.set(kind, known);
  return known;
}

function searchEntryOf(definition: Definition): SearchEntry {
  const { name, otherNames, attributes } = definition;
  // What is promised says more than the words that were tagged.
  const act = scalar(attributes, 'what')?.text;
  const names = [...(act ? [act] : []), name.text, ...otherNames.map(({ text }) => text)];
  return { definition, names };
}

/** All that is defined of some kinds; of an id that is defined twice, both. `any`: every entity. */
export function searchEntriesOf(
  { pages, vocabulary }: Workspace,
  kinds: readonly string[] | 'any',
): readonly SearchEntries[] {
  const found: SearchEntries[] = [];
  for (const page of pages.values()) {
    const { kinds: defined } = symbolsOf(page);
    for (const kind of kinds === 'any' ? defined.keys() : kinds) {
      if (kinds === 'any' && vocabulary.kinds.get(kind)?.role !== 'entity') continue;
      if (defined.has(kind)) found.push(searchEntriesIn(page, kind));
    }
  }
  return found;
}

const byId = perObject(({ all }: SearchEntries) =>
  groupBy(all, ({ definition }) => definition.id.text),
);

/** Those with an id: one, if it is not defined twice. */
export function entriesWithId(entries: SearchEntries, id: string): readonly SearchEntry[] {
  return byId(entries).get(id) ?? NONE;
}

const NONE: readonly SearchEntry[] = [];

const byName = perObject(({ all }: SearchEntries) => all.toSorted(compareNames));

/** By the main name, then by the id. */
export function compareNames(one: SearchEntry, other: SearchEntry): number {
  return (
    compareText(one.names[0] ?? '', other.names[0] ?? '') ||
    compareText(one.definition.id.text, other.definition.id.text)
  );
}

function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** What answers a query, in the order of names. */
interface Matching {
  readonly found: readonly SearchEntry[];
  /** How well each does; `undefined`: all alike, as nothing was typed. */
  readonly fits: Uint8Array | undefined;
}

const lastAnswer = perObject((entries: SearchEntries): { folded: string; answer: Matching } => ({
  folded: '',
  answer: { found: byName(entries), fits: undefined },
}));

/**
 * What answers, in the order of names. When more letters were typed, nothing else can be meant than what answered before:
 * only that is looked at.
 */
export function matchingByName(entries: SearchEntries, query: SearchQuery): Matching {
  const { folded } = query;
  if (folded === '') return { found: byName(entries), fits: undefined };
  const last = lastAnswer(entries);
  if (last.folded === folded) return last.answer;
  const among = folded.startsWith(last.folded) ? last.answer.found : byName(entries);
  const found: SearchEntry[] = [];
  const fits: Fit[] = [];
  for (const known of among) {
    const fit = fitOfEntry(known, query);
    if (fit === undefined) continue;
    found.push(known);
    fits.push(fit);
  }
  last.folded = folded;
  last.answer = { found, fits: Uint8Array.from(fits) };
  return last.answer;
}
