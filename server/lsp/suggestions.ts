import {
  type Annotations,
  annotationsFor,
  type Correction,
  languageOfPage,
  type Page,
  type SuggestionLevel,
  type Workspace,
} from '../core/index.js';
import type * as Engine from '../core/suggest/engine/index.js';
import {
  type Candidate,
  isAskedFor,
  pageForSuggestions,
  registeredNames,
} from '../core/suggest/index.js';
import type { Platform } from './platform.js';
import type { DocumentView } from './workspace-view.js';

/** What is suggested in briefs, kept for as long as nothing that it depends on changes. */
export interface Suggestions {
  /** Reads the engine, which is no part of the server until somebody asks for suggestions. */
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
}

const NONE: Annotations = { suggestions: [], entities: [] };

export function createSuggestions({ loadEngine }: Pick<Platform, 'loadEngine'>): Suggestions {
  let engine: typeof Engine | undefined;
  const indexes = new WeakMap<object, Map<string, Engine.NameIndex>>();
  const kept = new WeakMap<Page, Kept>();
  return {
    ready: async () => {
      engine ??= await loadEngine();
    },
    isReady: () => engine !== undefined,
    in({ workspace, page }, { level, corrections = [] }) {
      if (engine === undefined || page.facts.role === 'registry') return NONE;
      const known = kept.get(page);
      const isFresh = known !== undefined && isSame(known.workspace, workspace);
      const one = isFresh ? known : candidatesIn(engine, workspace, page);
      kept.set(page, one);
      const isPlain = level === undefined && corrections.length === 0;
      if (isPlain && one.plain !== undefined) return one.plain;
      const found = one.candidates.filter((each) => isWanted(workspace, each, level));
      const made = annotationsFor(workspace, [{ page, candidates: found }], corrections);
      if (isPlain) one.plain = made;
      return made;
    },
  };

  function candidatesIn(
    { NameIndex, suggest }: typeof Engine,
    workspace: Workspace,
    page: Page,
  ): Kept {
    const { tag, names } = languageOfPage(workspace, page);
    const byLanguage = indexes.get(workspace.graph.names) ?? new Map<string, Engine.NameIndex>();
    indexes.set(workspace.graph.names, byLanguage);
    const index = byLanguage.get(tag) ?? new NameIndex(registeredNames(workspace), names.elisions);
    byLanguage.set(tag, index);
    const candidates = suggest({ ...pageForSuggestions(workspace, page), names: index });
    return { workspace, candidates };
  }
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
