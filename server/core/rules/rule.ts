import type { LazyPart, Span, TextEdit } from '../text/index.js';
import type { Level, Page, Place, Severity, Workspace } from '../workspace/index.js';

/** So many characters around its block a rule may look at, not more. */
export const NEAR = 400;

/** One thing to look for. One object in one file; its page in the guide is made from it. */
export interface Rule {
  /** Named for the pattern it finds, to read well after "allow": `commitment-without-source`. */
  readonly name: string;
  /** One sentence: what it finds. */
  readonly summary: string;
  /** A paragraph: why it matters to someone who writes or reads briefs, and what to do. */
  readonly reason: string;
  readonly level: Level;
  /** Of a rule that is off by default: the level at which `check --suggest` switches it on. */
  readonly levelToSuggest?: Severity;
  /** Another part of the program that it asks: `loadParts` reads it, and until then the rule says nothing. */
  readonly part?: LazyPart<unknown>;
  /** `documents`: also has to say something of a file that was named and is no brief yet. */
  readonly reads?: 'documents';
  /**
   * Whole briefs, run as tests: each `bad` gives this finding and no other, each `good` gives none at
   * all. A registry may stand beside.
   */
  readonly examples: { readonly bad: readonly Example[]; readonly good: readonly Example[] };
  check(page: Page, workspace: Workspace): Iterable<Finding>;
  /** Where all that it finds in a page is one thing to do. */
  readonly gathering?: Gathering;
  /** `faults`: has nothing to say of a page that was read without a fault, and need not be asked. */
  readonly needs?: 'faults';
  /** `exact`: it looks for no other names and ids than those that stand there, and suggests none that come near. */
  readonly names?: 'exact';
  /**
   * What its answer in one place follows from, besides the rest of the workspace: so an edit need not ask
   * it about all of a page.
   * - `block`: the block, and the front matter;
   * - `around`: also what stands up to {@link NEAR} characters before the block;
   * - `anchors`: the block, and which anchors the page has;
   * - `text`: characters, wherever they stand; it is asked after each edit;
   * - without: what other pages can see of the page; an edit that leaves that alone does not ask it again.
   *
   * A block that names an id or an entity is asked about again when something else is said there of that, or
   * when it defines one and that is used elsewhere for the first time, or no longer.
   */
  readonly sees?: 'block' | 'around' | 'anchors' | 'text';
}

/**
 * How all that a rule finds in a page is reported as one finding, the places in `related`. A comment silences each
 * place alone, and a baseline knows each alone: what is left is gathered.
 */
export interface Gathering {
  /** Where the one finding is; `undefined`: at the first of the places. */
  place(page: Page): Span | undefined;
  /** Its message, of so many places. */
  message(places: number): string;
}

export interface Example {
  readonly brief: string;
  readonly registry?: string;
  /** Other pages by path. */
  readonly others?: Readonly<Record<string, string>>;
  /** The brief after its certain fix, when it has one. */
  readonly fixed?: string;
  /** YYYY-MM-DD, when the verdict depends on the day; else 2025-11-01. */
  readonly today?: string;
}

export interface Finding {
  /** The narrowest words that are wrong. */
  readonly span: Span;
  /** Names the thing, the reason, the next step. One to three sentences, plain words. */
  readonly message: string;
  readonly related?: readonly Related[];
  readonly fixes?: readonly Fix[];
}

export interface Related extends Place {
  readonly message: string;
}

export interface Fix {
  /** In the imperative: `Change to 'india'`. */
  readonly title: string;
  readonly edits: readonly PageEdit[];
  /** Whether it is certainly what the author meant; others are offered, never applied unasked. */
  readonly certain: boolean;
  /** Takes something away, or is one of several ways out of which the others are not known: only a person chooses it. */
  readonly toChoose?: true;
}

export interface PageEdit extends TextEdit {
  readonly page: string;
}

/** A finding of a rule at its level, in a page. */
export interface Report extends Finding {
  readonly rule: string;
  readonly severity: Severity;
  readonly page: string;
}
