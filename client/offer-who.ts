import {
  CodeAction,
  CodeActionKind,
  type CodeActionProvider,
  type Disposable,
  l10n,
  languages,
} from 'vscode';

/** The findings that ask who is meant. */
const ABOUT_WHO: ReadonlySet<unknown> = new Set([
  'ambiguous-name',
  'unresolved-name',
  'unresolved-reference',
]);

/** Offers *Who Is This* on a finding that asks who is meant. */
export function offerWhoIsMeant(): Disposable {
  const provider: CodeActionProvider = {
    provideCodeActions(_document, _range, { diagnostics }) {
      const about = diagnostics.filter(({ source, code }) => {
        const rule = typeof code === 'object' ? code.value : code;
        return source === 'rapporteur' && ABOUT_WHO.has(rule);
      });
      const [first] = about;
      if (first === undefined) return [];
      const title = l10n.t('Who is this…');
      const action = new CodeAction(title, KIND);
      action.diagnostics = about;
      action.command = { command: 'rapporteur.whoIsThis', title, arguments: [first.range] };
      return [action];
    },
  };
  return languages.registerCodeActionsProvider({ language: 'markdown' }, provider, {
    providedCodeActionKinds: [KIND],
  });
}

const KIND = CodeActionKind.QuickFix.append('rapporteur.who');
