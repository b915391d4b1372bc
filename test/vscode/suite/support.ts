// What the suite's files share. A test names places by their words, and waits for what it expects
// instead of sleeping. After each test the samples are as before (see restore.ts).
import assert from 'node:assert/strict';
import * as vscode from 'vscode';

export const EXTENSION = 'rapporteur.rapporteur';
export const CURSOR = '‸';

/** The workspace folder: a copy of `samples/`. */
export function sampleFolder(): vscode.Uri {
  const [folder] = vscode.workspace.workspaceFolders ?? [];
  assert(folder, 'no folder is open');
  return folder.uri;
}

/** A file of the samples: `sampleUri('us-india-defense/registry.yaml')`. */
export function sampleUri(path: string): vscode.Uri {
  return vscode.Uri.joinPath(sampleFolder(), path);
}

/** Opens a file of the samples in an editor, which becomes the active one. */
export async function openSample(path: string): Promise<vscode.TextDocument> {
  const document = await vscode.workspace.openTextDocument(sampleUri(path));
  await vscode.window.showTextDocument(document);
  return document;
}

/**
 * Writes a brief of its own, dated and with a source, opens it, and selects what stands between its two
 * `‸`; with one it is the cursor.
 */
export async function openBrief(
  body: string,
  path = 'us-india-defense/briefs/note.md',
): Promise<vscode.TextEditor> {
  const front = '---\ndate: 2025-11-02\nsource: in-mod-2025-10-31\n---\n\n';
  const [before = '', middle, after] = body.split(CURSOR);
  const text = front + body.replaceAll(CURSOR, '');
  const isOpen = vscode.workspace.textDocuments.some(
    ({ uri }) => uri.toString() === sampleUri(path).toString(),
  );
  if (!isOpen) await writeSample(path, text);
  const document = await vscode.workspace.openTextDocument(sampleUri(path));
  const whole = new vscode.Range(0, 0, document.lineCount, 0);
  if (document.getText() !== text) await replace(document, whole, text);
  const editor = await vscode.window.showTextDocument(document);
  const start = middle === undefined ? 0 : front.length + before.length;
  const end = after === undefined ? start : start + (middle ?? '').length;
  editor.selection = new vscode.Selection(document.positionAt(start), document.positionAt(end));
  return editor;
}

/** Writes a new file into the samples, as another program would, and resolves to its uri. */
export async function writeSample(path: string, text: string): Promise<vscode.Uri> {
  await vscode.workspace.fs.writeFile(sampleUri(path), new TextEncoder().encode(text));
  return sampleUri(path);
}

/** What stands in a file of the samples on disk. */
export async function readSample(path: string): Promise<string> {
  return new TextDecoder().decode(await vscode.workspace.fs.readFile(sampleUri(path)));
}

/** Where `‸` stands in `words`, which must stand in the document exactly once. */
export function position(document: vscode.TextDocument, words: string): vscode.Position {
  const [before = '', after, more] = words.split(CURSOR);
  assert(after !== undefined && more === undefined, `one ${CURSOR}, please: ${words}`);
  return document.positionAt(offsetOf(document, before + after) + before.length);
}

/** Where `words` stand in the document, exactly once. With two `‸`, only what is between them. */
export function range(document: vscode.TextDocument, words: string): vscode.Range {
  const [before = '', middle, after = ''] = words.includes(CURSOR)
    ? words.split(CURSOR)
    : ['', words];
  assert(middle !== undefined, `two ${CURSOR} or none, please: ${words}`);
  const start = offsetOf(document, before + middle + after) + before.length;
  return new vscode.Range(document.positionAt(start), document.positionAt(start + middle.length));
}

function offsetOf(document: vscode.TextDocument, words: string): number {
  const text = document.getText();
  const offset = text.indexOf(words);
  const where = `in ${document.uri.path}`;
  assert(offset >= 0, `"${words}" does not stand ${where}`);
  assert(text.indexOf(words, offset + 1) < 0, `"${words}" stands more than once ${where}`);
  return offset;
}

/** Puts the cursor of the active editor at this place. */
export function moveTo(place: vscode.Position): void {
  const editor = vscode.window.activeTextEditor;
  assert(editor, 'no editor is active');
  editor.selection = new vscode.Selection(place, place);
}

