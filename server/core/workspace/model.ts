import type { Definition, Facts, Fault, LinkFact, Tag, Use, Vocabulary } from '../brief/index.js';
import type { Day, DayRange } from '../dates/index.js';
import type { Strength } from '../language/index.js';
import type { Span, Written } from '../text/index.js';
import type { OverlayMap } from './overlay-map.js';
import type { Settings } from './settings/index.js';

/** A file's path below the workspace root, with `/`. */
export type PageId = string;

/** One text of the workspace, read: a brief, a registry, or another Markdown file. */
export interface Page {
  readonly id: PageId;
  readonly text: string;
  readonly facts: Facts;
  /** An ordinary document that nothing has asked about yet: what stands in it is not known. */
  readonly unread?: true;
}

/** Everything known at one moment. Never changes; {@link applyChanges} makes the next one. */
export interface Workspace {
  readonly settings: Settings;
  readonly vocabulary: Vocabulary;
  /** The day on which "overdue" is judged: an input, never the clock. */
  readonly today: Day;
  /** Sorted by id when iterated. */
  readonly pages: Pages;
  readonly graph: Graph;
  /** The same object for as long as the same things have the same ids, kinds and names. */
  readonly naming: object;
  /** What the host said of local files that links point to, see {@link linksToAsk}. */
  readonly files: ReadonlyMap<PageId, boolean>;
}

export interface Pages {
  readonly size: number;
  get(id: PageId): Page | undefined;
  /** As `get`, of a page that is looked at once: where pages are decoded on demand, it is not cached. */
  peek(id: PageId): Page | undefined;
  has(id: PageId): boolean;
  /** In order. */
  keys(): Iterable<PageId>;
  /** In order of their ids. */
  values(): Iterable<Page>;
  /** Pages of one store have the same ids and names: what follows from those is known for all. */
  readonly store: object;
  /** The next pages: each is put in place of the one of its id, `undefined` removes. */
  with(changes: ReadonlyMap<PageId, Page | undefined>): Pages;
}

export type Change =
  /** Open in an editor: it is read by block, so that the next edit costs its block. */
  | {
      readonly type: 'text';
      readonly id: PageId;
      readonly text: string;
      readonly isOpen?: boolean;
    }
  /** Read elsewhere (a worker, a cache). */
  | { readonly type: 'page'; readonly page: Page }
  | { readonly type: 'removed'; readonly id: PageId }
  /** Whether local files that links point to exist, asked of the host. */
  | { readonly type: 'files'; readonly exist: ReadonlyMap<PageId, boolean> };

/** A place in some page. */
export interface Place {
  readonly page: PageId;
  readonly span: Span;
}

export interface DefinitionAt {
  readonly page: PageId;
  readonly definition: Definition;
}
export interface TagAt {
  readonly page: PageId;
  readonly tag: Tag;
}
export interface UseAt {
  readonly page: PageId;
  readonly use: Use;
}

/** Whom a mention means. */
export type Resolution =
  | { readonly type: 'resolved'; readonly ids: readonly string[]; readonly via: 'name' | 'ref' }
  /** Every id that could be meant, sorted. */
  | { readonly type: 'ambiguous'; readonly candidates: readonly string[] }
  | { readonly type: 'unresolved' };

/** What became of a commitment; from `fulfilled` on the end states (LANGUAGE.md, section 4). */
export type Status =
  | 'proposed'
  | 'conditional'
  | 'active'
  | 'in-progress'
  | 'stalled'
  | 'fulfilled'
  | 'partly-fulfilled'
  | 'broken'
  | 'withdrawn'
  | 'released'
  | 'superseded'
  | 'expired';

/** One dated step in what became of a commitment: its own record first, then its updates. */
export interface HistoryStep {
  /** `undefined`: an update that says nothing of the status. */
  readonly status: Status | undefined;
  readonly progress: string | undefined;
  /** A deadline moved by an update, EDTF. */
  readonly due: string | undefined;
  /** EDTF as written; `undefined` when neither the record nor its brief says. */
  readonly on: string | undefined;
  /** The first day of `on`, from which it counts; without `on` it has always held: -Infinity. */
  readonly from: Day;
  /** Effective: its own, else its brief's. */
  readonly source: readonly string[];
  readonly correction: boolean;
  readonly place: Place;
  /** The words of an update's label; empty if none. */
  readonly words: string;
  /** What was wrong with the step from the one before, if anything. */
  readonly impossible: { readonly from: Status } | undefined;
}

