import { fixEdits, lint, type PageEdit, type Report } from '../../rules/index.js';
import { applyEdits, type TextEdit } from '../../text/index.js';
import { applyChanges, type Page, type Workspace } from '../../workspace/index.js';
import { type CodeAction, FIX_ALL_KIND } from './code-action.js';
import { applyToPieces, editsOf, type TextPiece, wholeText } from './merge-edits.js';

/** Every certain fix of the page at once, as often as one makes another possible. */
export const fixAll: CodeAction = {
  name: 'fix-all',
  kinds: [FIX_ALL_KIND],
  *offer({ workspace, page, all, trigger, only }) {
    // An editor that looks by itself asks for sources of change by name.
    if (trigger === 'unasked' && only === undefined) return;
    const reports = all();
    if (!reports.some(({ fixes }) => fixes?.some(({ certain }) => certain))) return;
    yield {
      title: 'Fix everything that is certain',
      kind: FIX_ALL_KIND,
      edits: () => allFixes(workspace, page, reports),
    };
  },
};

/** A fix may be in the way of another; more rounds than this no text needs. */
const ROUNDS = 20;

function allFixes(
  workspace: Workspace,
  page: Page,
  reports: readonly Report[],
): readonly PageEdit[] {
  let pieces: readonly TextPiece[] = wholeText(page.text);
  let now = workspace;
  let { text } = page;
  let found = reports;
  for (let round = 0; round < ROUNDS; round += 1) {
    const edits: readonly TextEdit[] = fixEdits(found, page.id);
    if (edits.length === 0) break;
    pieces = applyToPieces(pieces, edits);
    text = applyEdits(text, edits);
    now = applyChanges(now, [{ type: 'text', id: page.id, text }]);
    found = lint(now, page.id);
  }
  return editsOf(page.text, pieces).map((edit) => ({ ...edit, page: page.id }));
}
