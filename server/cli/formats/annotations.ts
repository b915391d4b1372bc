import { counted } from '../../core/index.js';
import { oneLine } from '../terminal/escape-controls.js';
import type { LocatedFinding } from './located-finding.js';
import { SEVERITY_WORDS } from './summary.js';

/** What a platform shows of a run's findings, and how it is told how many others there are. */
export interface Annotations<Level extends string> {
  readonly shown: readonly { readonly level: Level; readonly found: LocatedFinding }[];
  /** `7 more errors and 2 more notes`; absent: there are no others. */
  readonly others: string | undefined;
}

/** GitHub and Azure keep the first ten of each level from a step, and drop all others silently. */
const MAX_PER_LEVEL = 10;

/**
 * @param findings the worst first
 * @param levelOf undefined: the platform has nothing for it
 * @param closing the level in which the others are counted: one of its ten is kept for that
 */
export function annotationsOf<Level extends string>(
  findings: readonly LocatedFinding[],
  levelOf: (found: LocatedFinding) => Level | undefined,
  closing: Level,
): Annotations<Level> {
  const all = findings.flatMap((found) => {
    const level = levelOf(found);
    return level === undefined ? [] : [{ level, found }];
  });
  const whole = taken(all, () => MAX_PER_LEVEL);
  if (whole.length === all.length) return { shown: whole, others: undefined };
  const shown = taken(all, (level) => (level === closing ? MAX_PER_LEVEL - 1 : MAX_PER_LEVEL));
  const reported = new Set(shown);
  const left = all.filter((one) => !reported.has(one)).map(({ found }) => found);
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

function inWords(findings: readonly LocatedFinding[]): string {
  const words = Object.entries(SEVERITY_WORDS).flatMap(([severity, word]) => {
    const count = findings.filter((found) => found.severity === severity).length;
    return count === 0 ? [] : [counted(count, `more ${word}`)];
  });
  const last = words.pop() ?? '';
  return words.length === 0 ? last : `${words.join(', ')} and ${last}`;
}

/** A finding's message for an annotation. */
export function annotationText({ message }: LocatedFinding): string {
  const text = oneLine(message.slice(0, MAX_LENGTH));
  return message.length > MAX_LENGTH ? `${text}…` : text;
}

/** Platforms cut a long message anywhere, or refuse it. */
const MAX_LENGTH = 4000;

/** The last line of a finding: one that ends with a line break ends before it. */
export function endLineOf({ range: { start, end } }: LocatedFinding): number {
  return end.column === 1 && end.line > start.line ? end.line - 1 : end.line;
}
