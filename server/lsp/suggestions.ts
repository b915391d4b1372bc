import {
  type Addition,
  type Annotations,
  annotationsFor,
  type Correction,
  type Page,
  type Span,
  type SuggestionLevel,
  type Workspace,
} from '../core/index.js';
import {
  askedOf,
  type Candidate,
  definingPages,
  isAskedFor,
  partsNear,
  suggestionsPart,
  withAdditions,
} from '../core/suggest/index.js';
import type { DocumentView } from './workspace-view.js';

/** What is suggested in briefs, kept for as long as nothing that it depends on changes. */
export interface Suggestions {
  /** Reads what suggests, which is no part of the server until somebody asks for it. */
  ready(): Promise<void>;
  /** Whether somebody has asked by now. */
  isReady(): boolean;
  /** Nothing before it is {@link ready}. */
  in(view: DocumentView, wanted: SuggestionsWanted): Annotations;
  /** What touches a place; of a long document only what says something of it is read. */
  at(view: DocumentView, place: Span, corrections: readonly Correction[]): Annotations;
}

export interface SuggestionsWanted {
  /** The least certain that is wanted; `undefined`: as the workspace says. */
  readonly level: SuggestionLevel | undefined;
  readonly corrections?: readonly Correction[];
  readonly additions?: readonly Addition[];
}

const NONE: Annotations = { suggestions: [], entities: [] };

export function createSuggestions(): Suggestions {
  const kept = new WeakMap<Page, Kept>();
  const keptOf = (workspace: Workspace, page: Page): Kept => {
    const known = kept.get(page);
    if (known !== undefined && isSame(known.workspace, workspace)) return known;
    const fresh: Kept = { workspace };
    kept.set(page, fresh);
    return fresh;
  };
  return {
    ready: async () => {
      await suggestionsPart.load();
    },
    isReady: () => suggestionsPart.loaded() !== undefined,
    in({ workspace, page }, { level, corrections = [], additions = [] }) {
      const part = suggestionsPart.loaded();
      if (part === undefined || page.facts.role === 'registry') return NONE;
      const one = keptOf(workspace, page);
      one.candidates ??= part.candidatesIn(workspace, page);
      const isPlain = [level === undefined, corrections.length === 0, additions.length === 0].every(
        Boolean,
      );
      if (isPlain && one.plain !== undefined) return one.plain;
      const found = askedOf(one.candidates, (each) => isWanted(workspace, each, level));
      const all = withAdditions({ page, candidates: found }, additions);
      const made = annotationsFor(workspace, [all], corrections);
      if (isPlain) one.plain = made;
      return made;
    },
    at(view, place, corrections) {
      const { workspace, page } = view;
      const part = suggestionsPart.loaded();
      if (part === undefined || page.facts.role === 'registry') return NONE;
      const parts = partsNear(page, place);
      if (parts === undefined) return this.in(view, { level: undefined, corrections });
      const one = keptOf(workspace, page);
      if (one.near?.place.start !== place.start || one.near.place.end !== place.end)
        one.near = { place, candidates: part.candidatesInParts(workspace, page, parts) };
      const all = one.candidates ?? one.near.candidates;
      const candidates = askedOf(all, (each) => isWanted(workspace, each, undefined));
      return annotationsFor(workspace, [{ page, candidates, place }], corrections);
    },
  };
}

interface Kept {
  readonly workspace: Workspace;
  /** Of the whole page, once somebody has asked for them. */
  candidates?: readonly Candidate[];
  /** At the place that was asked about last. */
  near?: { readonly place: Span; readonly candidates: readonly Candidate[] };
  /** What is made of them where nobody says otherwise. */
  plain?: Annotations;
}

/** Whether a page says the same to both: names, who has them and what is said of them, and what is set. */
function isSame(one: Workspace, other: Workspace): boolean {
  if (one === other) return true;
  if (one.settings !== other.settings || one.naming !== other.naming) return false;
  const [before, after] = [definingPages(one), definingPages(other)];
  return before.length === after.length && before.every((page, at) => page === after[at]);
}

function isWanted(
  { settings: { suggest } }: Workspace,
  one: Candidate,
  level: SuggestionLevel | undefined,
): boolean {
  const levels = level === undefined ? suggest.levels : { all: level, byKind: new Map() };
  return isAskedFor({ suggest: { ...suggest, levels } }, one);
}
