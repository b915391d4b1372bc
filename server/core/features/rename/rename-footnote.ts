import type { FootnoteFact } from '../../brief/index.js';
import type { Page } from '../../workspace/index.js';
import { footnoteName } from '../navigation/definition.js';
import { type RenameRefused, type Renaming, refuse, withoutConfirmation } from './rename-model.js';

/** A footnote's mark wherever it stands in its page, and its definition. */
export function renameFootnote(
  page: Page,
  { label }: FootnoteFact,
  to: string,
): Renaming | RenameRefused {
  const { footnotes } = page.facts;
  const old = footnoteName(label.text);
  const wanted = footnoteName(to);
  if (!/^[^\s[\]\\^`]+$/u.test(to)) {
    return refuse('The name of a footnote is one word or number, without spaces and brackets.');
  }
  if (wanted !== old && footnotes.some((each) => footnoteName(each.label.text) === wanted)) {
    return refuse(`There is already a footnote '${to}' on this page. Choose another name.`);
  }
  const edits = footnotes
    .filter((each) => footnoteName(each.label.text) === old)
    .map((each) => ({ page: page.id, span: each.label.span, text: to }));
  return withoutConfirmation(`Rename footnote '${label.text}' to '${to}'`, edits);
}
