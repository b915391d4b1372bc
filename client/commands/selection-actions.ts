import { l10n, type TextEditor, window } from 'vscode';
import { actionsAt, applyAction, pickAction } from '../code-actions.js';
import type { Server } from '../server.js';

/** What the server offers for the selected words, and what to say when that is nothing. */
export interface ActionRequest {
  /** A code action's kind; those below it count too. */
  readonly kind: string;
  title(editor: TextEditor): string;
  readonly none: string;
}

/** Lets the person choose among what is offered, and does it. */
export async function pickActionForSelection(server: Server, wanted: ActionRequest): Promise<void> {
  const editor = activeEditor();
  if (editor === undefined) return;
  await server.started();
  const found = await actionsAt(editor.document, editor.selection, wanted.kind);
  if (found.length === 0) {
    void window.showInformationMessage(wanted.none);
    return;
  }
  const picked = await pickAction(found, wanted.title(editor));
  if (picked !== undefined) await applyAction(editor, picked);
}

/** The editor that shows a Markdown document; without one, a message says so. */
export function activeEditor(): TextEditor | undefined {
  const editor = window.activeTextEditor;
  if (editor?.document.languageId === 'markdown') return editor;
  void window.showInformationMessage(l10n.t('Open a brief first: this works on Markdown text.'));
  return undefined;
}
