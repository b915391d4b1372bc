import { type CodeAction, window } from 'vscode';

/** Lets a person choose among code actions; one alone needs no choosing. */
export async function pickAction(
  actions: readonly CodeAction[],
  title: string,
): Promise<CodeAction | undefined> {
  const enabled = actions.filter(({ disabled }) => disabled === undefined);
  if (enabled.length === 1) return enabled[0];
  const items = enabled.map((action) => ({ label: action.title, action }));
  const picked = await window.showQuickPick(items, { title });
  return picked?.action;
}
