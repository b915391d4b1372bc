import type { FileRange, Severity } from '../../core/index.js';

/**
 * `open`: to be fixed. `suppressed`: a comment in the text silences it. `known`: it is in the baseline.
 */
export type FindingState = 'open' | 'suppressed' | 'known';

/** A finding with all that is ever written of it: plain data that needs no text any more. */
export interface LocatedFinding extends FileRange {
  readonly rule: string;
  readonly severity: Severity;
  readonly message: string;
  readonly related: readonly (FileRange & { readonly message: string })[];
  readonly fixes: readonly LocatedFix[];
  readonly source: SourceLine;
  /** What it is about, see `findingWords`: by rule, file and words it is known again when lines move. */
  readonly words: string;
  readonly state: FindingState;
  /** Why it is suppressed, if the comment says. */
  readonly reason?: string;
  /** The hash of its line as code scanning computes it, where it was asked for. */
  readonly lineHash?: string;
  /** Where its rule reports all findings of a file as one: see gather-findings.ts. */
  readonly gathered?: GatheredPlace;
}

/** Where the one finding is; `first`: where the first of them is. */
export type GatheredPlace =
  | 'first'
  | Pick<LocatedFinding, 'range' | 'source' | 'words' | 'lineHash'>;

export interface LocatedFix {
  readonly title: string;
  readonly certain: boolean;
  readonly toChoose?: true;
  readonly edits: readonly (FileRange & { readonly text: string })[];
}

/** A stretch of the line in which a finding begins: enough around its words to show them. */
export interface SourceLine {
  readonly text: string;
  /** The offset at which it begins. */
  readonly from: number;
}
