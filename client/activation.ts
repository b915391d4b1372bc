import { Disposable, type TextDocument, type TextDocumentChangeEvent, workspace } from 'vscode';
import { KIND_NAMES, WORKSPACE_FILES } from './core-words.js';

const WANTED = `{${WORKSPACE_FILES.join(',')}}`;

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
  const watcher = workspace.createFileSystemWatcher(WANTED, false, true, true);
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
  const [first] = await workspace.findFiles(WANTED, '**/node_modules/**', 1);
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

/**
 * Whether a text looks as if it held a tag of a built-in kind. Asked of every Markdown document before
 * the server runs, so it is quick and rather says yes: the server knows better, and then keeps quiet.
 * A workspace with kinds of its own has a configuration, which is reason enough.
 */
export function containsTag(text: string): boolean {
  return text.includes(':') && TAG.test(text);
}

const KINDS = KIND_NAMES.join('|');
/** `:person[` in a text, or a line that begins a record or a block. */
const TAG = new RegExp(
  `(?<![A-Za-z0-9:]|(?<!\\\\)\\\\):(?:${KINDS})\\[|^[ \\t>*+\\d.)-]*:{2,} ?(?:${KINDS})(?![\\w-])`,
  'm',
);
