import {
  type Addition,
  type Annotations,
  annotationsFor,
  type Correction,
  type Page,
  type SuggestionLevel,
  type Workspace,
} from '../core/index.js';
import {
  askedOf,
  type Candidate,
  isAskedFor,
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
  return {
    ready: async () => {
      await suggestionsPart.load();
    },
    isReady: () => suggestionsPart.loaded() !== undefined,
    in({ workspace, page }, { level, corrections = [], additions = [] }) {
      const part = suggestionsPart.loaded();
      if (part === undefined || page.facts.role === 'registry') return NONE;
      const known = kept.get(page);
      const isFresh = known !== undefined && isSame(known.workspace, workspace);
      const one = isFresh ? known : { workspace, candidates: part.candidatesIn(workspace, page) };
      kept.set(page, one);
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
  };
}

interface Kept {
  readonly workspace: Workspace;
  readonly candidates: readonly Candidate[];
  /** What is made of them where nobody says otherwise. */
  plain?: Annotations;
}

/** Whether a page says the same to both: names, who has them, and what is set. */
function isSame(one: Workspace, other: Workspace): boolean {
  return (
    one.settings === other.settings &&
    one.graph.names === other.graph.names &&
    one.graph.definitions === other.graph.definitions &&
    one.graph.kinds === other.graph.kinds
  );
}

function isWanted(
  { settings: { suggest } }: Workspace,
  one: Candidate,
  level: SuggestionLevel | undefined,
): boolean {
  const levels = level === undefined ? suggest.levels : { all: level, byKind: new Map() };
  return isAskedFor({ suggest: { ...suggest, levels } }, one);
}
