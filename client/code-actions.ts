import {
  type CodeAction,
  commands,
  Range,
  Selection,
  type TextDocument,
  type TextEditor,
  type Uri,
  type WorkspaceEdit,
  window,
  workspace,
} from 'vscode';
import type { CodeActionParams, CodeAction as SentAction } from 'vscode-languageclient';
import { cursorAfter } from './cursor-after-edits.js';
import type { Server } from './server.js';

/**
 * The server's code actions of a kind and its sub-kinds, with their edits. The server itself is asked: VS Code drops what it
 * asks for when another extension begins to offer actions, as in the first seconds of a window.
 */
export async function actionsAt(
  server: Server,
  document: TextDocument,
  range: Range,
  kind: string,
): Promise<readonly CodeAction[]> {
  // Before all is read, a known name looks like a new one.
  await server.ready();
  const client = await server.started();
  const { code2ProtocolConverter: sent, protocol2CodeConverter: received } = client;
  const params: CodeActionParams = {
    textDocument: sent.asTextDocumentIdentifier(document),
    range: sent.asRange(range),
    context: { diagnostics: [], only: [kind], triggerKind: ASKED },
  };
  const found = await client.sendRequest<readonly SentAction[] | null>(
    'textDocument/codeAction',
    params,
  );
  return Promise.all(
    (found ?? []).slice(0, MAX_RESOLVED).map(async (action) => {
      const whole =
        action.data === undefined
          ? action
          : await client.sendRequest<SentAction>('codeAction/resolve', action);
      return received.asCodeAction(whole);
    }),
  );
}

/** By a person, as the protocol says it. */
const ASKED = 1;

/** How many get their edits at once: more than there are kinds. */
const MAX_RESOLVED = 60;

/** Makes an action's changes, and puts the cursor where the writing goes on. `false`: they were refused. */
export async function applyAction(
  editor: TextEditor,
  { edit, command }: CodeAction,
): Promise<boolean> {
  if (edit !== undefined) {
    const before = edit.get(editor.document.uri).map((one) => ({
      start: editor.document.offsetAt(one.range.start),
      end: editor.document.offsetAt(one.range.end),
      text: one.newText,
    }));
    if (!(await workspace.applyEdit(edit))) return false;
    const cursor = cursorAfter(before);
    if (cursor !== undefined) await moveTo(editor.document, cursor);
    else await showElsewhere(edit, editor.document.uri);
  }
  if (command !== undefined)
    await commands.executeCommand(command.command, ...(command.arguments ?? []));
  return true;
}

async function moveTo(document: TextDocument, offset: number): Promise<void> {
  const editor = await window.showTextDocument(document);
  const at = document.positionAt(offset);
  editor.selection = new Selection(at, at);
  editor.revealRange(new Range(at, at));
}

/** A change in another file would wait there unseen and unsaved. */
async function showElsewhere(edit: WorkspaceEdit, here: Uri): Promise<void> {
  const [uri, edits] = edit.entries().find(([each]) => each.toString() !== here.toString()) ?? [];
  const last = edits?.toSorted((a, b) => a.range.start.compareTo(b.range.start)).at(-1);
  if (uri === undefined || last === undefined) return;
  const document = await workspace.openTextDocument(uri);
  // All edits before the last only shift it by their own lengths, and here there is one.
  const end = last.newText.trimEnd().length;
  const from = document.offsetAt(last.range.start);
  await moveTo(document, from + end);
}

/** Lets a person choose among code actions; one alone needs no choosing. */
export async function pickAction(
  actions: readonly CodeAction[],
  title: string,
): Promise<CodeAction | undefined> {
  const enabled = actions.filter(({ disabled }) => disabled === undefined);
  if (enabled.length === 1) return enabled[0];
  const items = enabled.map((action) => ({ label: action.title, action }));
  const picked = await window.showQuickPick(items, { title });
  return picked?.action;
}
