import type { Found } from '../report/found.js';
import { SEVERITY_WORDS } from './severity-words.js';
import { counted } from './summary.js';

/** What a platform shows of a run's findings, and what it has to be told of the others. */
export interface Annotations<Level extends string> {
  readonly shown: readonly { readonly level: Level; readonly found: Found }[];
  /** `7 more errors and 2 more notes`; absent: there are no others. */
  readonly others: string | undefined;
}

/** GitHub and Azure keep the first ten of each level from a step, and drop all others silently. */
const MOST = 10;

/**
 * @param findings the worst first
 * @param levelOf undefined: the platform has nothing for it
 * @param closing the level in which the others are told: one of its ten is kept for that
 */
export function annotationsOf<Level extends string>(
  findings: readonly Found[],
  levelOf: (found: Found) => Level | undefined,
  closing: Level,
): Annotations<Level> {
  const all = findings.flatMap((found) => {
    const level = levelOf(found);
    return level === undefined ? [] : [{ level, found }];
  });
  const whole = taken(all, () => MOST);
  if (whole.length === all.length) return { shown: whole, others: undefined };
  const shown = taken(all, (level) => (level === closing ? MOST - 1 : MOST));
  const told = new Set(shown);
  const left = all.filter((one) => !told.has(one)).map(({ found }) => found);
  return { shown, others: inWords(left) };
}

function taken<Level, One extends { readonly level: Level }>(
  all: readonly One[],
  mostOf: (level: Level) => number,
): readonly One[] {
  const counts = new Map<Level, number>();
  return all.filter(({ level }) => {
    const count = (counts.get(level) ?? 0) + 1;
    counts.set(level, count);
    return count <= mostOf(level);
  });
}

function inWords(findings: readonly Found[]): string {
  const words = Object.entries(SEVERITY_WORDS).flatMap(([severity, word]) => {
    const count = findings.filter((found) => found.severity === severity).length;
    return count === 0 ? [] : [counted(count, `more ${word}`)];
  });
  const last = words.pop() ?? '';
  return words.length === 0 ? last : `${words.join(', ')} and ${last}`;
}
