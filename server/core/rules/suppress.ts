import type { Suppression } from '../brief/index.js';
import type { Span } from '../text/index.js';

interface Placed {
  readonly rule: string;
  readonly span: Span;
}

/**
 * Which comment silences a finding, if any: the first whose range for its rule the finding starts in.
 * @returns a function, so that the ranges are sorted once for all findings of a page
 */
export function suppressionOf(
  suppressions: readonly Suppression[],
): (finding: Placed) => Suppression | undefined {
  const silent = silentRanges(suppressions);
  return ({ rule, span }) => {
    const ranges = silent.get(rule) ?? [];
    const at = ranges[firstAtLeast(ranges, span.start, ({ end }) => end - 1)];
    return at !== undefined && at.start <= span.start ? at.by : undefined;
  };
}

interface Silent extends Span {
  readonly by: Suppression;
}

/** Where each rule is silent, as ranges in order that do not overlap: comments may repeat each other. */
function silentRanges(
  suppressions: readonly Suppression[],
): ReadonlyMap<string, readonly Silent[]> {
  const ranges = new Map<string, Silent[]>();
  const sorted = [...suppressions].sort((a, b) => a.range.start - b.range.start);
  for (const by of sorted) {
    if (by.form === 'enable') continue;
    for (const { text } of by.rules) {
      const known = ranges.get(text);
      const start = Math.max(by.range.start, known?.at(-1)?.end ?? 0);
      if (start >= by.range.end) continue;
      const next = { start, end: by.range.end, by };
      if (known === undefined) ranges.set(text, [next]);
      else known.push(next);
    }
  }
  return ranges;
}

/** Whether a comment silences anything: whether a finding of the rule starts in its range. */
export function suppressesAny(
  findings: ReadonlyMap<string, readonly number[]>,
  rule: string,
  range: Span,
): boolean {
  const starts = findings.get(rule) ?? [];
  const first = starts[firstAtLeast(starts, range.start, (start) => start)];
  return first !== undefined && first < range.end;
}

/** Where the findings of each rule start, in order. */
export function startsByRule(findings: readonly Placed[]): ReadonlyMap<string, readonly number[]> {
  const starts = new Map<string, number[]>();
  for (const { rule, span } of findings) {
    const known = starts.get(rule);
    if (known === undefined) starts.set(rule, [span.start]);
    else known.push(span.start);
  }
  for (const list of starts.values()) list.sort((a, b) => a - b);
  return starts;
}

/** The index of the first item whose key is at least `wanted`; keys ascend. */
function firstAtLeast<T>(items: readonly T[], wanted: number, key: (item: T) => number): number {
  let low = 0;
  let high = items.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    const item = items[middle];
    if (item !== undefined && key(item) < wanted) low = middle + 1;
    else high = middle;
  }
  return low;
}
