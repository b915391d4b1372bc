// Over 200 lines: what each key does is one table.
import { kindTitle } from '../../rules/index.js';
import {
  type Annotation,
  type Annotations,
  annotationsFor,
  type Correction,
  type FoundCandidate,
  type Meaning,
  type PageCandidates,
  plainWords,
  suggestionKey,
} from '../../suggest/index.js';
import { foldCase, foldSpace } from '../../text/index.js';
import { entityOf, type Page, type Workspace } from '../../workspace/index.js';
import { findSymbols } from '../symbols/symbols.js';

/** What is gone through: pages with what was found in them. */
export interface WalkScene {
  readonly workspace: Workspace;
  readonly found: readonly PageCandidates[];
}

/** What somebody said of a suggestion: `never` here, in its brief; `nowhere`, in any. */
export type Decision = 'yes' | 'no' | 'never' | 'nowhere';

/** Where somebody is on the way through the suggestions of some pages. Plain data; {@link press} makes the next. */
export interface WalkState {
  /** As they are after the corrections. */
  readonly annotations: Annotations;
  /** By {@link placeOf}. The first suggestion without one is next. */
  readonly decided: ReadonlyMap<string, Decision>;
  readonly corrections: readonly Correction[];
  /** Who makes a promise, where somebody knows better; by {@link placeOf}. */
  readonly actors: ReadonlyMap<string, readonly string[]>;
  readonly mode: 'ask' | 'kind' | 'entity';
  /** What was typed to find an entity. */
  readonly typed: string;
  /** What the last key did, in a sentence; empty: it speaks for itself. */
  readonly note: string;
  readonly before: WalkState | undefined;
  readonly end: 'open' | 'save' | 'leave';
}

/** One of several to choose from, by a digit. */
export interface WalkChoice {
  readonly key: string;
  readonly title: string;
  readonly means: Chosen;
}

/** A kind; something registered; or something that is proposed, by its name. */
interface Chosen {
  readonly kind: string;
  readonly id?: string;
  readonly name?: string;
}

export function startWalk(scene: WalkScene): WalkState {
  return {
    annotations: annotationsFor(scene.workspace, scene.found),
    ...{ decided: new Map(), corrections: [], actors: new Map() },
    ...{ mode: 'ask', typed: '', note: '', before: undefined, end: 'open' },
  };
}

/** The suggestion that is asked about; `undefined` when all are decided. */
export function currentOf({ annotations, decided }: WalkState): Annotation | undefined {
  return annotations.suggestions.find((one) => !decided.has(placeOf(one)));
}

/** Undecided suggestions that mean the same as one, itself among them. */
export function sameAs(state: WalkState, one: Annotation): readonly Annotation[] {
  return state.annotations.suggestions.filter(
    (other) => !state.decided.has(placeOf(other)) && isSame(one, other),
  );
}

/** What was agreed to, in reading order. */
export function agreedTo({ annotations, decided }: WalkState): readonly Annotation[] {
  return annotations.suggestions.filter((one) => decided.get(placeOf(one)) === 'yes');
}

/** Words that are not to be suggested again, each once; without a page: anywhere. */
export function refused(
  scene: WalkScene,
  { annotations, decided }: WalkState,
): readonly { readonly page: Page | undefined; readonly words: string }[] {
  const all = new Map<string, { page: Page | undefined; words: string }>();
  for (const one of annotations.suggestions) {
    const decision = decided.get(placeOf(one));
    if (decision !== 'never' && decision !== 'nowhere') continue;
    const words = wordsOf(scene, one);
    const page = decision === 'never' ? scene.workspace.pages.get(one.page) : undefined;
    all.set(`${page?.id ?? ''}\0${foldCase(words)}`, { page, words });
  }
  return [...all.values()];
}

/** What can be chosen by a digit. */
export function choicesOf({ workspace }: WalkScene, state: WalkState): readonly WalkChoice[] {
  if (state.mode === 'kind')
    return [...workspace.vocabulary.kinds.values()]
      .filter(({ role }) => role === 'entity')
      .slice(0, MOST)
      .map(({ tag }, at) => ({
        key: String(at + 1),
        title: kindTitle(workspace, tag),
        means: { kind: tag },
      }));
  if (state.mode !== 'entity') return [];
  const ids = state.typed === '' ? likely(workspace, state) : matching(workspace, state.typed);
  const registered = ids.flatMap((id): readonly Omit<WalkChoice, 'key'>[] => {
    const definition = entityOf(workspace, id)?.definition;
    if (definition === undefined) return [];
    const title = `${definition.name.text || id} (${kindTitle(workspace, definition.kind)}, ${id})`;
    return [{ title, means: { kind: definition.kind, id } }];
  });
  return [...registered, ...proposed(workspace, state)]
    .slice(0, MOST)
    .map((one, at) => ({ key: String(at + 1), ...one }));
}

