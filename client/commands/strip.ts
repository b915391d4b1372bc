import { env, l10n, type TextDocument, Uri, window, workspace } from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import { REQUESTS, type StripParams, type StripResult } from '../../server/lsp/protocol.js';
import type { Command } from './command.js';

export const strip: Command = {
  id: 'strip',
  title: 'Copy or Save without Tags…',
  summary:
    'Copies the selection or the whole brief without its tags to the clipboard, or saves it to another file. The brief itself is not changed.',
  enablement: 'editorLangId == markdown || resourceLangId == markdown',
  menus: [
    { on: 'editor', when: 'editorLangId == markdown && rapporteur.active' },
    { on: 'file', when: 'resourceLangId == markdown && rapporteur.active' },
  ],
  async run({ server }, argument) {
    const document = await documentOf(argument);
    if (document === undefined) return;
    const client = await server.started();
    const text = await stripped(client, document);
    if (text === undefined) {
      void window.showInformationMessage(l10n.t('There is no text here.'));
      return;
    }
    const where = await pickWhere();
    if (where === 'clipboard') await toClipboard(text);
    if (where === 'file') await toFile(document, text);
  },
};

/** The file that was clicked on, else the document in front. */
async function documentOf(argument: unknown): Promise<TextDocument | undefined> {
  if (argument instanceof Uri) return workspace.openTextDocument(argument);
  const document = window.activeTextEditor?.document;
  if (document === undefined) void window.showInformationMessage(l10n.t('Open a brief first.'));
  return document;
}

async function stripped(
  client: BaseLanguageClient,
  document: TextDocument,
): Promise<string | undefined> {
  const editor = window.activeTextEditor;
  const selection = editor?.document === document ? editor.selection : undefined;
  const uri = client.code2ProtocolConverter.asUri(document.uri);
  const params: StripParams =
    selection === undefined || selection.isEmpty
      ? { uri }
      : { uri, range: client.code2ProtocolConverter.asRange(selection) };
  const result = await client.sendRequest<StripResult | null>(REQUESTS.strip, params);
  return result?.text;
}

async function pickWhere(): Promise<'clipboard' | 'file' | undefined> {
  const items = [
    { label: `$(copy) ${l10n.t('Copy to the clipboard')}`, where: 'clipboard' as const },
    { label: `$(save-as) ${l10n.t('Save as another file…')}`, where: 'file' as const },
  ];
  const title = l10n.t('The text without its tags');
  return (await window.showQuickPick(items, { title }))?.where;
}

async function toClipboard(text: string): Promise<void> {
  await env.clipboard.writeText(text);
  window.setStatusBarMessage(l10n.t('Copied without tags.'), 5000);
}

/** The dialog asks before it lets a file be replaced. */
async function toFile({ uri }: TextDocument, text: string): Promise<void> {
  const title = l10n.t('Save without tags');
  const filters = { Markdown: ['md'], [l10n.t('Text')]: ['txt'] };
  const target = await window.showSaveDialog({ defaultUri: besides(uri), filters, title });
  if (target === undefined || (await refuses(uri, target))) return;
  await workspace.fs.writeFile(target, new TextEncoder().encode(text));
  const open = l10n.t('Open');
  const message = l10n.t('Saved {0} without tags.', workspace.asRelativePath(target));
  if ((await window.showInformationMessage(message, open)) === open)
    await window.showTextDocument(target);
}

/** Over the brief itself the tags would be gone for good: that wants a word of its own. */
async function refuses(brief: Uri, target: Uri): Promise<boolean> {
  if (target.toString() !== brief.toString()) return false;
  const replace = l10n.t('Replace');
  const message = l10n.t('Replace the brief itself? Its tags will be removed.');
  return (await window.showWarningMessage(message, { modal: true }, replace)) !== replace;
}

/** `brief.md` -> `brief.untagged.md`, beside it; a document that was never saved has no place. */
function besides(uri: Uri): Uri {
  if (uri.scheme === 'untitled') {
    const folder = workspace.workspaceFolders?.[0]?.uri ?? Uri.file('/');
    return Uri.joinPath(folder, 'untagged.md');
  }
  return uri.with({ path: uri.path.replace(/(\.[^./]*)?$/, '.untagged$1') });
}
