import { applyEdits, firstAtLeast, type Span, type TextEdit } from '../text/index.js';
import type { PageEdit, Report } from './rule.js';

/**
 * The text of a page after the certain fixes of its reports. A fix that reaches into another page, or
 * touches what an earlier one changes, waits for the next round: half of a correction is worse than none.
 */
export function applyFixes(reports: readonly Report[], page: string, text: string): string {
  return applyEdits(text, fixEdits(reports, page));
}

/** As {@link applyFixes}, the edits themselves; they do not overlap. */
export function fixEdits(reports: readonly Report[], page: string): readonly TextEdit[] {
  const fixes = reports
    .flatMap(({ fixes = [] }) => fixes.find((fix) => fix.certain) ?? [])
    .filter(({ edits }) => edits.every((edit) => edit.page === page));
  return compatibleFixes(fixes).flatMap(({ edits }) => edits);
}

/**
 * The fixes that may be applied together, in order of place: of two that overlap or touch, the first.
 * Each is taken whole, with what lies between its edits, or not at all; the others wait for the next
 * round, when they are found anew if they are still needed.
 */
export function compatibleFixes<Mending extends { readonly edits: readonly PageEdit[] }>(
  fixes: readonly Mending[],
): readonly Mending[] {
  const taken = new Map<string, Span[]>();
  return fixes
    .filter(({ edits }) => edits.length > 0)
    .map((fix) => ({ fix, extents: extentsOf(fix.edits) }))
    .filter(({ extents }) => extents.every(({ overlaps }) => !overlaps))
    .sort((a, b) => byPlace(a.extents[0], b.extents[0]))
    .filter(({ extents }) => takeAll(taken, extents))
    .map(({ fix }) => fix);
}

/** From its first edit in a page to its last: what lies between belongs to the same correction. */
interface Extent extends Span {
  readonly page: string;
  /** Whether its own edits are in each other's way: then nobody can say what is meant. */
  readonly overlaps: boolean;
}

function extentsOf(edits: readonly PageEdit[]): readonly Extent[] {
  const extents = new Map<string, Extent>();
  const sorted = [...edits].sort((a, b) => a.span.start - b.span.start || a.span.end - b.span.end);
  for (const { page, span } of sorted) {
    const before = extents.get(page) ?? { page, ...span, end: span.start, overlaps: false };
    extents.set(page, {
      page,
      start: before.start,
      end: span.end,
      overlaps: before.overlaps || span.start < before.end,
    });
  }
  return [...extents.values()];
}

function byPlace(a: Extent | undefined, b: Extent | undefined): number {
  if (a === undefined || b === undefined) return 0;
  if (a.page !== b.page) return a.page < b.page ? -1 : 1;
  return a.start - b.start || a.end - b.end;
}

function takeAll(taken: Map<string, Span[]>, extents: readonly Extent[]): boolean {
  const places = extents.map((extent) => {
    const spans = taken.get(extent.page) ?? [];
    return { extent, spans, at: placeIn(spans, extent) };
  });
  if (places.some(({ at }) => at === undefined)) return false;
  for (const { extent, spans, at } of places) {
    spans.splice(at ?? 0, 0, extent);
    taken.set(extent.page, spans);
  }
  return true;
}

/** Where it would stand among spans in order; `undefined` where it touches one of them. */
function placeIn(spans: readonly Span[], { start, end }: Span): number | undefined {
  const at = firstAtLeast(spans, start, (span) => span.end);
  const next = spans[at];
  return next !== undefined && next.start <= end ? undefined : at;
}
