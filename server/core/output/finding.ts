import type { Report } from '../rules/index.js';
import type { Place, Severity } from '../workspace/index.js';
import type { FileRange } from './located.js';

/** One thing that a rule says about a brief or a registry, as `rapporteur check --format json` gives it. */
export interface FindingEntry extends FileRange {
  /** The rule's name: `unresolved-name`. */
  readonly rule: string;
  readonly severity: Severity;
  /** What is wrong, why, and what to do next: plain words, one to three sentences. */
  readonly message: string;
  /** Other places that have to do with it. */
  readonly related: readonly (FileRange & { readonly message: string })[];
  readonly fixes: readonly FixEntry[];
}

/** A way to correct a finding. */
export interface FixEntry {
  /** In the imperative: `Change to 'india'`. */
  readonly title: string;
  /** Whether it is certainly what the author meant. Others are offers, for a person to choose. */
  readonly certain: boolean;
  /** All of them or none; they do not overlap. */
  readonly edits: readonly (FileRange & { readonly text: string })[];
}

export function findingEntry(report: Report, locate: (place: Place) => FileRange): FindingEntry {
  const { rule, severity, message, page, span, related = [], fixes = [] } = report;
  return {
    rule,
    severity,
    message,
    ...locate({ page, span }),
    related: related.map((other) => ({ message: other.message, ...locate(other) })),
    fixes: fixes.map(({ title, certain, edits }) => ({
      title,
      certain,
      edits: edits.map((edit) => ({ ...locate(edit), text: edit.text })),
    })),
  };
}
