import { l10n, QuickInputButtons, type QuickPickItem, QuickPickItemKind, window } from 'vscode';
import { type CommitmentItem, REQUESTS } from '../../server/lsp/protocol.js';
import {
  type CommitmentFilter,
  filterCommitments,
  isFilter,
  partiesOf,
} from '../commitment-filter.js';
import { didStep } from '../first-steps.js';
import { showLocation } from '../show-places.js';
import type { Command } from './command.js';
import { type CommitmentPick, commitmentPick } from './commitment-pick.js';

export const showCommitments: Command = {
  id: 'showCommitments',
  title: 'Show Commitments…',
  summary:
    'Lists the promises of all briefs: overdue, open, of one party, or all. Choose one to open the place where it was made.',
  key: { key: 'ctrl+k l', mac: 'cmd+k l', when: 'rapporteur.active' },
  async run({ server }, argument) {
    await server.ready();
    const client = await server.started();
    const all = await client.sendRequest<readonly CommitmentItem[]>(REQUESTS.commitments);
    if (all.length === 0) {
      void window.showInformationMessage(
        l10n.t(
          'There is no commitment in any brief yet. Select the words of a promise and choose Rapporteur: New Commitment from Selection.',
        ),
      );
      return;
    }
    const picked = await browse(all, isFilter(argument) ? argument : undefined);
    if (picked === undefined) return;
    await showLocation(client, picked.location);
    void didStep('follow');
  },
};

/** First which, then which one; back and forth until one is chosen. */
async function browse(
  all: readonly CommitmentItem[],
  first: CommitmentFilter | undefined,
): Promise<CommitmentItem | undefined> {
  let filter = first;
  for (;;) {
    filter ??= await pickFilter(all);
    if (filter === undefined) return undefined;
    const picked = await pickOne(all, filter);
    if (picked !== 'back') return picked;
    filter = undefined;
  }
}

interface FilterPick extends QuickPickItem {
  readonly filter?: CommitmentFilter;
}

async function pickFilter(all: readonly CommitmentItem[]): Promise<CommitmentFilter | undefined> {
  const count = (filter: CommitmentFilter): string => String(filterCommitments(all, filter).length);
  const whole: readonly FilterPick[] = [
    { label: `$(warning) ${l10n.t('Overdue')}`, description: count('overdue'), filter: 'overdue' },
    { label: `$(circle-outline) ${l10n.t('Open')}`, description: count('open'), filter: 'open' },
    { label: `$(list-unordered) ${l10n.t('All')}`, description: count('all'), filter: 'all' },
  ];
  const parties = partiesOf(all).map(({ name, owes, isOwed }): FilterPick => {
    const description = l10n.t('owes {0}, is owed {1}', owes, isOwed);
    return { label: name, description, filter: { party: name } };
  });
  const heading: FilterPick = { label: l10n.t('By party'), kind: QuickPickItemKind.Separator };
  const title = l10n.t('Which commitments?');
  const options = { title, placeHolder: l10n.t('Overdue, open, all, or those of a party') };
  return (await window.showQuickPick([...whole, heading, ...parties], options))?.filter;
}

function pickOne(
  all: readonly CommitmentItem[],
  filter: CommitmentFilter,
): Promise<CommitmentItem | 'back' | undefined> {
  const pick = window.createQuickPick<CommitmentPick>();
  pick.title = titleOf(filter);
  pick.items = filterCommitments(all, filter).map(commitmentPick);
  pick.placeholder =
    pick.items.length === 0
      ? l10n.t('None. Go back to choose others.')
      : l10n.t('Words, a party, an agreement or a brief');
  pick.matchOnDescription = true;
  pick.matchOnDetail = true;
  pick.buttons = [QuickInputButtons.Back];
  pick.show();
  return new Promise((resolve) => {
    const end = (result: CommitmentItem | 'back' | undefined): void => {
      resolve(result);
      pick.dispose();
    };
    pick.onDidTriggerButton(() => end('back'));
    pick.onDidAccept(() => {
      const [picked] = pick.selectedItems;
      if (picked !== undefined) end(picked.item);
    });
    pick.onDidHide(() => end(undefined));
  });
}

function titleOf(filter: CommitmentFilter): string {
  if (filter === 'overdue') return l10n.t('Overdue commitments');
  if (filter === 'open') return l10n.t('Open commitments');
  if (filter === 'all') return l10n.t('All commitments');
  return l10n.t('Commitments by and to {0}', filter.party);
}
