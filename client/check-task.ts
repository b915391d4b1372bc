import {
  CancellationTokenSource,
  CustomExecution,
  type Disposable,
  EventEmitter,
  l10n,
  type Pseudoterminal,
  ShellExecution,
  Task,
  type TaskDefinition,
  tasks,
  type Uri,
  type WorkspaceFolder,
  workspace,
} from 'vscode';
import { compactLine, severityWord } from './compact-line.js';
import { allFindings, type FileFindings, findingsSummary } from './findings.js';
import type { Server } from './server.js';

const TYPE = 'rapporteur';

/**
 * The task `rapporteur: check`, one for each folder. Unless a command is set, the check is that of the
 * running server: the same rules, with nothing to install, in a browser as well.
 */
export function provideCheckTask(server: Server): Disposable {
  return tasks.registerTaskProvider(TYPE, {
    provideTasks: () =>
      (workspace.workspaceFolders ?? []).map((folder) =>
        taskOf({ type: TYPE, task: 'check' }, folder, server),
      ),
    resolveTask: ({ definition, scope }) => {
      const folder = typeof scope === 'object' ? scope : workspace.workspaceFolders?.[0];
      return folder && taskOf(definition, folder, server);
    },
  });
}

function taskOf(definition: TaskDefinition, folder: WorkspaceFolder, server: Server): Task {
  const command = workspace.getConfiguration('rapporteur', folder).get('check.command', '').trim();
  // A folder that is not on a disk, or a browser, has no shell to run it in.
  const execution =
    command === '' || folder.uri.scheme !== 'file'
      ? new CustomExecution(async () => terminalOf(folder, server))
      : new ShellExecution(command, { cwd: folder.uri.fsPath });
  const task = new Task(definition, folder, 'check', TYPE, execution, '$rapporteur');
  task.detail = l10n.t('Check the briefs of this folder');
  return task;
}

function terminalOf(folder: WorkspaceFolder, server: Server): Pseudoterminal {
  const writing = new EventEmitter<string>();
  const closing = new EventEmitter<number>();
  const cancel = new CancellationTokenSource();
  const line = (text: string): void => writing.fire(`${text}\r\n`);
  const check = async (): Promise<void> => {
    try {
      line(l10n.t('Checking {0}', folder.name));
      const all = await allFindings(await server.started(), cancel.token);
      const files = all.files.filter(({ uri }) => isIn(folder, uri));
      for (const text of linesOf(files)) line(text);
      line(findingsSummary({ ...all, files }));
      await new Promise((resolve) => setTimeout(resolve, SETTLING_MS));
      closing.fire(hasError(files) ? 1 : 0);
    } catch (error) {
      line(error instanceof Error ? error.message : String(error));
      closing.fire(2);
    }
  };
  return {
    onDidWrite: writing.event,
    onDidClose: closing.event,
    open: () => void check(),
    close: () => cancel.cancel(),
  };
}

/** VS Code reads the lines a little after they are written, and none after the end. */
const SETTLING_MS = 300;

function isIn(folder: WorkspaceFolder, uri: Uri): boolean {
  return workspace.getWorkspaceFolder(uri)?.index === folder.index;
}

function linesOf(files: readonly FileFindings[]): readonly string[] {
  return files.flatMap(({ uri, findings }) => {
    const path = workspace.asRelativePath(uri, false);
    return findings.map((finding) => compactLine(path, finding));
  });
}

function hasError(files: readonly FileFindings[]): boolean {
  return files.some(({ findings }) =>
    findings.some(({ severity }) => severityWord(severity) === 'error'),
  );
}
