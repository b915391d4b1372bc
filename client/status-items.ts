import {
  Disposable,
  LanguageStatusSeverity,
  languages,
  StatusBarAlignment,
  type StatusBarItem,
  window,
} from 'vscode';
import type { Server, ServerStatus } from './server.js';
import { type StatusText, statusText } from './status-text.js';

/** How the server is and what is overdue, where VS Code shows such things. */
export function showStatus(server: Server): Disposable {
  let shown: Disposable | undefined;
  let items: Items | undefined;
  // Nothing is shown to someone who has no brief.
  const listening = server.onStatus((status) => {
    if (status.state === 'off' && items === undefined) return;
    if (items === undefined) {
      items = makeItems();
      shown = Disposable.from(items.language, items.bar);
    }
    show(items, status);
  });
  return new Disposable(() => {
    listening.dispose();
    shown?.dispose();
  });
}

interface Items {
  readonly language: ReturnType<typeof languages.createLanguageStatusItem>;
  readonly bar: StatusBarItem;
}

function makeItems(): Items {
  const language = languages.createLanguageStatusItem('rapporteur', [
    { language: 'markdown' },
    { language: 'yaml' },
  ]);
  language.name = 'Rapporteur';
  const bar = window.createStatusBarItem('rapporteur', StatusBarAlignment.Left, 0);
  bar.name = 'Rapporteur';
  return { language, bar };
}

function show({ language, bar }: Items, status: ServerStatus): void {
  const words = statusText(status);
  language.text = words.text;
  language.detail = words.detail;
  language.busy = words.busy;
  language.severity = LanguageStatusSeverity[words.severity];
  language.command = words.click;
  language.accessibilityInformation = { label: words.label };
  showBar(bar, words);
}

function showBar(bar: StatusBarItem, { icon, short, label, click, hidden }: StatusText): void {
  bar.text = short === '' ? `$(${icon}) Rapporteur` : `$(${icon}) ${short}`;
  bar.tooltip = label;
  bar.command = click;
  bar.accessibilityInformation = { label };
  if (hidden) bar.hide();
  else bar.show();
}
