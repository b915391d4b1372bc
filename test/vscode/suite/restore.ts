// Each test finds the samples as they are in the repository, whatever the one before it did to them.
import * as vscode from 'vscode';
import { sampleFolder } from './support.js';

/** path below the samples -> bytes */
let remembered: ReadonlyMap<string, Uint8Array> = new Map();

export async function rememberSamples(): Promise<void> {
  remembered = await readAll();
}

/** Drops unsaved changes, closes what is open, puts every file of the samples back. */
export async function restoreSamples(): Promise<void> {
  // A test that failed may have left a question open.
  await vscode.commands.executeCommand('workbench.action.closeQuickOpen');
  await dropChanges();
  await vscode.commands.executeCommand('workbench.action.closeAllEditors');
  const found = await readAll();
  for (const path of found.keys()) if (!remembered.has(path)) await remove(path);
  for (const [path, bytes] of remembered)
    if (!same(bytes, found.get(path))) await vscode.workspace.fs.writeFile(uriOf(path), bytes);
}

async function dropChanges(): Promise<void> {
  const changed = vscode.workspace.textDocuments.filter(({ isDirty }) => isDirty);
  for (const document of changed) {
    await vscode.window.showTextDocument(document);
    await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
  }
}

async function readAll(): Promise<Map<string, Uint8Array>> {
  const paths = await pathsBelow('');
  const entries = paths.map(
    async (path) => [path, await vscode.workspace.fs.readFile(uriOf(path))] as const,
  );
  return new Map(await Promise.all(entries));
}

async function pathsBelow(folder: string): Promise<readonly string[]> {
  const entries = await vscode.workspace.fs.readDirectory(uriOf(folder));
  const paths = entries.map(async ([name, type]) => {
    const path = folder === '' ? name : `${folder}/${name}`;
    return type === vscode.FileType.Directory ? pathsBelow(path) : [path];
  });
  return (await Promise.all(paths)).flat();
}

/** As an editor does it: else VS Code keeps the text of a file that a test has opened for minutes. */
async function remove(path: string): Promise<void> {
  const edit = new vscode.WorkspaceEdit();
  edit.deleteFile(uriOf(path), { ignoreIfNotExists: true });
  await vscode.workspace.applyEdit(edit);
}

function uriOf(path: string): vscode.Uri {
  return vscode.Uri.joinPath(sampleFolder(), path);
}

function same(a: Uint8Array, b: Uint8Array | undefined): boolean {
  return a.length === b?.length && a.every((byte, index) => byte === b[index]);
}
