// The extension's own commands, its task and its keys, as a person uses them.
import assert from 'node:assert/strict';
import { host } from 'rapporteur:run';
import * as vscode from 'vscode';
import {
  EXTENSION,
  eventually,
  execute,
  finding,
  findings,
  hoverWords,
  moveTo,
  openSample,
  position,
  range,
  readSample,
  sampleUri,
  writeSample,
} from './support.js';

const FOLDER = 'us-india-defense';
const BRIEF = `${FOLDER}/briefs/2025-10-31-framework.md`;
const PLAIN = `---
title: A note
date: 2025-11-02
source: in-mod-2025-10-31
---

Pete Hegseth spoke in Kuala Lumpur.

India will open the two new lines by December 2026.
`;

/** A brief of no tags, opened, with these words selected. */
async function noteWith(words: string, text = PLAIN): Promise<vscode.TextEditor> {
  await writeSample(`${FOLDER}/briefs/note.md`, text);
  const document = await openSample(`${FOLDER}/briefs/note.md`);
  const editor = vscode.window.activeTextEditor;
  assert(editor);
  const { start, end } = range(document, words);
  editor.selection = new vscode.Selection(start, end);
  return editor;
}

/**
 * Runs a command that asks, and takes the first answer until it is done. A list that is not there yet
 * takes nothing.
 */
async function runAndAccept(command: string, ...values: unknown[]): Promise<void> {
  let done = false;
  const running = execute(command, ...values).then(() => {
    done = true;
  });
  await eventually(async () => {
    await execute('workbench.action.acceptSelectedQuickOpenItem');
    assert(done, `${command} is not done`);
  });
  await running;
}

/** The text with the cursor drawn in. */
function withCursor({ document, selection }: vscode.TextEditor): string {
  const text = document.getText();
  const at = document.offsetAt(selection.active);
  return `${text.slice(0, at)}‸${text.slice(at)}`;
}

