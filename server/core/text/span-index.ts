import type { Span } from './span.js';

const NONE: readonly never[] = [];

/** Spans of a text, asked again and again which of them overlap another: in the time of what is found. */
export class SpanIndex<One extends Span> {
  readonly #spans: readonly One[];
  /** The furthest end of all up to each. */
  readonly #reach: readonly number[];

  constructor(spans: readonly One[]) {
    this.#spans = [...spans].sort((a, b) => a.start - b.start);
    let reach = Number.NEGATIVE_INFINITY;
    this.#reach = this.#spans.map(({ end }) => {
      reach = Math.max(reach, end);
      return reach;
    });
  }

  /** Those that overlap a span; their order says nothing. */
  overlapping({ start, end }: Span): readonly One[] {
    if (this.#spans.length === 0) return NONE;
    const found: One[] = [];
    let low = 0;
    let high = this.#spans.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((this.#spans[middle]?.start ?? 0) < end) low = middle + 1;
      else high = middle;
    }
    for (let at = low - 1; at >= 0 && (this.#reach[at] ?? 0) > start; at -= 1) {
      const one = this.#spans[at];
      if (one !== undefined && one.end > start) found.push(one);
    }
    return found;
  }
}
