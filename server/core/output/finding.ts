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
  /** Only for a person to choose, even where it is the only one. */
  readonly toChoose?: true;
  /** All of them or none; they do not overlap. */
  readonly edits: readonly (FileRange & { readonly text: string })[];
}

/** Field by field, here and in what follows: of 100,000 findings every copy would be seen. */
export function findingEntry(report: Report, locate: (place: Place) => FileRange): FindingEntry {
  const { rule, severity, message } = report;
  const { file, range } = locate(report);
  const related = relatedEntries(report, locate);
  return { rule, severity, message, file, range, related, fixes: fixEntries(report, locate) };
}

export function relatedEntries(
  { related }: Report,
  locate: (place: Place) => FileRange,
): FindingEntry['related'] {
  if (related === undefined) return [];
  return related.map((other) => {
    const { file, range } = locate(other);
    return { message: other.message, file, range };
  });
}

export function fixEntries(
  { fixes }: Report,
  locate: (place: Place) => FileRange,
): FindingEntry['fixes'] {
  if (fixes === undefined) return [];
  return fixes.map(({ title, certain, toChoose, edits }) => ({
    title,
    certain,
    ...(toChoose && { toChoose }),
    edits: edits.map((edit) => {
      const { file, range } = locate(edit);
      return { file, range, text: edit.text };
    }),
  }));
}