suite('commands', () => {
  test('all that the manifest names are there', async () => {
    const manifest = vscode.extensions.getExtension(EXTENSION)?.packageJSON;
    const named = manifest.contributes.commands.map(({ command }: { command: string }) => command);
    assert.ok(named.length >= 10);
    await openSample(BRIEF);
    await eventually(async () => {
      const known = new Set(await vscode.commands.getCommands(true));
      assert.deepEqual(
        named.filter((command: string) => !known.has(command)),
        [],
      );
    });
  });

  test('Tag As tags the selected words, and the cursor goes behind them', async () => {
    const editor = await noteWith('Pete Hegseth');
    await runAndAccept('rapporteur.tagAs');
    await eventually(() => {
      const active = vscode.window.activeTextEditor;
      assert(active);
      assert.match(withCursor(active), /:[a-z]+\[Pete Hegseth\](?:\{[^}]*\})?‸ spoke/);
    });
    assert.equal(editor.document.isDirty, true);
  });

  test('Change Commitment asks for the terms as they are, and all that is agreed to is left', async () => {
    const text = PLAIN.replace(
      'will open the two new lines by December 2026',
      ':commitment[will open the two new lines]{#c-lines by=india due=2026-12}',
    );
    const editor = await noteWith('two new', text);
    await runAndAccept('rapporteur.changeCommitment');
    assert.equal(editor.document.getText(), text);
  });

  test('Who Is This points all selections at the likeliest one, with one undo', async () => {
    const text = `${PLAIN}\nHegseth came.\n`;
    const editor = await noteWith('Pete Hegseth', text);
    const { document } = editor;
    const starts = [...document.getText().matchAll(/Hegseth/g)].map(({ index }) => index);
    editor.selections = starts.map(
      (start) => new vscode.Selection(document.positionAt(start), document.positionAt(start + 7)),
    );
    await runAndAccept('rapporteur.whoIsThis');
    await eventually(() =>
      assert.equal([...document.getText().matchAll(/:person\[Hegseth\]/g)].length, 2),
    );
    await execute('undo');
    await eventually(() => assert.equal(document.getText(), text));
  });

  test('Who Is This is offered on a finding that asks who is meant', async () => {
    const { document } = await noteWith(
      ':person[Nobody at all]',
      PLAIN.replace('Pete Hegseth', ':person[Nobody at all]'),
    );
    const { diagnostic } = await finding(document, 'unresolved-name');
    // In a window that was just opened, VS Code drops a question when another extension begins to offer actions.
    await eventually(async () => {
      const offered = await execute<vscode.CodeAction[]>(
        'vscode.executeCodeActionProvider',
        document.uri,
        diagnostic.range,
        'quickfix',
      );
      const who = offered.find(({ command }) => command?.command === 'rapporteur.whoIsThis');
      assert.equal(who?.title, 'Who is this…');
    });
  });

  test('Tag As tags every selection, and one undo takes all tags back', async () => {
    const text = `${PLAIN}\nIndia, he said, and India again.\n`;
    const editor = await noteWith('Pete Hegseth', text);
    const { document } = editor;
    const starts = [...document.getText().matchAll(/India/g)].map(({ index }) => index);
    assert.equal(starts.length, 3);
    editor.selections = starts.map(
      (start) =>
        new vscode.Selection(
          document.positionAt(start),
          document.positionAt(start + 'India'.length),
        ),
    );
    await runAndAccept('rapporteur.tagAs');
    await eventually(() => {
      assert.equal([...document.getText().matchAll(/:[a-z]+\[India\]/g)].length, 3);
    });
    await execute('undo');
    await eventually(() => assert.equal(document.getText(), text));
  });

  test('New Commitment takes the parties from the words, and leaves the cursor at the terms', async () => {
    await noteWith('will open the two new lines by December 2026');
    await runAndAccept('rapporteur.newCommitment');
    await eventually(() => {
      const active = vscode.window.activeTextEditor;
      assert(active);
      assert.match(withCursor(active), /:commitment\[will open [^\]]*\]\{#c-[a-z0-9-]+[^}]*‸\}/);
    });
  });

  test('Record Update writes what became of the commitment at the cursor', async () => {
    const document = await openSample(BRIEF);
    moveTo(position(document, ':commitment[the ‸next :event'));
    await runAndAccept('rapporteur.recordUpdate');
    await eventually(() => {
      const active = vscode.window.activeTextEditor;
      assert(active);
      assert.match(withCursor(active), /\n::update\{of=c-hold-2plus2 status=[a-z-]+[^}]*‸\}/);
    });
  });

  test('away from any commitment, Record Update asks of which and writes the line here', async () => {
    const { document } = await noteWith('Kuala Lumpur');
    await runAndAccept('rapporteur.recordUpdate');
    await eventually(() =>
      assert.match(
        document.getText(),
        /Kuala Lumpur\.\n\n::update\{of=c-[a-z0-9-]+ status=[a-z-]+ on=\d{4}-\d\d-\d\d\}\n/,
      ),
    );
  });

  test('Export Report asks for all that it can be, and saves the file', async () => {
    await openSample(BRIEF);
    const [folder] = vscode.workspace.workspaceFolders ?? [];
    assert(folder);
    const reports = async (): Promise<readonly string[]> =>
      (await vscode.workspace.fs.readDirectory(folder.uri))
        .map(([name]) => name)
        .filter((name) => name.endsWith('.mmd'));
    assert.deepEqual(await reports(), []);
    await runAndAccept('rapporteur.exportReport');
    const [name] = await eventually(async () => {
      const found = await reports();
      assert.equal(found.length, 1);
      return found;
    });
    const file = vscode.Uri.joinPath(folder.uri, name ?? '');
    const text = new TextDecoder().decode(await vscode.workspace.fs.readFile(file));
    await vscode.workspace.fs.delete(file);
    assert.match(text, /^gantt\n {2}title Commitments as of \d{4}-\d\d-\d\d\n/);
  });

  test('Define Unknown Name writes an entry into the registry and shows it', async () => {
    const { document } = await noteWith(
      'spoke',
      PLAIN.replace('Pete Hegseth', ':person[Ada Okafor]'),
    );
    await finding(document, 'unresolved-name', 'Ada Okafor');
    moveTo(position(document, 'Kuala‸ Lumpur'));
    await runAndAccept('rapporteur.defineEntity');
    await eventually(() => {
      const active = vscode.window.activeTextEditor;
      assert(active);
      assert.match(active.document.uri.path, /registry\.yaml$/);
      assert.match(active.document.getText(), /name: Ada Okafor/);
    });
    await eventually(() =>
      assert.deepEqual(
        findings(document).filter(({ rule }) => rule === 'unresolved-name'),
        [],
      ),
    );
  });

  test('Go to Entity opens a definition', async () => {
    await openSample(BRIEF);
    await runAndAccept('rapporteur.goToEntity');
    await eventually(() =>
      assert.match(vscode.window.activeTextEditor?.document.uri.path ?? '', /registry/),
    );
    assert.equal(vscode.window.activeTextEditor?.selection.isEmpty, false);
  });

  test('Show Commitments leads to an overdue one', async () => {
    await openSample(BRIEF);
    await runAndAccept('rapporteur.showCommitments', 'overdue');
    await eventually(() => {
      const active = vscode.window.activeTextEditor;
      assert(active);
      const all = findings(active.document).filter(({ rule }) => rule === 'overdue-commitment');
      const line = active.selection.start.line;
      assert.ok(
        all.some(({ diagnostic }) => Math.abs(diagnostic.range.start.line - line) <= 3),
        `${active.document.uri.path}:${line + 1}`,
      );
    });
  });

  test('Show Commitments lets one choose which, and go by party', async () => {
    await openSample(BRIEF);
    await runAndAccept('rapporteur.showCommitments');
    assert.equal(vscode.window.activeTextEditor?.selection.isEmpty, false);
    await runAndAccept('rapporteur.showCommitments', { party: 'India' });
    assert.equal(vscode.window.activeTextEditor?.selection.isEmpty, false);
  });

  test('Check Workspace says what it found', async () => {
    await openSample(BRIEF);
    await execute('rapporteur.checkWorkspace');
    await execute('notifications.clearAll');
  });

  test('Copy without Tags copies the selection, or all of it', async () => {
    const document = await openSample(BRIEF);
    const editor = vscode.window.activeTextEditor;
    assert(editor);
    moveTo(new vscode.Position(0, 0));
    await runAndAccept('rapporteur.strip');
    const whole = await vscode.env.clipboard.readText();
    assert.ok(whole.startsWith('---\n'));
    assert.doesNotMatch(whole, /:(?:person|commitment|place)\[/);
    assert.ok(whole.length < document.getText().length);
    const { start, end } = range(document, ':person[Pete Hegseth]');
    editor.selection = new vscode.Selection(start, end);
    await runAndAccept('rapporteur.strip');
    assert.equal(await vscode.env.clipboard.readText(), 'Pete Hegseth');
    assert.equal(document.isDirty, false);
    assert.equal(await readSample(BRIEF), document.getText());
  });

  test('after Restart everything is as before', async () => {
    const document = await openSample(BRIEF);
    await finding(document, 'overdue-commitment');
    await execute('rapporteur.restartServer');
    const place = position(document, ':person[Pete‸ Hegseth]');
    await eventually(async () => assert.match(await hoverWords(document, place), /Hegseth/));
    await finding(document, 'overdue-commitment');
  });
});

