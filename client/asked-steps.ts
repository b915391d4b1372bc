import {
  CodeAction,
  CodeActionKind,
  type Command,
  type Diagnostic,
  l10n,
  type Range,
} from 'vscode';

/** What a finding says is missing, and only a person can say. */
export type Missing = 'deadline' | 'newDeadline' | 'party' | 'source' | 'date' | 'encoding';

/** By rule; the title of the quick fix. */
const STEPS: ReadonlyMap<string, readonly [Missing, () => string]> = new Map([
  ['commitment-without-deadline', ['deadline', () => l10n.t('Set the deadline…')]],
  ['vague-deadline', ['deadline', () => l10n.t('Set the deadline…')]],
  ['overdue-commitment', ['newDeadline', () => l10n.t('Record a new deadline…')]],
  ['commitment-without-party', ['party', () => l10n.t('Say who must act…')]],
  ['commitment-without-source', ['source', () => l10n.t('Name the source of this brief…')]],
  ['status-without-source', ['source', () => l10n.t('Name the source of this brief…')]],
  ['imprecise-brief-date', ['date', () => l10n.t('Say which day it is…')]],
  ['unreadable-date', ['date', () => l10n.t('Say which date it is…')]],
  ['invalid-encoding', ['encoding', () => l10n.t('Open it in another encoding…')]],
]);

/** What is asked about a finding of a rule, and as what it is offered; `undefined`: nothing. */
export function askedStep(
  rule: string,
): { readonly missing: Missing; readonly title: string } | undefined {
  const [missing, title] = STEPS.get(rule) ?? [];
  return missing && title && { missing, title: title() };
}

export function missingIn(diagnostic: Diagnostic): Missing | undefined {
  return askedStep(ruleOf(diagnostic))?.missing;
}

function ruleOf({ code }: Diagnostic): string {
  return String(typeof code === 'object' ? code.value : code);
}

/** With a fix for each finding that one answer mends, behind those that need none. */
export function withAskedSteps(
  actions: readonly (CodeAction | Command)[],
  diagnostics: readonly Diagnostic[],
  only: CodeActionKind | undefined,
): (CodeAction | Command)[] {
  const kind = CodeActionKind.QuickFix.append('rapporteur.ask');
  if (only !== undefined && !only.contains(kind)) return [...actions];
  const asked = diagnostics.flatMap((diagnostic) => {
    const step = askedStep(ruleOf(diagnostic));
    if (diagnostic.source !== 'rapporteur' || step === undefined) return [];
    const { missing, title } = step;
    const action = new CodeAction(title, kind);
    const argument: MissingPlace = { missing, range: diagnostic.range };
    action.command = { command: 'rapporteur.sayMissing', title, arguments: [argument] };
    action.diagnostics = [diagnostic];
    return [action];
  });
  const at = actions.findLastIndex(
    (each) =>
      each instanceof CodeAction &&
      each.kind !== undefined &&
      CodeActionKind.QuickFix.contains(each.kind),
  );
  return actions.toSpliced(at + 1, 0, ...asked);
}

/** What the command is given. */
export interface MissingPlace {
  readonly missing: Missing;
  readonly range: Range;
}
