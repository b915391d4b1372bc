import {
  type CodeAction,
  l10n,
  type Selection,
  type TextEdit,
  type TextEditor,
  type Uri,
  WorkspaceEdit,
  window,
  workspace,
} from 'vscode';
import type { SuggestionAddition } from '../../server/lsp/protocol.js';
import { actionsAt, applyAction, pickAction } from '../code-actions.js';
import { didStep } from '../first-steps.js';
import type { Server } from '../server.js';
import { annotateAsOne } from '../suggestions/annotate.js';

/** What the server offers for the selected words, and what to say when that is nothing. */
export interface ActionRequest {
  /** A code action's kind; those below it count too. */
  readonly kind: string;
  title(editor: TextEditor): string;
  readonly none: string;
  /** Whether what is picked for the first selection is done to all of them. */
  readonly all?: boolean;
  /** Whether words are tagged wherever they are, and not only where they are selected. */
  readonly everywhere?: boolean;
}

/** Lets the person choose among what is offered, and does it. */
export async function pickActionForSelection(server: Server, wanted: ActionRequest): Promise<void> {
  const editor = activeEditor();
  if (editor === undefined) return;
  const found = await actionsAt(server, editor.document, editor.selection, wanted.kind);
  if (found.length === 0) {
    void window.showInformationMessage(wanted.none);
    return;
  }
  const picked = await pickAction(found, wanted.title(editor));
  if (picked === undefined) return;
  const others = wanted.all === true ? otherSelections(editor) : [];
  const kind = picked.kind?.value.match(/\.([\p{L}\p{N}-]+)\.define$/u)?.[1];
  const isWhole = editor.selections.some(({ isEmpty }) => !isEmpty);
  if (kind === undefined || !isWhole) {
    if (others.length === 0) {
      if (await applyAction(editor, picked)) void didStep('tag');
    } else if (await applyToAll(server, editor, picked, others, wanted.kind)) void didStep('tag');
    return;
  }
  const isDone = await defineAll(server, editor, kind, wanted.everywhere === true);
  const isTagged = isDone || (others.length === 0 && (await applyAction(editor, picked)));
  if (isTagged) void didStep('tag');
}

/** Tags all selections as one change, each name with an entry of its own in the registry. */
async function defineAll(
  server: Server,
  { document, selections }: TextEditor,
  kind: string,
  everywhere: boolean,
): Promise<boolean> {
  const client = await server.started();
  const { code2ProtocolConverter: converter } = client;
  const chosen = selections.filter((each) => !each.isEmpty);
  const additions = chosen.map((each): SuggestionAddition => {
    const name = document.getText(each).replace(/\s+/g, ' ').trim();
    return { range: converter.asRange(each), means: { kind, name }, everywhere };
  });
  const uri = converter.asUri(document.uri);
  const result = await annotateAsOne(client, { uri, accept: [], additions });
  const isDone = result?.applied === true;
  if (chosen.length > 1) tellLeft(chosen.length - (isDone ? result.tags : 0), chosen.length);
  return isDone;
}

function tellLeft(left: number, all: number): void {
  if (left <= 0) return;
  void window.showInformationMessage(
    l10n.t('Selections that could not be tagged so: {0} of {1}.', left, all),
  );
}

function otherSelections({ selection, selections }: TextEditor): readonly Selection[] {
  return selections.filter((each) => !each.isEmpty && !each.isEqual(selection));
}

/** Does to other selections what was picked for one, in one change; says how many it does not fit. */
async function applyToAll(
  server: Server,
  { document }: TextEditor,
  picked: CodeAction,
  others: readonly Selection[],
  kind: string,
): Promise<boolean> {
  const alike: CodeAction[] = [picked];
  for (const selection of others) {
    const offered = await actionsAt(server, document, selection, kind);
    const action =
      offered.find(({ title }) => title === picked.title) ??
      offered.find((each) => each.kind?.value === picked.kind?.value);
    if (action?.edit !== undefined) alike.push(action);
  }
  const isDone = await workspace.applyEdit(joined(alike.flatMap(({ edit }) => edit ?? [])));
  tellLeft(others.length + 1 - alike.length, others.length + 1);
  return isDone;
}

/** Selections of one name define it once: edits that are the same are made once. */
function joined(edits: readonly WorkspaceEdit[]): WorkspaceEdit {
  const all = new WorkspaceEdit();
  const places = new Map<string, { readonly uri: Uri; readonly texts: Map<string, TextEdit> }>();
  for (const [uri, changes] of edits.flatMap((edit) => edit.entries())) {
    const place = places.get(uri.toString()) ?? { uri, texts: new Map<string, TextEdit>() };
    places.set(uri.toString(), place);
    for (const change of changes) place.texts.set(JSON.stringify(change), change);
  }
  for (const { uri, texts } of places.values()) all.set(uri, [...texts.values()]);
  return all;
}

/** The editor that shows a Markdown document; without one, a message says so. */
export function activeEditor(): TextEditor | undefined {
  const editor = window.activeTextEditor;
  if (editor?.document.languageId === 'markdown') return editor;
  void window.showInformationMessage(l10n.t('Open a brief first: this works on Markdown text.'));
  return undefined;
}
