import {
  commands,
  FileType,
  l10n,
  Position,
  ProgressLocation,
  Range,
  type TextDocument,
  Uri,
  WorkspaceEdit,
  window,
  workspace,
} from 'vscode';
import { type ImportParams, type ImportResult, REQUESTS } from '../../server/lsp/protocol.js';
import { base64Of, bytesOfBase64 } from '../base64.js';
import { commentsWanted } from '../import-comments.js';
import type { Command, CommandContext } from './command.js';

export const importDocument: Command = {
  id: 'importDocument',
  title: 'Import Document…',
  summary:
    'Makes a brief of a Word document (.docx) or a saved web page: asks for the document and for where to save the brief, writes its pictures next to it, opens it, and says what could not be taken along. Then it can suggest tags, or name the document as the source.',
  menus: [{ on: 'file', when: 'resourceExtname =~ /^\\.(docx|html?)$/i' }],
  async run(context, argument) {
    const source = argument instanceof Uri ? argument : await pickDocument();
    if (source === undefined) return;
    const bytes = await bytesOf(source);
    const target = bytes && (await pickTarget(source));
    if (bytes === undefined || target === undefined) return;
    const result = await window.withProgress(
      {
        location: ProgressLocation.Notification,
        title: l10n.t('Importing {0}…', baseName(source)),
      },
      () => converted(context, source, target, bytes),
    );
    if ('refused' in result) {
      void window.showErrorMessage(l10n.t('{0} {1}.', baseName(source), result.refused));
      return;
    }
    const document = await written(target, result);
    if (document !== undefined) await offerNext(document, source, result);
  },
};

type Imported = Exclude<ImportResult, { readonly refused: string }>;

/** More is refused before it is read. */
const MOST = 64 * 1024 * 1024;

async function pickDocument(): Promise<Uri | undefined> {
  const [source] =
    (await window.showOpenDialog({
      title: l10n.t('Import Document'),
      openLabel: l10n.t('Import'),
      filters: { [l10n.t('Documents')]: ['docx', 'html', 'htm', 'xhtml'] },
    })) ?? [];
  return source;
}

async function bytesOf(source: Uri): Promise<Uint8Array | undefined> {
  try {
    const { size } = await workspace.fs.stat(source);
    if (size <= MOST) return await workspace.fs.readFile(source);
    const message = l10n.t('{0} is too large: at most 64 MB are read.', baseName(source));
    void window.showErrorMessage(message);
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    void window.showErrorMessage(l10n.t('{0} could not be read: {1}', baseName(source), reason));
  }
  return undefined;
}

/** The dialog asks before it lets a file be replaced. */
async function pickTarget(source: Uri): Promise<Uri | undefined> {
  const name = `${stemOf(source)}.md`;
  const folder = workspace.getWorkspaceFolder(source)
    ? Uri.joinPath(source, '..')
    : (workspace.workspaceFolders?.[0]?.uri ?? Uri.joinPath(source, '..'));
  return window.showSaveDialog({
    title: l10n.t('Save the brief'),
    defaultUri: Uri.joinPath(folder, name),
    filters: { Markdown: ['md'] },
  });
}

async function converted(
  { server }: CommandContext,
  source: Uri,
  target: Uri,
  bytes: Uint8Array,
): Promise<ImportResult> {
  const client = await server.started();
  const params: ImportParams = {
    document: { name: baseName(source), bytes: base64Of(bytes) },
    comments: commentsWanted(),
    pictures: { stem: stemOf(target), taken: await namesNextTo(target) },
  };
  return client.sendRequest<ImportResult>(REQUESTS.import, params);
}

async function namesNextTo(target: Uri): Promise<readonly string[]> {
  try {
    const entries = await workspace.fs.readDirectory(Uri.joinPath(target, '..'));
    return entries.map(([name]) => name);
  } catch {
    // A new folder.
    return [];
  }
}

/** The pictures first: a brief that is there has all that it links to. */
async function written(
  target: Uri,
  { frontMatter, markdown, pictures }: Imported,
): Promise<TextDocument | undefined> {
  try {
    for (const { name, bytes } of pictures) {
      const picture = Uri.joinPath(target, '..', name);
      if (await isThere(picture)) throw new Error(l10n.t('{0} is there already.', name));
      await workspace.fs.writeFile(picture, bytesOfBase64(bytes));
    }
    await workspace.fs.writeFile(target, new TextEncoder().encode(`${frontMatter}${markdown}`));
    const document = await workspace.openTextDocument(target);
    await window.showTextDocument(document);
    return document;
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    void window.showErrorMessage(l10n.t('{0} could not be written: {1}', baseName(target), reason));
    return undefined;
  }
}

async function isThere(uri: Uri): Promise<boolean> {
  try {
    return (await workspace.fs.stat(uri)).type !== FileType.Unknown;
  } catch {
    return false;
  }
}

async function offerNext(document: TextDocument, source: Uri, result: Imported): Promise<void> {
  const suggest = l10n.t('Suggest Tags');
  const cite = l10n.t('Name as Source');
  const said = [l10n.t('Imported {0}.', baseName(source)), ...result.account].join(' ');
  const chosen = await window.showInformationMessage(said, suggest, cite);
  if (chosen === cite) await nameAsSource(document, result.title ?? stemOf(source));
  if (chosen === undefined) return;
  await window.showTextDocument(document);
  if (chosen === suggest) await commands.executeCommand('rapporteur.annotateBrief');
}

/** In words, for which a light bulb offers an entry in the registry, or one that is there. */
async function nameAsSource(document: TextDocument, title: string): Promise<void> {
  const edit = new WorkspaceEdit();
  const line = `source: ${JSON.stringify(title)}\n`;
  const lines = document.getText().split(/\r?\n/);
  const end = lines[0] === '---' ? lines.indexOf('---', 1) : -1;
  const at = new Position(Math.max(0, end), 0);
  edit.insert(document.uri, at, end < 0 ? `---\n${line}---\n\n` : line);
  await workspace.applyEdit(edit);
  const editor = await window.showTextDocument(document);
  editor.revealRange(new Range(at, at));
}

function baseName({ path }: Uri): string {
  return path.slice(path.lastIndexOf('/') + 1);
}

function stemOf(uri: Uri): string {
  return baseName(uri).replace(/\.[^.]*$/, '');
}
