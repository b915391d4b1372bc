import {
  type Diagnostic,
  Disposable,
  type LanguageStatusItem,
  LanguageStatusSeverity,
  l10n,
  languages,
  window,
} from 'vscode';
import { LEFT_OUT } from '../server/lsp/protocol.js';

/** Says where the state of a document is shown that every check leaves out the one that is open, and opens what says so. */
export function showLeftOut(): Disposable {
  let item: LanguageStatusItem | undefined;
  const update = (): void => {
    const document = window.activeTextEditor?.document;
    const note = document && languages.getDiagnostics(document.uri).find(isNote);
    item?.dispose();
    item = note && itemOf(note);
  };
  update();
  return Disposable.from(
    window.onDidChangeActiveTextEditor(update),
    languages.onDidChangeDiagnostics(({ uris }) => {
      const shown = window.activeTextEditor?.document.uri.toString();
      if (uris.some((uri) => uri.toString() === shown)) update();
    }),
    { dispose: () => item?.dispose() },
  );
}

function isNote({ source, code }: Diagnostic): boolean {
  return source === 'rapporteur' && code === LEFT_OUT;
}

function itemOf({ message, relatedInformation: [related] = [] }: Diagnostic): LanguageStatusItem {
  const item = languages.createLanguageStatusItem('rapporteur.leftOut', [
    { language: 'markdown' },
    { language: 'yaml' },
  ]);
  item.name = l10n.t('Rapporteur: left out');
  item.text = l10n.t('Left out of every check');
  // The text says the rest.
  item.detail = message.replace(/^[^:]+: /, '');
  item.severity = LanguageStatusSeverity.Warning;
  item.accessibilityInformation = { label: message };
  if (related !== undefined)
    item.command = {
      command: 'vscode.open',
      title: l10n.t('Open What Says So'),
      arguments: [related.location.uri],
    };
  return item;
}
