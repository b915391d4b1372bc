import {
  CodeAction,
  type Command,
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
import { cursorAfter } from './cursor-after-edits.js';

/** The server's code actions of a kind and its sub-kinds, with their edits. */
export async function actionsAt(
  document: TextDocument,
  range: Range,
  kind: string,
): Promise<readonly CodeAction[]> {
  const found = await commands.executeCommand<readonly (CodeAction | Command)[] | undefined>(
    'vscode.executeCodeActionProvider',
    document.uri,
    range,
    kind,
    MAX_RESOLVED,
  );
  return (found ?? []).filter((each): each is CodeAction => isAction(each, kind));
}

/** How many get their edits at once: more than there are kinds. */
const MAX_RESOLVED = 60;

function isAction(each: CodeAction | Command, kind: string): each is CodeAction {
  const own = each instanceof CodeAction ? each.kind?.value : undefined;
  return own === kind || own?.startsWith(`${kind}.`) === true;
}

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
