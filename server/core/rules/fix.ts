import { applyEdits, type Span, type TextEdit } from '../text/index.js';
import type { Fix, Report } from './rule.js';

/**
 * The text of a page after the certain fixes of its reports. A fix that reaches into another page, or
 * touches what an earlier one changes, waits for the next round: half of a correction is worse than none.
 */
export function applyFixes(reports: readonly Report[], page: string, text: string): string {
  return applyEdits(text, fixEdits(reports, page));
}

/** As {@link applyFixes}, the edits themselves; they do not overlap. */
export function fixEdits(reports: readonly Report[], page: string): readonly TextEdit[] {
  const edits: TextEdit[] = [];
  let end = -1;
  for (const { fix, extent } of certainFixes(reports, page)) {
    if (extent.start <= end) continue;
    edits.push(...fix.edits);
    end = extent.end;
  }
  return edits;
}

interface PlacedFix {
  readonly fix: Fix;
  readonly extent: Span;
}

function certainFixes(reports: readonly Report[], page: string): readonly PlacedFix[] {
  const fixes = reports
    .flatMap(({ fixes = [] }) => fixes.find((fix) => fix.certain) ?? [])
    .filter(({ edits }) => edits.length > 0 && edits.every((edit) => edit.page === page));
  return fixes
    .map((fix) => ({ fix, extent: extentOf(fix) }))
    .sort((a, b) => a.extent.start - b.extent.start || a.extent.end - b.extent.end);
}

/** From its first edit to its last: what lies between belongs to the same correction. */
function extentOf({ edits }: Fix): Span {
  return edits.reduce(
    (extent, { span }) => ({
      start: Math.min(extent.start, span.start),
      end: Math.max(extent.end, span.end),
    }),
    { start: Number.POSITIVE_INFINITY, end: 0 },
  );
}