/** How well a commitment was kept, as somebody judged it on a day. Ids as written. */
export interface Assessment {
  /** Who assessed it; empty: the author of the brief. */
  readonly by: readonly string[];
  /** The step, as written; whether a scale has it, `stepOf` knows. */
  readonly score: string;
  readonly scale: string | undefined;
  /** Whose part was assessed; empty: that of all who must act. */
  readonly party: readonly string[];
  /** EDTF; its own, else its brief's. */
  readonly on: string | undefined;
  /** As of {@link HistoryStep}. */
  readonly from: Day;
  readonly period: string | undefined;
  /** Effective: its own, else its brief's. */
  readonly source: readonly string[];
  readonly place: Place;
  /** The words of its label; empty if none. */
  readonly words: string;
}

/** A commitment with what follows from its terms, its brief and its updates. Ids as written. */
export interface Commitment {
  readonly at: TagAt;
  readonly id: string | undefined;
  readonly by: readonly string[];
  readonly for: readonly string[];
  /** `['each-other']` when mutual. */
  readonly to: readonly string[];
  readonly words: string;
  readonly what: string | undefined;
  readonly if: string | undefined;
  readonly under: string | undefined;
  readonly event: string | undefined;
  /** Effective: its own, else its event's date, else its brief's. EDTF. */
  readonly made: string | undefined;
  /** EDTF, as first written; updates may move it, see {@link dueAsOf}. */
  readonly due: string | undefined;
  /** EDTF, from `defaultDue`, where no deadline and no period was written. */
  readonly assumedDue: string | undefined;
  readonly dueText: string | undefined;
  readonly period: string | undefined;
  readonly strength: Strength | undefined;
  readonly strengthFrom: 'attribute' | 'words' | undefined;
  readonly marker: Written | { readonly text: string; readonly span: undefined } | undefined;
  readonly saidBy: readonly string[];
  readonly progress: string | undefined;
  /** How to assess it, in words. */
  readonly guideline: string | undefined;
  /** Effective: its own, else its brief's. */
  readonly source: readonly string[];
  readonly partOf: readonly string[];
  readonly dependsOn: readonly string[];
  readonly supersedes: readonly string[];
  readonly fulfils: readonly string[];
  /** By day; the first is the commitment's own record. */
  readonly history: readonly HistoryStep[];
  /** By day, those without a day first. */
  readonly assessments: readonly Assessment[];
}

/** Who held an office, from people's memberships. */
export interface Holding {
  readonly person: string;
  readonly office: string;
  /** From the first to the last day on which it may have been held; open ends are infinite. */
  readonly range: DayRange;
  /**
   * The days on which it was held for certain: `2025-01` to `2026` is sure from 31 January to
   * 1 January only. `undefined` when there is no such day, or no date is given.
   */
  readonly sure: DayRange | undefined;
  /** Whether a start or an end is given. */
  readonly dated: boolean;
  readonly place: Place;
}

/**
 * What of one page others can ask for, by what they ask with. The keys alone go into the graph, so
 * that typing between the tags changes places but no graph. Each list is in reading order.
 */
export interface Symbols {
  /** By id. */
  readonly definitions: SymbolMap<Definition>;
  /** By the kind they define. */
  readonly kinds: SymbolMap<Definition>;
  /** Ids of entities by {@link nameKey}. */
  readonly names: SymbolMap<string>;
  /** Ids of entities by {@link caselessKey}. */
  readonly caselessNames: SymbolMap<string>;
  /** By the id pointed at. */
  readonly uses: SymbolMap<Use>;
  /** Mentions without `ref`, by {@link caselessKey}: whom they mean may change with any registry. */
  readonly mentions: SymbolMap<Tag>;
  /** Updates and assessments, by the commitment they are `of`. */
  readonly followUps: SymbolMap<Tag>;
  /** By the page or file they lead to. */
  readonly links: SymbolMap<LinkFact>;
  /** Under {@link UNREAD_REGISTRY} where a registry breaks off: what it defines is not known. */
  readonly unread: SymbolMap<Fault>;
}

/** What stands under each symbol; of a page that is kept by block, found when asked for. */
export type SymbolMap<T> = Pick<
  ReadonlyMap<string, readonly T[]>,
  'get' | 'has' | 'keys' | 'values'
>;

/**
 * Which pages to ask for a symbol: ids, names and uses over all pages. It holds no places and no
 * contents, those stay with each page; so it is equal whatever the order in which pages came.
 */
export type Graph = { readonly [Family in keyof Symbols]: Bucketed };

type Bucketed = OverlayMap<readonly PageKey[]>;

/** A page's id behind a digit that sorts registries before briefs; sorted by code units. */
export type PageKey = string;