/** Replaces a part of a document, as if typed: it is not saved. */
export async function replace(
  document: vscode.TextDocument,
  where: vscode.Range | vscode.Position,
  text: string,
): Promise<void> {
  const edit = new vscode.WorkspaceEdit();
  if (where instanceof vscode.Range) edit.replace(document.uri, where, text);
  else edit.insert(document.uri, where, text);
  assert(await vscode.workspace.applyEdit(edit), 'the edit was refused');
}

/**
 * Runs `check` again and again until it throws no more, and resolves to what it returned; after
 * `within` milliseconds rejects with what it last threw.
 */
export async function eventually<T>(check: () => T | Promise<T>, within = 120_000): Promise<T> {
  for (const end = Date.now() + within; ; ) {
    try {
      return await check();
    } catch (error) {
      if (Date.now() > end) throw error;
    }
    await new Promise((resolve) => setTimeout(resolve, 30));
  }
}

export interface Finding {
  /** The rule's name. */
  readonly rule: string;
  /** The words it is about. */
  readonly words: string;
  readonly message: string;
  readonly severity: vscode.DiagnosticSeverity;
  readonly diagnostic: vscode.Diagnostic;
}

/** What is found in a document at this moment, in its order. Of the extension's findings only. */
export function findings(document: vscode.TextDocument): readonly Finding[] {
  return vscode.languages
    .getDiagnostics(document.uri)
    .filter(({ source }) => source === 'rapporteur')
    .map((diagnostic) => ({
      rule: ruleOf(diagnostic),
      words: document.getText(diagnostic.range),
      message: diagnostic.message,
      severity: diagnostic.severity,
      diagnostic,
    }))
    .sort((a, b) => a.diagnostic.range.start.compareTo(b.diagnostic.range.start));
}

/** Waits until a finding of this rule stands on these words (or on any), and resolves to the first. */
export function finding(
  document: vscode.TextDocument,
  rule: string,
  words?: string,
): Promise<Finding> {
  return eventually(() => {
    const all = findings(document);
    const [found] = all.filter(
      (each) => each.rule === rule && (words === undefined || each.words === words),
    );
    const others = all.map((each) => `${each.rule} on "${each.words}"`).join('; ') || 'nothing';
    assert(found, `no ${rule}${words === undefined ? '' : ` on "${words}"`}; found: ${others}`);
    return found;
  });
}

function ruleOf({ code }: vscode.Diagnostic): string {
  return String(typeof code === 'object' ? code.value : (code ?? ''));
}

/** A command of VS Code, with the type of its answer. */
export async function execute<T>(command: string, ...values: unknown[]): Promise<T> {
  return vscode.commands.executeCommand<T>(command, ...values);
}

/** Where places lead, as `file: the words there`. */
export async function placesOf(
  places: readonly (vscode.Location | vscode.LocationLink)[],
): Promise<readonly string[]> {
  const told = places.map(async (place) => {
    const link = 'targetUri' in place;
    const document = await vscode.workspace.openTextDocument(link ? place.targetUri : place.uri);
    const where = link ? (place.targetSelectionRange ?? place.targetRange) : place.range;
    return `${nameOf(document.uri)}: ${document.getText(where)}`;
  });
  return Promise.all(told);
}

/** `registry.yaml`. */
export function nameOf(uri: vscode.Uri): string {
  return uri.path.slice(uri.path.lastIndexOf('/') + 1);
}

/** Runs `during` with settings of the extension changed, and puts them back. */
export async function withSettings(
  values: Readonly<Record<string, unknown>>,
  during: () => Promise<void>,
): Promise<void> {
  const settings = vscode.workspace.getConfiguration();
  const target = vscode.ConfigurationTarget.Global;
  const before = new Map(
    Object.keys(values).map((name) => [name, settings.inspect(name)?.globalValue]),
  );
  for (const [name, value] of Object.entries(values)) await settings.update(name, value, target);
  try {
    await during();
  } finally {
    for (const [name, value] of before) await settings.update(name, value, target);
  }
}

/** The words of all hovers at a place, in Markdown. */
export async function hoverWords(
  document: vscode.TextDocument,
  place: vscode.Position,
): Promise<string> {
  const hovers = await execute<vscode.Hover[]>('vscode.executeHoverProvider', document.uri, place);
  const contents = hovers.flatMap((hover) => hover.contents);
  return contents.map((each) => (typeof each === 'string' ? each : each.value)).join('\n\n');
}
