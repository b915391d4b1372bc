import { bySpan, type TextEdit } from '../../text/index.js';
import type { Annotation } from './annotation.js';

/**
 * The edits that put several of them in at once: where two begin together the outer comes first, where two end
 * together the inner.
 */
export function annotationEdits(annotations: readonly Annotation[]): readonly TextEdit[] {
  const sorted = [...annotations].sort((a, b) => bySpan(a.span, b.span));
  const edits: { edit: TextEdit; order: number }[] = [];
  const escapes = new Set<number>();
  for (const [index, { edits: own, span }] of sorted.entries())
    for (const edit of own) {
      const isOpen = edit === own[0];
      const isClose = edit === own.at(-1);
      if (!isOpen && !isClose) {
        if (escapes.has(edit.span.start)) continue;
        escapes.add(edit.span.start);
      }
      // What closes comes before what opens; of what closes the inner, which began later.
      edits.push({
        edit,
        order: isOpen ? 1e9 + index : isClose ? -index - (span.start === span.end ? 0 : 1) : 2e9,
      });
    }
  return edits
    .sort((a, b) => a.edit.span.start - b.edit.span.start || a.order - b.order)
    .map(({ edit }) => edit);
}
