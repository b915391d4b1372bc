import { workspace } from 'vscode';
import type { SuggestionItem } from '../../server/lsp/protocol.js';
import { actionsAt } from '../code-actions.js';
import type { Review } from '../suggestions/review.js';
import { showCurrent } from '../suggestions/show.js';
import { isSuggestionNode, itemsOf } from '../suggestions/suggestion-node.js';
import type { Command, CommandContext } from './command.js';

const IN_TREE = 'focusedView == rapporteur.suggestions && listFocus && !inputFocus';
const IN_EDITOR = 'rapporteur.review == open && editorTextFocus && editorLangId == markdown';
const ON_ROW = 'view == rapporteur.suggestions && viewItem =~ /^suggestion-(item|group|promise)/';

export const acceptSuggestion: Command = {
  id: 'acceptSuggestion',
  title: 'Accept Suggestion',
  summary:
    'Accepts the suggestion that you look at, or all places of a row, and goes to the next one. Nothing is written yet.',
  enablement: 'rapporteur.review == open',
  icon: 'check',
  key: { key: 'alt+y', mac: 'cmd+alt+y', when: IN_EDITOR },
  moreKeys: [{ key: 'a', mac: 'a', when: IN_TREE }],
  menus: [{ on: 'row', when: ON_ROW }],
  run: async ({ review }, row) =>
    decide(review, await chosenItems(review, row), (items) => review.accept(items)),
};

export const acceptAllOfThis: Command = {
  id: 'acceptAllOfThis',
  title: 'Accept All of This',
  summary: 'Accepts all suggestions that mean the same as the one that you look at.',
  enablement: 'rapporteur.review == open',
  key: { key: 'alt+a', mac: 'cmd+alt+a', when: IN_EDITOR },
  moreKeys: [{ key: 'shift+a', mac: 'shift+a', when: IN_TREE }],
  menus: [{ on: 'rowMenu', when: ON_ROW }],
  async run({ review }, row) {
    const [item] = await chosenItems(review, row);
    const all = (item && review.groupOf(item)?.items) ?? [];
    return decide(review, all, (items) => review.accept(items));
  },
};

export const skipSuggestion: Command = {
  id: 'skipSuggestion',
  title: 'Skip Suggestion',
  summary: 'Leaves the suggestion that you look at as it is, and goes to the next one.',
  enablement: 'rapporteur.review == open',
  icon: 'debug-step-over',
  key: { key: 's', mac: 's', when: IN_TREE },
  menus: [{ on: 'row', when: ON_ROW }],
  run: async ({ review }, row) =>
    decide(review, await chosenItems(review, row), (items) => review.skip(items)),
};

export const neverSuggest: Command = {
  id: 'neverSuggest',
  title: 'Never Suggest in This Brief',
  summary:
    'Says in the front matter that the words are not a name in this brief: they are not suggested again.',
  enablement: 'rapporteur.review == open',
  icon: 'circle-slash',
  key: { key: 'x', mac: 'x', when: IN_TREE },
  menus: [{ on: 'row', when: ON_ROW }],
  run: async ({ server, review }, row) =>
    never({ server, review }, await chosenItems(review, row), 'here'),
};

export const neverSuggestAnywhere: Command = {
  id: 'neverSuggestAnywhere',
  title: 'Never Suggest in Any Brief',
  summary: 'Says in `rapporteur.yaml` that the words are never a name.',
  enablement: 'rapporteur.review == open',
  menus: [{ on: 'rowMenu', when: ON_ROW }],
  run: async ({ server, review }, row) =>
    never({ server, review }, await chosenItems(review, row), 'anywhere'),
};

/** The places of a row that was clicked on, or of all rows that it is selected with; without one, of what is looked at. */
export async function chosenItems(
  review: Review,
  row: unknown,
): Promise<readonly SuggestionItem[]> {
  await review.settled();
  if (!isSuggestionNode(row)) return review.chosen;
  const own = itemsOf(row);
  return own.every((item) => review.chosen.includes(item)) ? review.chosen : own;
}

/** Does it, and moves on to what nobody has decided about. */
async function decide(
  review: Review,
  items: readonly SuggestionItem[],
  act: (items: readonly SuggestionItem[]) => void,
): Promise<void> {
  const [last] = items.slice(-1);
  if (last === undefined) return;
  act(items);
  const isHere = review.current === undefined || items.includes(review.current);
  if (!isHere) return;
  review.look(review.step(1, last) ?? last);
  await showCurrent(review);
}

async function never(
  { server, review }: Pick<CommandContext, 'server' | 'review'>,
  items: readonly SuggestionItem[],
  where: 'here' | 'anywhere',
): Promise<void> {
  const { document } = review;
  const [item] = items;
  if (document === undefined || item === undefined) return;
  const kind = `quickfix.rapporteur.never.${where}`;
  const [action] = await actionsAt(server, document, review.rangeOf(item), kind);
  if (action?.edit === undefined) return;
  await workspace.applyEdit(action.edit, { isRefactoring: true });
  await decide(review, items, (all) => review.skip(all));
  await review.open(document);
}
