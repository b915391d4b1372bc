import { Range, Selection, TextEditorRevealType, window } from 'vscode';
import type { Review } from './review.js';

/** Moves the editor of a review to what is looked at, with its sentence in sight; the focus stays where it is. */
export async function showCurrent(review: Review, focus: 'keep' | 'take' = 'keep'): Promise<void> {
  const { document, current } = review;
  if (document === undefined || current === undefined) return;
  const options = { preserveFocus: focus === 'keep', preview: false };
  const editor =
    window.activeTextEditor?.document === document && focus === 'keep'
      ? window.activeTextEditor
      : await window.showTextDocument(document, options);
  const { start, end } = review.rangeOf(current);
  editor.selection = new Selection(start, end);
  const sentence = review.sentenceOf(current);
  editor.revealRange(
    new Range(sentence.start, end),
    TextEditorRevealType.InCenterIfOutsideViewport,
  );
}
