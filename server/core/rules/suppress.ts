import type { Suppression } from '../brief/index.js';
import type { Span } from '../text/index.js';

interface Placed {
  readonly rule: string;
  readonly span: Span;
}

/** The findings that no comment silences: those that start in no range given for their rule. */
export function unsuppressed<T extends Placed>(
  findings: readonly T[],
  suppressions: readonly Suppression[],
): readonly T[] {
  if (suppressions.length === 0) return findings;
  const silent = silentRanges(suppressions);
  return findings.filter(({ rule, span }) => !covers(silent.get(rule) ?? [], span.start));
}

/** Where each rule is silent, as ranges in order that do not touch: comments may repeat each other. */
function silentRanges(suppressions: readonly Suppression[]): ReadonlyMap<string, readonly Span[]> {
  const ranges = new Map<string, Span[]>();
  const sorted = [...suppressions].sort((a, b) => a.range.start - b.range.start);
  for (const { form, rules, range } of sorted) {
    if (form === 'enable') continue;
    for (const { text } of rules) {
      const known = ranges.get(text) ?? [];
      ranges.set(text, joined(known, range));
    }
  }
  return ranges;
}

function joined(ranges: Span[], next: Span): Span[] {
  const last = ranges.at(-1);
  if (last === undefined || last.end < next.start) ranges.push(next);
  else ranges[ranges.length - 1] = { start: last.start, end: Math.max(last.end, next.end) };
  return ranges;
}

function covers(ranges: readonly Span[], offset: number): boolean {
  const at = firstAtLeast(ranges, offset, ({ end }) => end - 1);
  return (ranges[at]?.start ?? Number.POSITIVE_INFINITY) <= offset;
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
