import {
  CodeAction,
  CodeActionKind,
  type CodeActionProvider,
  CodeActionTriggerKind,
  commands,
  Disposable,
  l10n,
  languages,
  StatusBarAlignment,
  type TextDocument,
  type TextDocumentChangeEvent,
  window,
  workspace,
} from 'vscode';
import { containsTag } from '../activation.js';

const COMMAND = 'rapporteur.annotateBrief';

/**
 * Offers to annotate a text, quietly: by a light bulb and an item in the status bar, after a text was pasted into an empty
 * Markdown document, and in a brief. Other people's Markdown is left alone, unless somebody asks.
 */
export function offerToAnnotate(): Disposable {
  const pasted = new WeakSet<TextDocument>();
  const bar = window.createStatusBarItem('rapporteur.annotate', StatusBarAlignment.Left, -1);
  bar.name = l10n.t('Rapporteur: annotate');
  bar.text = `$(checklist) ${l10n.t('Annotate this text')}`;
  bar.tooltip = l10n.t(
    'Shows what could be tagged in this text. Nothing is written before you agree.',
  );
  bar.command = COMMAND;
  const show = (): void => {
    const document = window.activeTextEditor?.document;
    const isPasted = document !== undefined && pasted.has(document);
    void commands.executeCommand('setContext', 'rapporteur.pasted', isPasted);
    if (isPasted) bar.show();
    else bar.hide();
  };
  // A paste may be what woke the extension.
  for (const document of workspace.textDocuments) if (looksPasted(document)) pasted.add(document);
  show();
  const provider: CodeActionProvider = {
    provideCodeActions(document, _range, { triggerKind }) {
      const isAsked = triggerKind === CodeActionTriggerKind.Invoke;
      const isOffered = pasted.has(document) || containsTag(document.getText());
      if (!isAsked && !isOffered) return [];
      const title = l10n.t('Annotate this text');
      const action = new CodeAction(title, KIND);
      action.command = { command: COMMAND, title };
      return [action];
    },
  };
  return Disposable.from(
    bar,
    workspace.onDidChangeTextDocument((event) => {
      const { document } = event;
      if (isPaste(event)) pasted.add(document);
      // Who has begun to tag it knows how.
      else if (!pasted.has(document) || !containsTag(document.getText())) return;
      else pasted.delete(document);
      show();
    }),
    window.onDidChangeActiveTextEditor(show),
    languages.registerCodeActionsProvider({ language: 'markdown' }, provider, {
      providedCodeActionKinds: [KIND],
    }),
  );
}

const KIND = CodeActionKind.RefactorRewrite.append('rapporteur.annotate');

/** Shorter texts are typed, or are no brief. */
const SHORTEST_PASTE = 80;

/** Whether a document holds a text that nobody has saved or tagged. */
function looksPasted(document: TextDocument): boolean {
  if (document.languageId !== 'markdown' || !document.isDirty) return false;
  const words = document.getText().trim();
  return words.length >= SHORTEST_PASTE && !containsTag(words);
}

/** Whether a text came into a document that was empty, all at once. */
function isPaste({
  document,
  contentChanges: [change, ...others],
}: TextDocumentChangeEvent): boolean {
  if (document.languageId !== 'markdown' || change === undefined || others.length > 0) return false;
  const words = change.text.trim();
  return words.length >= SHORTEST_PASTE && document.getText().trim() === words;
}
