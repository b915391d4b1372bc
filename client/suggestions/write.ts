import { WorkspaceEdit, workspace } from 'vscode';
import type { BaseLanguageClient, WorkspaceEdit as SentEdit } from 'vscode-languageclient';

/**
 * Makes the changes to a brief and its registries as one that one undo takes back. VS Code takes nothing back where a file was
 * made along with it, or is not open: so a new registry is there, empty, before it is written to.
 */
export async function writeAsOne(client: BaseLanguageClient, sent: SentEdit): Promise<boolean> {
  const { protocol2CodeConverter: converter } = client;
  for (const change of sent.documentChanges ?? []) {
    if (!('kind' in change) || change.kind !== 'create') continue;
    const made = new WorkspaceEdit();
    made.createFile(converter.asUri(change.uri), { ignoreIfExists: true });
    await workspace.applyEdit(made);
  }
  const all = await converter.asWorkspaceEdit(sent);
  const texts = new WorkspaceEdit();
  for (const [uri, edits] of all.entries()) {
    await workspace.openTextDocument(uri);
    texts.set(uri, edits);
  }
  // As a rename, so that a registry that is not shown is saved.
  return workspace.applyEdit(texts, { isRefactoring: true });
}
