import {
  l10n,
  type Position,
  SnippetString,
  type TextDocument,
  type TextEditor,
  window,
} from 'vscode';
import { type CommitmentItem, REQUESTS } from '../../server/lsp/protocol.js';
import { actionsAt, applyAction } from '../code-actions.js';
import { updateSnippet } from '../update-snippet.js';
import { activeEditor } from './active-editor.js';
import type { Command } from './command.js';
import { commitmentPick } from './commitment-pick.js';
import { pickAction } from './pick-action.js';

export const recordUpdate: Command = {
  id: 'recordUpdate',
  title: 'Record Update of a Commitment…',
  summary:
    'Writes down what became of a commitment: of the one at the cursor, or of one you choose, as a line of its own after the paragraph you are in.',
  enablement: 'editorLangId == markdown && !editorReadonly',
  menus: [{ on: 'editor', when: 'editorLangId == markdown && rapporteur.active' }],
  async run({ server }) {
    const editor = activeEditor();
    if (editor === undefined) return;
    await server.ready();
    const { document, selection } = editor;
    const found = await actionsAt(document, selection, 'refactor.rewrite.rapporteur.update');
    if (found.length > 0) {
      const picked = await pickAction(found, l10n.t('Record update'));
      if (picked !== undefined) await applyAction(editor, picked);
      return;
    }
    const client = await server.started();
    const all = await client.sendRequest<readonly CommitmentItem[]>(REQUESTS.commitments);
    const id = await pickCommitment(all);
    if (id !== undefined) await insertUpdate(editor, id);
  },
};

/** The id of the one chosen; one without an id cannot be spoken of elsewhere. */
async function pickCommitment(all: readonly CommitmentItem[]): Promise<string | undefined> {
  const known = all.filter(({ id }) => id !== undefined);
  if (known.length === 0) {
    void window.showInformationMessage(
      l10n.t(
        'No commitment with an id is known yet. Select the words of a promise and make it a commitment first.',
      ),
    );
    return undefined;
  }
  const title = l10n.t('What became of which commitment?');
  const options = { title, placeHolder: title, matchOnDescription: true, matchOnDetail: true };
  return (await window.showQuickPick(known.map(commitmentPick), options))?.item.id;
}

async function insertUpdate(editor: TextEditor, id: string): Promise<void> {
  const at = endOfParagraph(editor.document, editor.selection.active);
  const day = new Date().toLocaleDateString('sv-SE');
  const before = editor.document.lineAt(at.line).isEmptyOrWhitespace ? '\n' : '\n\n';
  await editor.insertSnippet(new SnippetString(`${before}${updateSnippet(id, day)}\n`), at);
}

/** A record stands alone on its line, so it goes behind the last line of the paragraph. */
function endOfParagraph(document: TextDocument, { line }: Position): Position {
  let last = line;
  while (last + 1 < document.lineCount && !document.lineAt(last + 1).isEmptyOrWhitespace) last += 1;
  return document.lineAt(last).range.end;
}
