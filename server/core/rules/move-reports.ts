import { type Span, shift } from '../text/index.js';
import type { Report } from './rule.js';

/** What was written anew. */
export interface Edit extends Span {
  /** Where what stood there before ended, in the text before. */
  readonly endBefore: number;
  readonly page: string;
}

/** A report whose places have moved with the text; `undefined` if one of them was edited itself. */
export function moveReport(report: Report, edit: Edit): Report | undefined {
  const { related, fixes } = report;
  const span = moveSpan(report.span, edit);
  if (span === undefined) return undefined;
  const movedRelated = related && moveAll(related, (place) => movePlace(place, edit));
  const movedFixes =
    fixes &&
    moveAll(fixes, (fix) => {
      const edits = moveAll(fix.edits, (each) => movePlace(each, edit));
      if (edits === undefined) return undefined;
      return edits === fix.edits ? fix : { ...fix, edits };
    });
  if ((related && !movedRelated) || (fixes && !movedFixes)) return undefined;
  if (span === report.span && movedRelated === related && movedFixes === fixes) return report;
  const { rule, severity, page, message } = report;
  // Field by field: of 100,000 findings a copy by `...` would be seen.
  if (movedRelated === undefined && movedFixes === undefined)
    return { span, message, rule, severity, page };
  return {
    ...report,
    span,
    ...(movedRelated && { related: movedRelated }),
    ...(movedFixes && { fixes: movedFixes }),
  };
}

/** The same list if nothing in it moved; `undefined` if something in it cannot be moved. */
function moveAll<T>(
  items: readonly T[],
  move: (item: T) => T | undefined,
): readonly T[] | undefined {
  let moved: T[] | undefined;
  for (const [index, item] of items.entries()) {
    const to = move(item);
    if (to === undefined) return undefined;
    if (to !== item) moved ??= items.slice(0, index);
    moved?.push(to);
  }
  return moved ?? items;
}

function movePlace<T extends { readonly page: string; readonly span: Span }>(
  place: T,
  edit: Edit,
): T | undefined {
  if (place.page !== edit.page) return place;
  const span = moveSpan(place.span, edit);
  return span === place.span ? place : span && { ...place, span };
}

function moveSpan(span: Span, { start, end, endBefore }: Edit): Span | undefined {
  if (span.end <= start && span.start < start) return span;
  if (span.start < endBefore || span.start < start) return undefined;
  return end === endBefore ? span : shift(span, end - endBefore);
}
