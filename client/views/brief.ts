import { commands, Disposable, type TextEditor, type TreeView, window } from 'vscode';
import type { BriefList, BriefNode } from '../lists/brief-list.js';
import type { View } from './view.js';

/** What is in the open brief: findings, promises, and who and what it mentions; it follows the cursor. */
export const brief: View = {
  id: 'brief',
  name: 'In This Brief',
  visibility: 'collapsed',
  welcome: [
    {
      words: 'Open a brief to see what is in it: findings, promises, and who and what it mentions.',
      when: '!rapporteur.inBrief',
    },
    {
      words:
        'Nothing is tagged in this text yet.\n[Annotate This Text](command:rapporteur.annotateBrief)',
      when: 'rapporteur.inBrief',
    },
  ],
  open({ lists }) {
    const { brief: list } = lists;
    const view = window.createTreeView('rapporteur.brief', {
      treeDataProvider: list.tree,
      showCollapseAll: true,
    });
    const update = (): void => {
      const { document } = list;
      void commands.executeCommand('setContext', 'rapporteur.inBrief', document !== undefined);
      view.description = document?.uri.path.split('/').at(-1) ?? '';
    };
    update();
    return Disposable.from(view, list.onChange(update), followCursor(view, list));
  },
};

/** How long the cursor rests before the view follows, in milliseconds: it does not while somebody types. */
const REST_MS = 250;

function followCursor(view: TreeView<BriefNode>, list: BriefList): Disposable {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const reveal = async (editor: TextEditor): Promise<void> => {
    const node = await list.nodeAt(editor.selection.active);
    if (node === undefined || !view.visible || editor.document !== list.document) return;
    // What was revealed may have gone in the meantime.
    await view.reveal(node, { select: true, focus: false }).then(undefined, () => undefined);
  };
  return Disposable.from(
    window.onDidChangeTextEditorSelection(({ textEditor }) => {
      clearTimeout(timer);
      if (!view.visible || textEditor.document !== list.document) return;
      timer = setTimeout(() => void reveal(textEditor), REST_MS);
    }),
    { dispose: () => clearTimeout(timer) },
  );
}
