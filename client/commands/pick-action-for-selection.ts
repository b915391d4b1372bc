import { type TextEditor, window } from 'vscode';
import { actionsAt, applyAction } from '../code-actions.js';
import type { Server } from '../server.js';
import { activeEditor } from './active-editor.js';
import { pickAction } from './pick-action.js';

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
