import { remembered } from '../../text/index.js';
import { perNaming, type Workspace } from '../../workspace/index.js';
import { nameOfId } from '../describe/id-names.js';
import { foldSearch } from '../symbols/symbols-fold.js';
import {
  type CommitmentIndex,
  changedRows,
  commitmentIndex,
  indexSteps,
  toEnd,
} from './commitment-index.js';
import { type CommitmentRow, compareRows } from './commitment-rows.js';

/**
 * The commitments in which all words of a query stand, in any order and in anything that is shown of them; the most
 * pressing first. No commitment is looked at that has none of the words.
 */
export function commitmentsFound(workspace: Workspace, query: string): readonly CommitmentRow[] {
  const { rows } = commitmentIndex(workspace);
  const folded = foldSearch(query).trim();
  if (folded === '') return rows;
  return searchNow(workspace).find(workspace, folded);
}

/** What it takes until the commitments of a workspace are found, with a stop now and then. */
export function* searchSteps(workspace: Workspace): Generator<void> {
  const index = yield* indexSteps(workspace);
  if (known.has(workspace.settings)) return;
  const search = new CommitmentSearch();
  yield* search.read(index);
  known.set(workspace.settings, search);
}

/** A workspace has its settings until they are read again. */
const known = new WeakMap<Workspace['settings'], CommitmentSearch>();

function searchNow(workspace: Workspace): CommitmentSearch {
  const index = commitmentIndex(workspace);
  let search = known.get(workspace.settings);
  if (search === undefined || search.isWorn) {
    search = new CommitmentSearch();
    toEnd(search.read(index));
    known.set(workspace.settings, search);
  }
  search.goTo(index);
  return search;
}

/** The places (in `rows`) of those that have a word, or name a party. */
type Postings = Map<string, number[]>;

/** The words and ids in which a word of a query stands. */
interface Matches {
  readonly words: readonly string[];
  readonly ids: readonly string[];
}

/** Between two looks at the clock. */
const ROWS_A_STEP = 100;
/** As many questions as are asked at one time: by the list, and by the panel. */
const MOST_ANSWERS = 8;
/** So much more often does a word stand somewhere that it is looked for in what the others found. */
const MUCH_MORE = 20;
/** More words than a person types into a list. */
const MOST_WORDS = 100;

/** Which commitments have which words, and name whom. */
class CommitmentSearch {
  /** A row keeps its place until it is gone. */
  private rows: (CommitmentRow | undefined)[] = [];
  private places: Map<CommitmentRow, number> = new Map();
  private words: Postings = new Map();
  private ids: Postings = new Map();
  private index: CommitmentIndex | undefined;
  private naming: object | undefined;
  /** Of these, a longer word is looked for among what a shorter one has found. */
  private matches: Map<string, Matches> = new Map();
  private answers: Map<string, readonly CommitmentRow[]> = new Map();

  /** Whether most places are of rows that are gone. */
  get isWorn(): boolean {
    return this.rows.length > 2 * this.places.size + 1000;
  }

  *read(index: CommitmentIndex): Generator<void> {
    for (const [at, row] of index.rows.entries()) {
      this.add(row);
      if (at % ROWS_A_STEP === 0) yield;
    }
    this.index = index;
  }

  goTo(index: CommitmentIndex): void {
    if (this.index === undefined || this.index === index) return;
    const { gone, come } = changedRows(this.index, index);
    for (const row of gone) this.remove(row);
    for (const row of come) this.add(row);
    this.index = index;
    this.answers.clear();
  }

  /** @param query folded */
  find(workspace: Workspace, query: string): readonly CommitmentRow[] {
    if (this.naming !== workspace.naming) {
      this.naming = workspace.naming;
      this.matches.clear();
      this.answers.clear();
    }
    const answer = this.answers.get(query) ?? this.look(workspace, [...new Set(query.split(' '))]);
    if (this.answers.size >= MOST_ANSWERS) this.answers.clear();
    this.answers.set(query, answer);
    return answer;
  }

