import { Disposable, type TextDocument, type TextDocumentChangeEvent, workspace } from 'vscode';
import { containsTag } from './contains-tag.js';

const WORKSPACE_FILES =
  '{**/rapporteur.yaml,**/registry.yaml,**/*.registry.yaml,**/registry/**/*.yaml}';

/**
 * Calls `begin` once, when there is something to do: the workspace has a registry or a configuration,
 * or a Markdown document holds a tag. Until then nothing but this runs.
 */
export function activateWhenNeeded(begin: () => void): Disposable {
  const waiting: Disposable[] = [];
  const stop = (): void => {
    for (const each of waiting.splice(0)) each.dispose();
  };
  let begun = false;
  const once = (): void => {
    if (begun) return;
    begun = true;
    stop();
    begin();
  };
  const look = (document: TextDocument): void => {
    if (document.languageId === 'markdown' && containsTag(document.getText())) once();
  };
  const watcher = workspace.createFileSystemWatcher(WORKSPACE_FILES, false, true, true);
  waiting.push(
    watcher,
    watcher.onDidCreate(once),
    workspace.onDidOpenTextDocument(look),
    workspace.onDidChangeTextDocument((event) => {
      if (event.document.languageId === 'markdown' && containsTag(changedLines(event))) once();
    }),
    workspace.onDidChangeWorkspaceFolders(() => void lookForFiles(once)),
  );
  for (const document of workspace.textDocuments) look(document);
  if (!begun) void lookForFiles(once);
  return new Disposable(stop);
}

async function lookForFiles(found: () => void): Promise<void> {
  if ((workspace.workspaceFolders ?? []).length === 0) return;
  const [first] = await workspace.findFiles(WORKSPACE_FILES, '**/node_modules/**', 1);
  if (first !== undefined) found();
}

/** The whole of the lines that were typed in or pasted, not the whole document at every key. */
function changedLines({ document, contentChanges }: TextDocumentChangeEvent): string {
  const texts = contentChanges.map(({ range, text }) => {
    const lines = text.split('\n').length;
    const first = range.start.line;
    const all = Array.from({ length: lines }, (_, index) => first + index);
    return all
      .filter((line) => line < document.lineCount)
      .map((line) => document.lineAt(line).text);
  });
  return texts.flat().join('\n');
}
