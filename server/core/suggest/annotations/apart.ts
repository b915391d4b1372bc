import { bySpan, contains, overlaps, type Span, SpanIndex } from '../../text/index.js';
import { type Page, tagsIn } from '../../workspace/index.js';
import type { Candidate } from '../engine/candidate.js';
import type { FoundCandidate } from './annotation.js';

/** Words that hold a part of a tag hold all of it. */
export function whole(page: Page, one: FoundCandidate): FoundCandidate {
  if (one.type !== 'commitment') return one;
  let { start, end } = one;
  for (const { form, span } of tagsIn(page, one)) {
    if (form !== 'text' || !overlaps(span, { start, end })) continue;
    start = Math.min(start, span.start);
    end = Math.max(end, span.end);
  }
  return start === one.start && end === one.end ? one : { ...one, start, end };
}

/** A promise takes a name in whole that it crosses. */
export function widened(candidates: readonly FoundCandidate[]): readonly FoundCandidate[] {
  const mentions = new SpanIndex(candidates.filter(({ type }) => type === 'mention'));
  return candidates.map((one): FoundCandidate => {
    if (one.type === 'mention') return one;
    let { start, end } = one;
    for (const name of [...mentions.overlapping(one)].sort(bySpan)) {
      if (!crosses(name, { start, end })) continue;
      start = Math.min(start, name.start);
      end = Math.max(end, name.end);
    }
    return start === one.start && end === one.end ? one : { ...one, start, end };
  });
}

/** Of candidates that cross each other the surer stays. */
export function apart(candidates: readonly FoundCandidate[]): readonly FoundCandidate[] {
  const sorted = [...candidates].sort(
    (a, b) => bySpan(a, b) || Number(a.type === 'mention') - Number(b.type === 'mention'),
  );
  return clustersOf(sorted).flatMap((cluster) =>
    cluster.length === 1 ? cluster : surest(cluster),
  );
}

/** Those that overlap, and that overlap others of them. */
function clustersOf(sorted: readonly FoundCandidate[]): readonly (readonly FoundCandidate[])[] {
  const clusters: FoundCandidate[][] = [];
  let end = Number.NEGATIVE_INFINITY;
  for (const one of sorted) {
    if (one.start < end) clusters.at(-1)?.push(one);
    else clusters.push([one]);
    end = Math.max(end, one.end);
  }
  return clusters;
}

function surest(cluster: readonly FoundCandidate[]): readonly FoundCandidate[] {
  const kept = new Set<FoundCandidate>();
  // Of many that overlap each other only those near each other are compared.
  const all = new SpanIndex(cluster);
  for (const one of [...cluster].sort((a, b) => b.confidence - a.confidence || bySpan(a, b)))
    if (
      !all
        .overlapping(one)
        .some((other) => kept.has(other) && (crosses(other, one) || isSame(other, one)))
    )
      kept.add(one);
  return cluster.filter((one) => kept.has(one));
}

function crosses(a: Span, b: Span): boolean {
  return overlaps(a, b) && !contains(a, b) && !contains(b, a);
}

/** The same words twice: as two kinds of thing, or a promise within a promise of the same words. */
function isSame(a: Candidate, b: Candidate): boolean {
  if (a.type !== b.type) return false;
  if (a.start === b.start && a.end === b.end)
    return (
      a.via === 'description' || a.kind === b.kind || a.via === 'pattern' || b.via === 'pattern'
    );
  return a.type === 'commitment' && overlaps(a, b);
}