  private look(workspace: Workspace, words: readonly string[]): readonly CommitmentRow[] {
    /** How many of the words so far stand in the row of each place. */
    const counts = new Uint32Array(this.rows.length);
    let places: number[] = [];
    for (const [at, { word, lists, size }] of this.rarestFirst(workspace, words).entries()) {
      if (at > 0 && size > MUCH_MORE * places.length) {
        places = places.filter((place) => says(workspace, this.rows[place], word));
        for (const place of places) counts[place] = at + 1;
      } else {
        places = [];
        for (const list of lists)
          for (const place of list) {
            if (counts[place] !== at) continue;
            counts[place] = at + 1;
            places.push(place);
          }
      }
      if (places.length === 0) return [];
    }
    // Nearly in the order of the rows, in which they are sorted quickly.
    return [...Uint32Array.from(places).sort()]
      .flatMap((place) => this.rows[place] ?? [])
      .sort(compareRows);
  }

  private rarestFirst(
    workspace: Workspace,
    words: readonly string[],
  ): readonly { word: string; lists: readonly (readonly number[])[]; size: number }[] {
    return words
      .map((word) => {
        const { words: inWords, ids } = this.matchesOf(workspace, word);
        const lists = [
          ...inWords.map((each) => this.words.get(each) ?? []),
          ...ids.map((id) => this.ids.get(id) ?? []),
        ];
        return { word, lists, size: lists.reduce((sum, { length }) => sum + length, 0) };
      })
      .sort((a, b) => a.size - b.size);
  }

  private matchesOf(workspace: Workspace, word: string): Matches {
    const before = this.matches.get(word);
    if (before !== undefined) return before;
    const wider = this.shorterOf(word) ?? { words: this.words.keys(), ids: this.ids.keys() };
    const found: Matches = {
      words: [...wider.words].filter((each) => each.includes(word)),
      ids: [...wider.ids].filter((id) => foldedName(workspace, id).includes(word)),
    };
    if (this.matches.size >= MOST_WORDS) this.matches.clear();
    this.matches.set(word, found);
    return found;
  }

  private shorterOf(word: string): Matches | undefined {
    for (let end = word.length - 1; end > 0; end -= 1) {
      const found = this.matches.get(word.slice(0, end));
      if (found !== undefined) return found;
    }
    return undefined;
  }

  private add(row: CommitmentRow): void {
    const place = this.rows.push(row) - 1;
    this.places.set(row, place);
    for (const word of wordsOf(row)) this.post(this.words, word, place);
    for (const id of idsOf(row)) this.post(this.ids, id, place);
  }

  private remove(row: CommitmentRow): void {
    const place = this.places.get(row);
    if (place === undefined) return;
    this.rows[place] = undefined;
    this.places.delete(row);
  }

  private post(postings: Postings, key: string, place: number): void {
    const places = postings.get(key);
    if (places === undefined) {
      postings.set(key, [place]);
      this.matches.clear();
    } else if (places.at(-1) !== place) places.push(place);
  }
}

function* wordsOf({ words, id, status, due, brief }: CommitmentRow): Iterable<string> {
  yield* split(words);
  if (id !== undefined) yield* split(id);
  for (const shared of [status, due, brief]) yield* sharedWords(shared);
}

function split(text: string): readonly string[] {
  return foldSearch(text).split(' ');
}

/** What many commitments say alike. */
const sharedWords: (text: string) => readonly string[] = remembered(split, 5000);

function* idsOf({ by, for: behalf, to, under }: CommitmentRow): Iterable<string> {
  yield* by;
  yield* behalf;
  yield* to;
  if (under !== undefined) yield under;
}

function says(workspace: Workspace, row: CommitmentRow | undefined, word: string): boolean {
  if (row === undefined) return false;
  if ([...wordsOf(row)].some((each) => each.includes(word))) return true;
  return [...idsOf(row)].some((id) => foldedName(workspace, id).includes(word));
}

const foldedName: (workspace: Workspace, id: string) => string = perNaming((workspace, id) =>
  foldSearch(nameOfId(workspace, id)),
);