suite('the task', () => {
  test('finds what is wrong in closed files, where the editor was told to look at open ones only', async () => {
    await openSample(BRIEF);
    await eventually(() => assert.ok(counts().length > 5));
    const everything = counts();
    const settings = vscode.workspace.getConfiguration('rapporteur');
    await settings.update('diagnostics.scope', 'openFiles', vscode.ConfigurationTarget.Global);
    try {
      await eventually(() => assert.deepEqual(counts().filter(isClosed), []));
      await toTheEnd(await theTask());
      await eventually(() => assert.deepEqual(counts(), everything));
      const [found] = vscode.languages.getDiagnostics(
        sampleUri('every-finding/briefs/01-slips.md'),
      );
      assert.equal(found?.source, 'rapporteur');
      assert.equal(found.severity, vscode.DiagnosticSeverity.Error);
    } finally {
      const global = vscode.ConfigurationTarget.Global;
      await settings.update('diagnostics.scope', undefined, global);
    }
  });

  test('runs the command that was set, and reads its lines', async function () {
    // A browser has no shell; there the check stays that of the editor.
    if (host === 'web') this.skip();
    const global = vscode.ConfigurationTarget.Global;
    const settings = vscode.workspace.getConfiguration('rapporteur');
    const file = `${FOLDER}/briefs/2025-11-03-signing.md`;
    const said = () => vscode.languages.getDiagnostics(sampleUri(file));
    await settings.update(
      'check.command',
      `echo '${file}:2:3: warning made-up Hello: you.'`,
      global,
    );
    try {
      await toTheEnd(await theTask());
      await eventually(() => {
        const [found] = said().filter(({ message }) => message === 'Hello: you.');
        assert(found);
        assert.deepEqual(found.range.start, new vscode.Position(1, 2));
        assert.equal(found.severity, vscode.DiagnosticSeverity.Warning);
        assert.equal(found.code, 'made-up');
      });
    } finally {
      await settings.update('check.command', undefined, global);
    }
    // The next check takes away what the last one found.
    await toTheEnd(await theTask());
    await eventually(() => assert.deepEqual(said(), []));
  });
});

