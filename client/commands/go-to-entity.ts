import {
  CancellationTokenSource,
  l10n,
  type QuickPick,
  type QuickPickItem,
  QuickPickItemKind,
  ThemeIcon,
  window,
} from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import { type EntitiesParams, type EntityItem, REQUESTS } from '../../server/lsp/protocol.js';
import { plurals } from '../plurals.js';
import { showLocation } from '../show-places.js';
import type { Command } from './command.js';

export const goToEntity: Command = {
  id: 'goToEntity',
  title: 'Go to Entity…',
  summary:
    'Finds a person, organization, place, agreement … by any of its names as you type, and opens its definition.',
  key: { key: 'ctrl+k g', mac: 'cmd+k g', when: 'rapporteur.active' },
  async run({ server }) {
    const client = await server.started();
    const picked = await pickEntity(client);
    if (picked !== undefined) await showLocation(client, picked.location);
  },
};

interface EntityPick extends QuickPickItem {
  readonly item?: EntityItem;
}

/**
 * The server puts the best first, and VS Code would sort by the alphabet. Not in its published types;
 * a VS Code that does not know it sorts, and that is all.
 */
const KEEP_ORDER = { sortByLabel: false };

const MAX_SHOWN = 200;

/** Asks the server at every key: it knows all names and is quick at 100,000 of them. */
function pickEntity(client: BaseLanguageClient): Promise<EntityItem | undefined> {
  const pick = window.createQuickPick<EntityPick>();
  pick.title = l10n.t('Go to Entity');
  pick.placeholder = l10n.t('A name, another name or an id');
  // What is found by another name would be left out by VS Code, which looks at the labels.
  Object.assign(pick, KEEP_ORDER);
  pick.matchOnDescription = true;
  pick.matchOnDetail = true;
  const search = searcherOf(client, pick);
  pick.onDidChangeValue(search);
  search('');
  pick.show();
  return new Promise((resolve) => {
    pick.onDidAccept(() => {
      const [picked] = pick.selectedItems;
      if (picked?.item === undefined) return;
      resolve(picked.item);
      pick.hide();
    });
    pick.onDidHide(() => {
      resolve(undefined);
      pick.dispose();
    });
  });
}

type Search = (query: string) => Promise<void>;

/** The newest question counts; older ones are cancelled. */
function searcherOf(client: BaseLanguageClient, pick: QuickPick<EntityPick>): Search {
  let asking: CancellationTokenSource | undefined;
  return async (query: string): Promise<void> => {
    asking?.cancel();
    const mine = new CancellationTokenSource();
    asking = mine;
    pick.busy = true;
    const params: EntitiesParams = { query, limit: MAX_SHOWN };
    try {
      const found = await client.sendRequest<readonly EntityItem[]>(
        REQUESTS.entities,
        params,
        mine.token,
      );
      if (asking === mine) pick.items = query === '' ? byKind(found) : found.map(entityPick);
    } catch (error) {
      if (!mine.token.isCancellationRequested) client.warn(String(error));
    } finally {
      if (asking === mine) pick.busy = false;
    }
  };
}

/** With nothing typed: under the headings of their kinds, so that one can look around. */
function byKind(items: readonly EntityItem[]): readonly EntityPick[] {
  const titles = new Set(items.map(({ title }) => title));
  return [...titles].flatMap((title) => [
    { label: title, kind: QuickPickItemKind.Separator },
    ...items.filter((item) => item.title === title).map(entityPick),
  ]);
}

function entityPick(item: EntityItem): EntityPick {
  const { icon, title, name, id, otherNames, description, mentions } = item;
  const also = otherNames.length > 0 ? l10n.t('also {0}', otherNames.join(', ')) : '';
  const detail = [description, also, plurals.mentions(mentions)].filter((part) => part !== '');
  return {
    label: name,
    description: `${title} · ${id}`,
    detail: detail.join(' · '),
    iconPath: new ThemeIcon(icon),
    alwaysShow: true,
    item,
  };
}