/** What is to be new, and has what was typed in its name. */
function proposed(
  workspace: Workspace,
  { annotations, typed }: WalkState,
): readonly Omit<WalkChoice, 'key'>[] {
  const wanted = foldCase(typed);
  return annotations.entities
    .filter(({ name }) => foldCase(name).includes(wanted))
    .map(({ kind, name, id }) => ({
      title: `${name} (${kindTitle(workspace, kind)}, new: ${id})`,
      means: { kind, name },
    }));
}

/** By digits. */
const MOST = 9;

/** Those that it could mean, then those whose names have its words. */
function likely(workspace: Workspace, state: WalkState): readonly string[] {
  const one = currentOf(state);
  if (one === undefined) return [];
  const named = one.commitment === undefined ? matching(workspace, foldSpace(one.words)) : [];
  const party = one.commitment?.by.filter((key) => !key.includes(':')) ?? [];
  return [
    ...new Set([...one.candidates.flatMap(({ ids }) => ids), ...one.ids, ...party, ...named]),
  ];
}

function matching(workspace: Workspace, words: string): readonly string[] {
  const found = findSymbols(workspace, words, MOST, ['entity']);
  return [...new Set(found.flatMap(({ id }) => id ?? []))];
}

/** The state after a key. Keys that have no meaning say so, and change nothing. */
export function press(scene: WalkScene, state: WalkState, key: string): WalkState {
  if (state.end !== 'open') return state;
  const quiet = { ...state, note: '' };
  if (key === LEAVE || key === END_OF_INPUT) return { ...quiet, end: 'leave' };
  if (state.mode !== 'ask') return choosing(scene, quiet, key);
  const act = KEYS.get(key);
  if (act !== undefined) return act(scene, quiet);
  return { ...quiet, note: `${/^\S$/u.test(key) ? `'${key}'` : 'This key'} does nothing here.` };
}

/** Ctrl+C and Ctrl+D. */
const LEAVE = '\u0003';
const END_OF_INPUT = '\u0004';
const BACK: ReadonlySet<string> = new Set(['\u001b', '\u001b[D']);
const ERASE: ReadonlySet<string> = new Set(['\u007f', '\b']);
const ENTER: ReadonlySet<string> = new Set(['\r', '\n']);

type Act = (scene: WalkScene, state: WalkState) => WalkState;

const KEYS: ReadonlyMap<string, Act> = new Map<string, Act>([
  ['y', (_, state) => agree(state, (one) => [one])],
  ['a', (_, state) => agree(state, (one) => sameAs(state, one))],
  ['n', (_, state) => decide(state, (one) => [one], 'no')],
  ['N', (scene, state) => decide(state, (one) => ofTheseWords(scene, state, one, true), 'never')],
  [
    'W',
    (scene, state) => decide(state, (one) => ofTheseWords(scene, state, one, false), 'nowhere'),
  ],
  ['k', (_, state) => asking(state, 'kind')],
  ['e', (_, state) => asking(state, 'entity')],
  ['u', (_, state) => state.before ?? { ...state, note: 'There is nothing to undo.' }],
  ['q', (_, state) => ({ ...state, end: 'save' })],
  ['?', (_, state) => ({ ...state, note: HELP })],
]);

/** What the keys do, a line each. */
const HELP = `y  tag it
a  tag it, and all others in these briefs that mean the same
k  it is of another kind
e  say who or what is meant, or who makes a promise
n  do not tag it now
N  never suggest these words in this brief again
W  never suggest these words in any brief again
u  undo the last answer
q  save what was agreed to, and quit
Ctrl+C  quit, and write nothing`;

function agree(state: WalkState, of: (one: Annotation) => readonly Annotation[]): WalkState {
  const one = currentOf(state);
  if (one?.commitment?.by.length === 0)
    return { ...state, note: "Nobody is named who makes this promise. Press 'e' to say who." };
  if (one !== undefined && isOpen(one))
    return { ...state, note: "Several are called so. Press 'e' to say who is meant." };
  return decide(state, of, 'yes');
}

/** A name that several have: without saying who is meant it cannot be tagged. */
function isOpen({ via, ids, kind }: Annotation): boolean {
  return via === 'name' && kind !== 'date' && ids.length === 0;
}

function decide(
  state: WalkState,
  of: (one: Annotation) => readonly Annotation[],
  decision: Decision,
): WalkState {
  const one = currentOf(state);
  if (one === undefined) return { ...state, note: 'All is decided.' };
  const decided = new Map(state.decided);
  for (const each of of(one)) decided.set(placeOf(each), decision);
  return { ...state, decided, before: state };
}

function ofTheseWords(
  scene: WalkScene,
  { annotations, decided }: WalkState,
  one: Annotation,
  isHere: boolean,
): readonly Annotation[] {
  const words = foldCase(wordsOf(scene, one));
  return annotations.suggestions.filter(
    (other) =>
      !decided.has(placeOf(other)) &&
      (!isHere || other.page === one.page) &&
      foldCase(wordsOf(scene, other)) === words,
  );
}