async function theTask(): Promise<vscode.Task> {
  const [task, ...others] = await vscode.tasks.fetchTasks({ type: 'rapporteur' });
  assert(task);
  assert.deepEqual([others, task.name, task.problemMatchers], [[], 'check', ['$rapporteur']]);
  return task;
}

async function toTheEnd(task: vscode.Task): Promise<void> {
  const ended = new Promise<void>((resolve) => {
    const listening = vscode.tasks.onDidEndTask(({ execution }) => {
      if (execution.task.name !== task.name) return;
      listening.dispose();
      resolve();
    });
  });
  await vscode.tasks.executeTask(task);
  await ended;
}

/** Of a line of {@link counts}. What VS Code closes in its own time counts as open until then. */
function isClosed(line: string): boolean {
  return !vscode.workspace.textDocuments.some(({ uri }) => line.startsWith(`${uri.path} `));
}

/** How many findings each file has in Problems, where hints are not listed. */
function counts(): readonly string[] {
  return vscode.languages
    .getDiagnostics()
    .map(([uri, all]) => [uri, all.filter(({ severity }) => severity !== HINT)] as const)
    .filter(([uri, all]) => uri.path.includes('/samples/') && all.length > 0)
    .map(([uri, all]) => `${uri.path} ${all.length}`)
    .sort();
}

const HINT = vscode.DiagnosticSeverity.Hint;

suite('the keys', () => {
  test('are nobody else’s', async () => {
    const uri = vscode.Uri.parse('vscode://defaultsettings/keybindings.json');
    const text = (await vscode.workspace.openTextDocument(uri)).getText();
    const all: readonly { key: string; command: string; when?: string }[] = JSON.parse(
      text.replace(/^\s*\/\/.*$/gm, ''),
    );
    assert.ok(all.length > 500);
    const own = all.filter(
      // In the review of suggestions, and only there, keys may be what they are elsewhere.
      ({ command, when }) =>
        command.startsWith('rapporteur.') &&
        !/rapporteur\.(?:review|suggestions)\b/.test(when ?? ''),
    );
    assert.deepEqual(own.map(({ command }) => command).sort(), [
      'rapporteur.goToEntity',
      'rapporteur.newCommitment',
      'rapporteur.showCommitments',
      'rapporteur.tagAs',
    ]);
    const keys = new Set(own.map(({ key }) => key));
    const others = all.filter(
      ({ key, command }) => keys.has(key) && !command.startsWith('rapporteur.'),
    );
    assert.deepEqual(others, []);
  });
});

suite('a server that breaks down', () => {
  test('is started again', async function () {
    // Only here can it be found among the processes.
    if (host === 'web' || process.platform !== 'linux') this.skip();
    const document = await openSample(BRIEF);
    await finding(document, 'overdue-commitment');
    const [first] = await serversOf(process.pid);
    assert(first, 'no server runs');
    process.kill(first, 'SIGKILL');
    await eventually(async () => {
      const [second] = await serversOf(process.pid);
      assert(second !== undefined && second !== first, 'no other server runs');
    });
    const place = position(document, ':person[Pete‸ Hegseth]');
    await eventually(async () => assert.match(await hoverWords(document, place), /Hegseth/));
    await execute('notifications.clearAll');
  });
});

/** The processes of the server that this process has started. */
async function serversOf(parent: number): Promise<readonly number[]> {
  const read = async (path: string): Promise<string> => {
    const bytes = await vscode.workspace.fs.readFile(vscode.Uri.file(path));
    return new TextDecoder().decode(bytes);
  };
  const folders = await vscode.workspace.fs.readDirectory(vscode.Uri.file('/proc'));
  const found: number[] = [];
  for (const [name] of folders.filter(([each]) => /^\d+$/.test(each))) {
    try {
      const status = await read(`/proc/${name}/status`);
      if (!new RegExp(`^PPid:\\t${parent}$`, 'm').test(status)) continue;
      if ((await read(`/proc/${name}/cmdline`)).includes('server.cjs')) found.push(Number(name));
    } catch {
      // It has ended meanwhile.
    }
  }
  return found;
}
