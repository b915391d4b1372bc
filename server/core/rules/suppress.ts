import type { Suppression } from '../brief/index.js';
import { addToGroup, firstAtLeast, groupBy, type Span, type Written } from '../text/index.js';

interface Placed {
  readonly rule: string;
  readonly span: Span;
}

/** A comment, and the name in it that a finding is silenced by. */
export interface Silencing {
  readonly by: Suppression;
  readonly name: Written;
}

/**
 * Which comment silences a finding, if any: the first whose range for its rule the finding starts in.
 * What only reaches into a range was not meant by who wrote the comment below its beginning.
 * @returns a function, so that the ranges are sorted once for all findings of a page
 */
export function silencingOf(
  suppressions: readonly Suppression[],
): (finding: Placed) => Silencing | undefined {
  const silent = silentRanges(suppressions);
  return ({ rule, span }) => {
    const ranges = silent.get(rule) ?? [];
    const at = ranges[firstAtLeast(ranges, span.start, ({ end }) => end - 1)];
    return at !== undefined && at.start <= span.start ? at : undefined;
  };
}

type Silent = Span & Silencing;

/** Where each rule is silent, as ranges in order that do not overlap: comments may repeat each other. */
function silentRanges(
  suppressions: readonly Suppression[],
): ReadonlyMap<string, readonly Silent[]> {
  const ranges = new Map<string, Silent[]>();
  const sorted = [...suppressions].sort((a, b) => a.range.start - b.range.start);
  for (const by of sorted) {
    if (by.form === 'enable') continue;
    // What is found at the very end of a file is found in it.
    const end = by.form === 'file' ? Number.POSITIVE_INFINITY : by.range.end;
    for (const name of by.rules) {
      const last = ranges.get(name.text)?.at(-1);
      const start = Math.max(by.range.start, last?.end ?? 0);
      if (start >= end) continue;
      addToGroup(ranges, name.text, { start, end, by, name });
    }
  }
  return ranges;
}

/**
 * Which comment silences the first finding of a rule in a range, if there is one.
 * @returns a function; nothing is put in order until it is asked
 */
export function firstSilenced(
  findings: readonly Placed[],
  silencing: (finding: Placed) => Silencing | undefined,
): (rule: string, range: Span) => Suppression | undefined {
  let byRule: Map<string, Placed[]> | undefined;
  return (rule, range) => {
    byRule ??= inOrder(findings);
    const placed = byRule.get(rule) ?? [];
    const first = placed[firstAtLeast(placed, range.start, ({ span }) => span.start)];
    const isInside = first !== undefined && first.span.start < range.end;
    return isInside ? silencing(first)?.by : undefined;
  };
}

function inOrder(findings: readonly Placed[]): Map<string, Placed[]> {
  const byRule = groupBy(findings, ({ rule }) => rule);
  for (const list of byRule.values()) list.sort((a, b) => a.span.start - b.span.start);
  return byRule;
}
