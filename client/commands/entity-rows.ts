import { commands, l10n, type Position, type QuickPickItem, type Uri, window } from 'vscode';
import type { Location as SentLocation } from 'vscode-languageclient';
import {
  COMMANDS,
  type ListedEntity,
  type MergeParams,
  type MergeResult,
  REQUESTS,
} from '../../server/lsp/protocol.js';
import type { EntityNode } from '../lists/entity-list.js';
import { filterList } from '../lists/filter-list.js';
import { plurals } from '../plurals.js';
import { showLocation } from '../show-places.js';
import type { Command, CommandContext } from './command.js';

const ON_VIEW = 'view == rapporteur.entities';
const ON_ROW = 'view =~ /^rapporteur\\.(entities|brief)$/ && viewItem == entity';

export const filterEntities: Command = {
  id: 'filterEntities',
  title: 'Filter Entities…',
  summary: 'Shows only those entities in the view whose names or ids have these words.',
  enablement: 'rapporteur.active',
  icon: 'filter',
  menus: [{ on: 'viewTitle', when: ON_VIEW }],
  run: async ({ lists }) =>
    filterList(lists.entities, {
      title: l10n.t('Filter entities'),
      hint: l10n.t('A name, another name or an id; empty: all'),
    }),
};

export const goToDefinitionOf: Command = {
  id: 'goToDefinitionOf',
  title: 'Go to Definition',
  summary: 'Opens the entry of an entity.',
  ofRow: true,
  icon: 'go-to-file',
  menus: [{ on: 'row', when: ON_ROW }],
  async run(context, node) {
    await goTo(context, node);
  },
};

export const showMentionsOf: Command = {
  id: 'showMentionsOf',
  title: 'Show Mentions',
  summary: 'Shows where an entity is mentioned.',
  ofRow: true,
  icon: 'references',
  menus: [{ on: 'row', when: ON_ROW }],
  async run(context, node) {
    const place = await goTo(context, node);
    const id = itemOf(node)?.id;
    if (place === undefined || id === undefined) return;
    const client = await context.server.started();
    const { protocol2CodeConverter: converter } = client;
    const found = await client.sendRequest<readonly SentLocation[]>(REQUESTS.mentionPlaces, { id });
    const { uri, at } = place;
    const places = found.map((each) => converter.asLocation(each));
    await commands.executeCommand('editor.action.showReferences', uri, at, places);
  },
};

export const renameEntity: Command = {
  id: 'renameEntity',
  title: 'Rename Id…',
  summary: 'Renames the id of an entity everywhere.',
  ofRow: true,
  menus: [{ on: 'rowMenu', when: ON_ROW }],
  async run(context, node) {
    const place = await goTo(context, node);
    if (place !== undefined)
      await commands.executeCommand('editor.action.rename', [place.uri, place.at]);
  },
};

export const mergeEntity: Command = {
  id: 'mergeEntity',
  title: 'Merge Into…',
  summary:
    'Makes two entries of the registry that are one into one: names joined, references rewritten everywhere, one change.',
  ofRow: true,
  menus: [{ on: 'rowMenu', when: ON_ROW }],
  async run(context, node) {
    const from = itemOf(node);
    if (from === undefined) return;
    const into = await pickOther(context, from);
    if (into === undefined) return;
    const client = await context.server.started();
    const params: MergeParams = { from: from.id, into: into.id };
    const result = await client.sendRequest<MergeResult | null>('workspace/executeCommand', {
      command: COMMANDS.merge,
      arguments: [params],
    });
    if (result?.refused !== undefined) void window.showWarningMessage(result.refused);
    else if (result?.applied === true)
      window.setStatusBarMessage(l10n.t('Merged into {0}.', into.name), 5000);
  },
};

interface EntityPick extends QuickPickItem {
  readonly entity: ListedEntity;
}

/** Another one of its kind; there may be thousands, so the server looks for the words that are typed. */
function pickOther(
  { lists, log }: CommandContext,
  from: ListedEntity,
): Promise<ListedEntity | undefined> {
  const pick = window.createQuickPick<EntityPick>();
  pick.title = l10n.t('Merge {0} into', from.name);
  pick.placeholder = l10n.t('The entry that is kept');
  pick.matchOnDescription = true;
  pick.matchOnDetail = true;
  const search = async (words: string): Promise<void> => {
    const found = await lists.entities.like(from, words);
    if (pick.value === words) pick.items = found.map(entityPick);
  };
  const searchOrLog = (words: string): void => {
    search(words).catch((error: unknown) => log.warn(String(error)));
  };
  pick.onDidChangeValue(searchOrLog);
  searchOrLog('');
  pick.show();
  return new Promise((resolve) => {
    pick.onDidAccept(() => {
      const [picked] = pick.selectedItems;
      if (picked === undefined) return;
      resolve(picked.entity);
      pick.hide();
    });
    pick.onDidHide(() => {
      resolve(undefined);
      pick.dispose();
    });
  });
}

function entityPick(entity: ListedEntity): EntityPick {
  const { id, name, otherNames, mentions } = entity;
  const detail = [...otherNames, plurals.mentions(mentions)].join(' · ');
  return { label: name, description: id, detail, entity };
}

function itemOf(node: unknown): ListedEntity | undefined {
  const { type, item } = (node ?? {}) as Partial<Extract<EntityNode, { type: 'item' }>>;
  return type === 'item' ? item : undefined;
}

/** Resolves to the place that is shown then. */
async function goTo(
  { server, lists }: CommandContext,
  node: unknown,
): Promise<{ readonly uri: Uri; readonly at: Position } | undefined> {
  const item = itemOf(node);
  const now = item && (await lists.entities.now(item.id));
  if (now === undefined) return undefined;
  const { uri, range } = await showLocation(await server.started(), now.location);
  return { uri, at: range.start };
}
