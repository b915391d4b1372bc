import type { LocatedFinding, LocatedFix } from './located-finding.js';

/** How far fixing goes: what is certain, or also what is only offered. */
export type Reach = 'certain' | 'offered';

/**
 * What is done about a finding: its certain fix, else, where that far is gone, the only one offered that does not wait
 * for a person. Of several nobody can say which is meant.
 */
export function chooseFix({ fixes }: LocatedFinding, reach: Reach): LocatedFix | undefined {
  const certain = fixes.find((fix) => fix.certain && fix.edits.length > 0);
  if (certain !== undefined || reach === 'certain') return certain;
  const [only, ...others] = fixes.filter(({ toChoose }) => toChoose === undefined);
  return others.length === 0 && only !== undefined && only.edits.length > 0 ? only : undefined;
}
