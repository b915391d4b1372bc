import { l10n, type TextEditor, window } from 'vscode';

/** The editor that shows a Markdown document; without one, the person is told so. */
export function activeEditor(): TextEditor | undefined {
  const editor = window.activeTextEditor;
  if (editor?.document.languageId === 'markdown') return editor;
  void window.showInformationMessage(l10n.t('Open a brief first: this works on Markdown text.'));
  return undefined;
}
