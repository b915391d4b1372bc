import { commands, Disposable, l10n, TreeItemCheckboxState, type TreeView, window } from 'vscode';
import type { SuggestionItem } from '../../server/lsp/protocol.js';
import { plurals } from '../plurals.js';
import type { Review } from '../suggestions/review.js';
import { showCurrent } from '../suggestions/show.js';
import { itemsOf, type SuggestionNode } from '../suggestions/suggestion-node.js';
import { createSuggestionTree, idOf, type SuggestionTree } from '../suggestions/suggestion-tree.js';
import type { View } from './view.js';

/** What could be tagged in the open brief: names, promises, dates and descriptions, each with a box to tick. */
export const suggestions: View = {
  id: 'suggestions',
  name: 'Suggestions',
  welcome: [
    {
      words:
        'Open a brief, or paste a text into a Markdown file, to see what could be tagged in it: names, dates, promises.',
      when: '!rapporteur.review || rapporteur.review == none',
    },
    {
      words:
        'Names, dates and promises in this text can be tagged for you. You look at each before anything is written.\n[Annotate This Brief](command:rapporteur.annotateBrief)',
      when: 'rapporteur.review == idle',
    },
    {
      words:
        'There is nothing more to tag in this brief.\n[Check Workspace](command:rapporteur.checkWorkspace)',
      when: 'rapporteur.review == empty',
    },
  ],
  // Where the cursor goes in the tree, the editor goes along.
  keys: [
    { key: 'down', ...focusAndShow('list.focusDown') },
    { key: 'up', ...focusAndShow('list.focusUp') },
  ],
  open({ review }) {
    const provider = createSuggestionTree(review);
    const view = window.createTreeView<SuggestionNode>('rapporteur.suggestions', {
      treeDataProvider: provider,
      manageCheckboxStateManually: true,
      showCollapseAll: true,
      canSelectMany: true,
    });
    /** What was shown last: whoever selects other rows meanwhile keeps them. */
    let shown: string | undefined;
    let revealing: Promise<void> = Promise.resolve();
    const reveal = (): void => {
      const { current } = review;
      if (current === undefined || current.key === shown) return;
      shown = current.key;
      revealing = revealCurrent(view, provider, review);
    };
    const look = (): void => {
      const all = view.selection.filter(({ type }) => type !== 'section').flatMap(itemsOf);
      const [item] = all;
      if (item === undefined) return;
      shown = item.key;
      review.look(item, all);
      void showCurrent(review);
    };
    /** VS Code names none of what is selected while it has dropped the rows and not asked for them again, however long that takes. */
    const isKnown = (): boolean => view.selection.length > 0 && !provider.isBusy();
    /** What is selected while rows are made anew is known once they are there. */
    const lookAgain = async (): Promise<void> => {
      for (let tries = 0; tries < MOST_TRIES && !isKnown(); tries += 1) await aMoment();
      await revealing;
      look();
    };
    let drawn: readonly unknown[] = [];
    const update = (): void => {
      // Whoever looks at another row changes none.
      const now = [
        review.groups,
        review.outcome,
        ...review.items.map((item) => stateIn(review, item)),
      ];
      if (now.length !== drawn.length || now.some((one, at) => one !== drawn[at]))
        provider.update();
      drawn = now;
      view.message = messageOf(review);
      view.description =
        review.document === undefined
          ? ''
          : l10n.t('{0} of {1} accepted', count(review), review.items.length);
      void commands.executeCommand('setContext', 'rapporteur.review', stateOf(review));
      reveal();
    };
    update();
    return Disposable.from(
      view,
      review.onChange(update),
      window.onDidChangeActiveTextEditor(() => {
        void commands.executeCommand('setContext', 'rapporteur.review', stateOf(review));
      }),
      view.onDidChangeCheckboxState(({ items }) => {
        for (const [node, state] of items) {
          const all = itemsOf(node);
          if (state === TreeItemCheckboxState.Checked) review.accept(all);
          else review.takeBack(all);
        }
      }),
      view.onDidChangeSelection(() => {
        look();
        if (!isKnown()) review.expect(lookAgain());
      }),
    );
  },
};

/** More than it takes to draw the rows, 4 seconds; then nothing is selected. */
const MOST_TRIES = 200;

const aMoment = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 20));

function focusAndShow(command: string): { readonly command: string; readonly args: object } {
  return { command: 'runCommands', args: { commands: [command, 'list.select'] } };
}

function stateIn(review: Review, item: SuggestionItem): string {
  return review.isAccepted(item) ? 'accepted' : review.isSkipped(item) ? 'skipped' : 'open';
}

function count(review: Review): number {
  return review.items.filter((item) => review.isAccepted(item)).length;
}

/** `none`: no brief; `idle`: not asked yet; `empty`: nothing to suggest; `open`: there is something. */
function stateOf(review: Review): string {
  if (review.document !== undefined) return review.items.length === 0 ? 'empty' : 'open';
  return window.activeTextEditor?.document.languageId === 'markdown' ? 'idle' : 'none';
}

/** Empty: there is no message. */
function messageOf({ outcome, items }: Review): string {
  if (outcome === undefined) return '';
  const { tags, entries, left, applied } = outcome;
  if (!applied && left.length === 0) return '';
  const done = applied
    ? [plurals.tags(tags), ...(entries > 0 ? [plurals.entries(entries)] : [])]
    : [];
  const undone = left.map(({ words, reason }) => `“${shortened(words)}”: ${reason}`);
  return [
    applied ? l10n.t('Tagged: {0}.', done.join(', ')) : '',
    left.length > 0 ? l10n.t('Not tagged: {0}', undone.join(' ')) : '',
    items.length === 0 ? l10n.t('There is nothing more to tag in this brief.') : '',
  ]
    .filter((part) => part !== '')
    .join(' ');
}

function shortened(words: string): string {
  const line = words.replace(/\s+/g, ' ');
  return line.length <= 40 ? line : `${line.slice(0, 39)}…`;
}

async function revealCurrent(
  view: TreeView<SuggestionNode>,
  provider: SuggestionTree,
  { current }: Review,
): Promise<void> {
  const node = current && provider.nodeOf(current);
  if (!view.visible || node === undefined) return;
  if (view.selection.some((one) => idOf(one) === idOf(node))) return;
  const isWithin = view.selection.some(
    (selected) => selected.type === 'group' && selected.group.items[0]?.key === current?.key,
  );
  if (isWithin) return;
  try {
    await view.reveal(node, { select: true, focus: false, expand: false });
  } catch {
    // It was gone before it could be shown.
  }
}
