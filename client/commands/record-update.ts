import {
  l10n,
  type Position,
  SnippetString,
  type TextDocument,
  type TextEditor,
  window,
  workspace,
} from 'vscode';
import { type CommitmentItem, REQUESTS } from '../../server/lsp/protocol.js';
import { actionsAt, applyAction, pickAction } from '../code-actions.js';
import { STATUSES } from '../core-words.js';
import type { Command } from './command.js';
import { commitmentPick } from './commitment-pick.js';
import { activeEditor } from './selection-actions.js';

export const recordUpdate: Command = {
  id: 'recordUpdate',
  title: 'Record Update of a Commitment…',
  summary:
    'Reports what happened to a commitment: the one at the cursor, or one you choose. The update is a new line after the current paragraph.',
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
  const title = l10n.t('Which commitment do you want to update?');
  const hint = l10n.t('Words, a party, an agreement or a brief');
  const options = { title, placeHolder: hint, matchOnDescription: true, matchOnDetail: true };
  return (await window.showQuickPick(known.map(commitmentPick), options))?.item.id;
}

async function insertUpdate(editor: TextEditor, id: string): Promise<void> {
  const { at, before, after } = placeOfRecord(editor.document, editor.selection.active);
  const words = `${before}${updateSnippet(id, today())}${after}`;
  await editor.insertSnippet(new SnippetString(words), at);
}

interface RecordPlace {
  readonly at: Position;
  /** The line breaks between it and what is above and below. */
  readonly before: string;
  readonly after: string;
}

/** A record is alone on its line: on the empty one here, else behind the paragraph. */
function placeOfRecord(document: TextDocument, { line }: Position): RecordPlace {
  const isEmpty = (at: number): boolean =>
    at < 0 || at >= document.lineCount || document.lineAt(at).isEmptyOrWhitespace;
  if (isEmpty(line)) {
    const before = isEmpty(line - 1) ? '' : '\n';
    return { at: document.lineAt(line).range.end, before, after: isEmpty(line + 1) ? '' : '\n' };
  }
  let last = line;
  while (!isEmpty(last + 1)) last += 1;
  return { at: document.lineAt(last).range.end, before: '\n\n', after: '' };
}

/** The day by which the workspace is judged: YYYY-MM-DD. */
function today(): string {
  const set = workspace.getConfiguration('rapporteur').get('today', '');
  // Swedish writes a date as ISO does, and in the person's own time zone.
  return set === '' ? new Date().toLocaleDateString('sv-SE') : set;
}

/**
 * A snippet of a record of news, in the order in which one thinks of it: what happened, the
 * commitment's status now, since when, who says so.
 * @param id of the commitment
 * @param day YYYY-MM-DD
 */
export function updateSnippet(id: string, day: string): string {
  const statuses = STATUSES.join(',');
  return `::update[\${1}]{of=${id} status=\${2|${statuses}|} on=\${3:${day}} source=\${4}}$0`;
}
