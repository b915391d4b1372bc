import { CodeAction, CodeActionKind, type Command, l10n, type Range } from 'vscode';

/** Of the server's actions that silence a finding. */
export const IGNORE_KIND = 'quickfix.rapporteur.suppress';

/**
 * All that silences what was found as one entry, the last, which leads to a choice; as they are where they alone are
 * asked for.
 */
export function withOneIgnore(
  actions: readonly (CodeAction | Command)[],
  range: Range,
  only: CodeActionKind | undefined,
): (CodeAction | Command)[] {
  const ignoring = CodeActionKind.QuickFix.append('rapporteur.suppress');
  const isIgnoring = (each: CodeAction | Command): boolean =>
    each instanceof CodeAction && each.kind !== undefined && ignoring.contains(each.kind);
  const silencing = actions.filter(isIgnoring);
  const isAsked = only !== undefined && ignoring.contains(only);
  if (silencing.length === 0 || isAsked) return [...actions];
  const title = l10n.t('Ignore…');
  const one = new CodeAction(title, ignoring);
  one.command = { command: 'rapporteur.ignoreFinding', title, arguments: [range] };
  // Without diagnostics: VS Code puts what has some before what has none, and this is the last.
  return [...actions.filter((each) => !isIgnoring(each)), one];
}
