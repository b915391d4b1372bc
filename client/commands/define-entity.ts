import { type CodeAction, type Diagnostic, l10n, languages, type TextEditor, window } from 'vscode';
import { actionsAt, applyAction, pickAction } from '../code-actions.js';
import { didStep } from '../first-steps.js';
import type { Server } from '../server.js';
import type { Command } from './command.js';
import { activeEditor } from './selection-actions.js';

const KIND = 'quickfix.rapporteur.define';

export const defineEntity: Command = {
  id: 'defineEntity',
  title: 'Define Unknown Name…',
  summary:
    'Writes an entry in the registry for the unknown name at the cursor, or lets you choose one of the unknown names of the brief. Creates the registry if there is none.',
  enablement: 'editorLangId == markdown',
  menus: [{ on: 'editor', when: 'editorLangId == markdown && rapporteur.active' }],
  async run({ server }) {
    const editor = activeEditor();
    if (editor === undefined) return;
    const found = await actionsFor(server, editor);
    if (found.length === 0) {
      void window.showInformationMessage(
        l10n.t(
          'All tagged names in this brief are known. To add one, tag its words first (Rapporteur: Tag As…).',
        ),
      );
      return;
    }
    const picked = await pickAction(found, l10n.t('Define in the registry'));
    if (picked !== undefined && (await applyAction(editor, picked))) void didStep('define');
  },
};

/**
 * An unknown name at the cursor; else the words that are selected; else any unknown name of the brief,
 * and the word at the cursor only when there is none.
 */
async function actionsFor(server: Server, editor: TextEditor): Promise<readonly CodeAction[]> {
  const here = await actionsAt(server, editor.document, editor.selection, KIND);
  const unknown = here.filter(({ kind }) => kind?.value === KIND);
  if (unknown.length > 0) return unknown;
  if (!editor.selection.isEmpty && here.length > 0) return here;
  const elsewhere = await actionsOfUnknown(server, editor);
  return elsewhere.length > 0 ? elsewhere : here;
}

/** What can be defined anywhere in the document, each name once. */
async function actionsOfUnknown(
  server: Server,
  { document }: TextEditor,
): Promise<readonly CodeAction[]> {
  const findings = languages.getDiagnostics(document.uri).filter(isUnknown);
  const all = await Promise.all(
    findings.map(({ range }) => actionsAt(server, document, range, KIND)),
  );
  const byTitle = new Map(all.flat().map((action) => [action.title, action]));
  return [...byTitle.values()];
}

const UNKNOWN: ReadonlySet<unknown> = new Set(['unresolved-name', 'unresolved-reference']);

function isUnknown({ code }: Diagnostic): boolean {
  return UNKNOWN.has(typeof code === 'object' ? code.value : code);
}