function asking(state: WalkState, mode: 'kind' | 'entity'): WalkState {
  const one = currentOf(state);
  if (one === undefined) return { ...state, note: 'All is decided.' };
  if (one.kind === 'date')
    return { ...state, note: 'A date is of no other kind, and means a day.' };
  if (mode === 'kind' && one.type === 'commitment')
    return { ...state, note: 'A promise is of no other kind.' };
  if (mode === 'kind' && one.via === 'description')
    return { ...state, note: "Press 'e' to say who or what is meant: the kind follows from that." };
  return { ...state, mode, typed: '' };
}

function choosing(scene: WalkScene, state: WalkState, key: string): WalkState {
  const asked: WalkState = { ...state, mode: 'ask', typed: '' };
  if (BACK.has(key)) return asked;
  const choices = choicesOf(scene, state);
  const chosen = choices.find((one) => one.key === key);
  if (chosen !== undefined) return choose(scene, asked, chosen.means);
  if (state.mode === 'kind') return { ...state, note: 'Press a digit, or Esc to go back.' };
  if (ERASE.has(key)) return { ...state, typed: [...state.typed].slice(0, -1).join('') };
  if (ENTER.has(key)) return entered(scene, state, choices);
  return /^[^\p{C}]+$/u.test(key) ? { ...state, typed: state.typed + key } : state;
}

/** The first that fits; if none does, something new is called so. */
function entered(scene: WalkScene, state: WalkState, choices: readonly WalkChoice[]): WalkState {
  const asked: WalkState = { ...state, mode: 'ask', typed: '' };
  const [first] = choices;
  const one = currentOf(state);
  const name = foldSpace(state.typed);
  if (first !== undefined) return choose(scene, asked, first.means);
  if (one === undefined || name === '') return asked;
  if (one.type === 'commitment')
    return { ...state, note: 'Nobody registered is called so. Tag who makes the promise first.' };
  return corrected(scene, asked, one, { kind: one.kind, name });
}

function choose(scene: WalkScene, state: WalkState, { kind, id, name }: Chosen): WalkState {
  const one = currentOf(state);
  if (one === undefined) return state;
  if (one.type === 'mention') {
    if (id !== undefined) {
      const remember = one.via !== 'description';
      return corrected(scene, state, one, { kind, ids: [id], remember });
    }
    const own = state.annotations.entities.find(({ key }) => key === one.entity);
    return corrected(scene, state, one, { kind, name: name ?? own?.name ?? foldSpace(one.words) });
  }
  const actors = new Map(state.actors).set(placeOf(one), [id ?? `${kind}:${name}`]);
  return again(scene, { ...state, actors, before: state });
}

/** A name means the same wherever it is; of a description each may mean another. */
function corrected(scene: WalkScene, state: WalkState, one: Annotation, means: Meaning): WalkState {
  const page = scene.workspace.pages.get(one.page);
  if (page === undefined) return state;
  const alone = suggestionKey(page, { kind: one.kind, ...one.span });
  const of = one.via === 'description' ? alone : (one.meaning ?? alone);
  const corrections = [...state.corrections, { of, means }];
  return again(scene, { ...state, corrections, before: state });
}

function again({ workspace, found }: WalkScene, state: WalkState): WalkState {
  const acted = found.map(({ page, candidates }) => ({
    page,
    candidates: candidates.map((one) => withActors(page, one, state)),
  }));
  return { ...state, annotations: annotationsFor(workspace, acted, state.corrections) };
}

function withActors(
  { id }: Page,
  one: FoundCandidate,
  { actors, annotations }: WalkState,
): FoundCandidate {
  if (one.terms === undefined || actors.size === 0) return one;
  // Its words may have been widened since it was found.
  const shown = annotations.suggestions.find(
    ({ page, type, span }) =>
      page === id && type === 'commitment' && span.start <= one.start && one.end <= span.end,
  );
  const by = shown && actors.get(placeOf(shown));
  return by === undefined ? one : { ...one, terms: { ...one.terms, by } };
}

function placeOf({ page, type, span }: Annotation): string {
  return `${page}\0${type}\0${span.start}\0${span.end}`;
}

function isSame(one: Annotation, other: Annotation): boolean {
  if (one === other) return true;
  if (one.type === 'commitment' || other.type === 'commitment') return false;
  if (one.meaning !== undefined) return one.meaning === other.meaning;
  return one.kind === other.kind && one.ids.join() === other.ids.join();
}

function wordsOf({ workspace }: WalkScene, { page, span, words }: Annotation): string {
  const own = workspace.pages.get(page);
  return own === undefined ? foldSpace(words) : plainWords(own, span);
}
