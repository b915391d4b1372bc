import type { PageEdit } from '../../rules/index.js';
import type { Span } from '../../text/index.js';

/** Why something cannot be renamed, or not so: one or two sentences for the person who asked. */
export interface RenameRefused {
  readonly refused: string;
}

/** What would be renamed: the words that are marked, and what is put into the box to begin with. */
export interface RenameStart {
  readonly span: Span;
  readonly placeholder: string;
}

export interface Renaming {
  readonly edits: readonly PageEdit[];
  /** Those of the edits that mere style asks for, in words of a brief: a person looks at them first. */
  readonly needsConfirmation: ReadonlySet<PageEdit>;
  /** `Rename 'us' to 'usa'`. */
  readonly label: string;
}

export function refuse(refused: string): RenameRefused {
  return { refused };
}

export function isRefused(answer: object): answer is RenameRefused {
  return 'refused' in answer;
}

const EMPTY_EDITS: ReadonlySet<PageEdit> = new Set();

/** Edits that change nothing a reader sees; of several at one place the first, in order of place. */
export function withoutConfirmation(label: string, edits: readonly PageEdit[]): Renaming {
  return { label, edits: sortedOnce(edits), needsConfirmation: EMPTY_EDITS };
}

/** YAML aliases, and links by reference, bring several edits to one place. */
export function sortedOnce(edits: readonly PageEdit[]): readonly PageEdit[] {
  const placed = new Map<string, PageEdit>();
  for (const edit of edits) {
    const key = `${edit.page}\0${edit.span.start}\0${edit.span.end}`;
    if (!placed.has(key)) placed.set(key, edit);
  }
  return [...placed.values()].sort((a, b) => {
    if (a.page !== b.page) return a.page < b.page ? -1 : 1;
    return a.span.start - b.span.start || a.span.end - b.span.end;
  });
}
