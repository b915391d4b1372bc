import type { Definition, Tag } from '../../brief/index.js';
import type { Span } from '../../text/index.js';
import { lettersOf, startsOf } from '../../text/index.js';
import { type Page, type PageId, type Place, perPage } from '../../workspace/index.js';
import { MAX_NAME, shortWords } from '../outline/outline-words.js';
import { foldSearch } from './symbols-fold.js';

/** One of the words by which a symbol is found; those of one symbol follow each other. */
export interface SymbolName {
  readonly symbol: PageSymbol;
  /** As written: its name, another name, its id. */
  readonly words: string;
  readonly folded: string;
}

/** The names of one type in the order of a page, and side by side what tells that most of them are not meant. */
export interface Names {
  readonly names: readonly SymbolName[];
  /** See `lettersOf` and `startsOf`. */
  readonly letters: Int32Array;
  readonly starts: Int32Array;
  readonly lengths: Int32Array;
  readonly shortest: number;
}

export type SymbolNames = Readonly<Record<SymbolType, Names>>;

/** What can be searched for in a page, prepared once: a keystroke prepares the page it is in again. */
export const symbolNamesOf: (page: Page) => SymbolNames = perPage((page) => ({
  entity: sideBySide(
    entities(page).flatMap(({ symbol, from }) => {
      const others = from.otherNames.map(({ text }) => shortWords(text, MAX_NAME));
      return named(symbol, [...others, from.id.text]);
    }),
  ),
  commitment: sideBySide(
    commitments(page).flatMap(({ symbol, from }) => {
      const words = shortWords(from.words, MAX_NAME);
      return named(symbol, [words, from.id?.text ?? '']);
    }),
  ),
  heading: sideBySide(headings(page).flatMap((symbol) => named(symbol, []))),
}));

function sideBySide(names: readonly SymbolName[]): Names {
  if (names.length === 0) return NO_NAMES;
  const letters = Int32Array.from(names, ({ folded }) => lettersOf(folded));
  const starts = Int32Array.from(names, ({ folded }) => startsOf(folded));
  const lengths = Int32Array.from(names, ({ folded }) => folded.length);
  const shortest = lengths.reduce((least, length) => Math.min(least, length));
  return { names, letters, starts, lengths, shortest };
}

const NONE = new Int32Array();
const NO_NAMES: Names = { names: [], letters: NONE, starts: NONE, lengths: NONE, shortest: 0 };

interface NamedSymbol<T> {
  readonly symbol: PageSymbol;
  readonly from: T;
}

function entities({ id: page, facts }: Page): readonly NamedSymbol<Definition>[] {
  if (facts.role === 'document') return [];
  return facts.definitions.flatMap((definition) => {
    const { kind, id, name, span, tag } = definition;
    if (tag !== undefined && facts.tags[tag]?.role === 'commitment') return [];
    const called = shortWords(name.text, MAX_NAME) || id.text;
    const symbol = { type: 'entity', kind, id: id.text, name: called, page, span } as const;
    // Where an entity is chosen one arrives at its id: what is written about it begins there.
    return [{ symbol: { ...symbol, selection: id.span }, from: definition }];
  });
}

function commitments({ id: page, facts }: Page): readonly NamedSymbol<Tag>[] {
  if (facts.role !== 'brief') return [];
  return facts.tags.flatMap((tag) => {
    if (tag.role !== 'commitment') return [];
    const name = shortWords(whatOf(tag) || tag.words || tag.id?.text || '', MAX_NAME);
    if (name === '') return [];
    const { kind, span } = tag;
    const selection = tag.label ?? tag.fences?.open ?? tag.head;
    const id = tag.id?.text;
    return [{ symbol: { type: 'commitment', kind, id, name, page, span, selection }, from: tag }];
  });
}

function whatOf({ attributes }: Tag): string {
  const value = attributes.find(({ name }) => name === 'what')?.value;
  return value?.type === 'scalar' ? value.text : '';
}

function headings({ id: page, facts }: Page): readonly PageSymbol[] {
  if (facts.role !== 'brief') return [];
  return facts.headings.flatMap(({ words, span }) => {
    const name = shortWords(words, MAX_NAME);
    const symbol = { type: 'heading', kind: '', id: undefined, name, page } as const;
    return name === '' ? [] : [{ ...symbol, span, selection: span }];
  });
}

/** Each form of words once: an id is mostly its name with hyphens. */
function named(symbol: PageSymbol, others: readonly string[]): readonly SymbolName[] {
  const names: SymbolName[] = [];
  for (const words of [symbol.name, ...others]) {
    const folded = foldSearch(words);
    if (folded === '' || names.some((name) => name.folded === folded)) continue;
    names.push({ symbol, words, folded });
  }
  return names;
}

export type SymbolType = 'entity' | 'commitment' | 'heading';

/** Something in a page that a person may look for by its words. */
export interface PageSymbol {
  readonly type: SymbolType;
  /** The tag of its kind; of a heading: empty. */
  readonly kind: string;
  readonly id: string | undefined;
  /** One line without markup, never empty. */
  readonly name: string;
  readonly page: PageId;
  readonly span: Span;
  /** Where one wants to arrive; inside `span`. */
  readonly selection: Span;
}

/** A symbol that answers a query. */
export interface FoundSymbol extends PageSymbol, Place {
  /** The words that were found, as written, where they are not its name: another name, its id. */
  readonly matched: string | undefined;
  /** From 0 to 1, the higher the better. */
  readonly score: number;
}
