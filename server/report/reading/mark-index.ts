import { firstAtLeast } from '../../core/index.js';
import type { ReportMention } from '../frame/report-view.js';

/** Which mentions each place of the plain text of a brief belongs to. */
export interface MarkIndex {
  /** Of a character; the outer before the inner. */
  at(offset: number): readonly number[];
  /** Where that changes, between two places, in order. */
  edgesIn(start: number, end: number): readonly number[];
}

/** So many marks in one another are told apart. */
const MOST_NESTED = 16;

export function markIndex(mentions: readonly ReportMention[]): MarkIndex {
  const edges = [...new Set(mentions.flatMap(({ plain }) => [plain.start, plain.end]))].sort(
    (a, b) => a - b,
  );
  const marks = innermost(mentions, edges);
  return {
    at(offset) {
      const index = firstAtLeast(edges, offset + 1, (edge) => edge) - 1;
      const chain: number[] = [];
      for (let at = marks[index]; at !== undefined && chain.length < MOST_NESTED; )
        at = mentions[chain[chain.push(at) - 1] ?? 0]?.parent;
      return chain.reverse();
    },
    edgesIn(start, end) {
      const first = firstAtLeast(edges, start + 1, (edge) => edge);
      const last = firstAtLeast(edges, end, (edge) => edge);
      return edges.slice(first, last);
    },
  };
}

/** Of each stretch between two edges. Mentions come in the order of the text, the outer before the inner. */
function innermost(
  mentions: readonly ReportMention[],
  edges: readonly number[],
): readonly (number | undefined)[] {
  const open: number[] = [];
  let next = 0;
  return edges.map((edge) => {
    while (open.length > 0 && endOf(mentions, open.at(-1)) <= edge) open.pop();
    for (; (mentions[next]?.plain.start ?? Number.POSITIVE_INFINITY) <= edge; next += 1)
      if (endOf(mentions, next) > edge) open.push(next);
    return open.at(-1);
  });
}

function endOf(mentions: readonly ReportMention[], index: number | undefined): number {
  return (index === undefined ? undefined : mentions[index]?.plain.end) ?? 0;
}
