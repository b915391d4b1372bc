import { type DecorationOptions, Disposable, ThemeColor, window } from 'vscode';
import type { Review } from './review.js';

/** Marks in the editor what a review is about: a faint line under each suggestion, and the one that is looked at. */
export function showHighlights(review: Review): Disposable {
  const line = { borderWidth: '0 0 1px 0', borderColor: new ThemeColor('rapporteur.suggestion') };
  const open = window.createTextEditorDecorationType({ ...line, borderStyle: 'dotted' });
  const accepted = window.createTextEditorDecorationType({ ...line, borderStyle: 'solid' });
  const current = window.createTextEditorDecorationType({
    backgroundColor: new ThemeColor('rapporteur.suggestionBackground'),
    outline: '1px solid transparent',
    outlineColor: new ThemeColor('rapporteur.suggestionBorder'),
  });
  const draw = (): void => {
    for (const editor of window.visibleTextEditors) {
      const isOurs = editor.document === review.document;
      const items = isOurs ? review.items.filter((item) => !review.isSkipped(item)) : [];
      const at = (some: typeof items): DecorationOptions[] =>
        some.map((item) => ({ range: review.rangeOf(item) }));
      editor.setDecorations(open, at(items.filter((item) => !review.isAccepted(item))));
      editor.setDecorations(accepted, at(items.filter((item) => review.isAccepted(item))));
      const { current: one } = review;
      editor.setDecorations(current, isOurs && one !== undefined ? at([one]) : []);
    }
  };
  return Disposable.from(
    open,
    accepted,
    current,
    review.onChange(draw),
    window.onDidChangeVisibleTextEditors(draw),
  );
}
