import {
  CancellationTokenSource,
  l10n,
  type QuickPickItem,
  QuickPickItemKind,
  ThemeIcon,
  window,
} from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import {
  type EntitiesParams,
  type EntityItem,
  type MentionAt,
  type MentionCandidate,
  type MentionParams,
  REQUESTS,
} from '../server/lsp/protocol.js';
import { ENTITY_KINDS } from './core-words.js';

/** What somebody says of words. */
export type MentionChoice = Pick<MentionParams, 'means' | 'everywhere'>;

interface ChoicePick extends QuickPickItem {
  readonly choice?: MentionChoice;
  /** Somebody who is known: it may be asked whether the words are remembered. */
  readonly known?: MentionCandidate;
}

/** Known ones are looked for by the server, which knows all names. */
const MOST_FOUND = 50;

/**
 * Asks whom words mean: the likely ones first, then somebody new, then what else can be done with the tag. What is typed looks
 * through everybody who is known. `undefined`: nobody was chosen.
 */
export async function pickMention(
  client: BaseLanguageClient,
  at: MentionAt,
  places: number,
): Promise<MentionChoice | undefined> {
  const picked = await pickWho(client, at, places);
  if (picked?.known === undefined) return picked?.choice;
  return pickScope(at, picked.known, places);
}

function pickWho(
  client: BaseLanguageClient,
  at: MentionAt,
  places: number,
): Promise<ChoicePick | undefined> {
  const pick = window.createQuickPick<ChoicePick>();
  const words = shortened(at.words);
  pick.title =
    places > 1
      ? l10n.t('Who or what are these {0} selections?', places)
      : l10n.t('Who or what is “{0}”?', words);
  const now = at.means.map(({ name }) => name).join(', ');
  pick.placeholder =
    now === ''
      ? l10n.t('Choose, or type a name to find')
      : l10n.t('Now: {0}. Choose, or type a name to find', now);
  pick.matchOnDescription = true;
  pick.matchOnDetail = true;
  const offered = [
    ...titled(l10n.t('Likely'), at.likely.map(knownPick)),
    ...titled(l10n.t('This mention'), ofMention(at, places)),
    ...titled(l10n.t('Somebody or something new'), newPicks(at, words)),
  ];
  pick.items = offered;
  let asking: CancellationTokenSource | undefined;
  const search = async (query: string): Promise<void> => {
    asking?.cancel();
    const mine = new CancellationTokenSource();
    asking = mine;
    if (query.trim() === '') {
      pick.items = offered;
      return;
    }
    const params: EntitiesParams = { query, limit: MOST_FOUND };
    const found = await client.sendRequest<readonly EntityItem[]>(
      REQUESTS.entities,
      params,
      mine.token,
    );
    if (asking !== mine) return;
    const rest = found.filter(({ id }) => !at.likely.some((each) => each.id === id));
    // They were found by any of their names, which VS Code does not see.
    const others = rest.map((each) => ({ ...knownPick(each), alwaysShow: true }));
    pick.items = [...offered, ...titled(l10n.t('In the registry'), others)];
  };
  pick.onDidChangeValue((query) => void search(query).catch(() => undefined));
  pick.show();
  return new Promise((resolve) => {
    pick.onDidAccept(() => {
      const [picked] = pick.selectedItems;
      if (picked === undefined) return;
      resolve(picked);
      pick.hide();
    });
    pick.onDidHide(() => {
      asking?.cancel();
      resolve(undefined);
      pick.dispose();
    });
  });
}

function knownPick(known: MentionCandidate): ChoicePick {
  const { icon, title, id, name } = known;
  return { label: name, description: `${title} · ${id}`, iconPath: new ThemeIcon(icon), known };
}

/** What can be done with the mention as it is. */
function ofMention(at: MentionAt, places: number): readonly ChoicePick[] {
  const { isTagged, isName, kind, means, others } = at;
  const ids = means.map(({ id }) => id);
  const name = means.map((each) => each.name).join(', ');
  const picks: ChoicePick[] = [];
  if (isTagged && others > 0 && ids.length > 0)
    picks.push({
      label: l10n.t('Tag the {0} other places too: {1}', others, name),
      iconPath: new ThemeIcon('list-selection'),
      choice: { means: { kind, ids }, everywhere: true },
    });
  if (isTagged && ids.length === 1 && !isName && places === 1)
    picks.push({
      label: l10n.t('Remember “{0}” as another name of {1}', shortened(at.words), name),
      iconPath: new ThemeIcon('bookmark'),
      choice: { means: { kind, ids, remember: true } },
    });
  if (isTagged)
    picks.push({
      label: l10n.t('Remove the tag'),
      iconPath: new ThemeIcon('close'),
      choice: { means: null },
    });
  return picks;
}

/** Of each kind; of a mention of another kind this is how its kind changes. */
function newPicks({ isTagged, kind }: MentionAt, words: string): readonly ChoicePick[] {
  return ENTITY_KINDS.map((each): ChoicePick => {
    const isOther = isTagged && each.kind !== kind;
    const title = each.name.toLowerCase();
    return {
      label: l10n.t('New {0}: {1}', title, words),
      ...(isOther ? { description: l10n.t('changes the kind of the tag') } : {}),
      iconPath: new ThemeIcon(each.icon),
      choice: { means: { kind: each.kind } },
    };
  });
}

/** Where somebody is meant by these words: here alone, in other places too, from now on. */
async function pickScope(
  { words, others }: MentionAt,
  { id, kind, name }: MentionCandidate,
  places: number,
): Promise<MentionChoice | undefined> {
  const isOne = places === 1;
  const choice = (remember: boolean, everywhere: boolean): MentionChoice => {
    return { means: { kind, ids: [id], remember }, everywhere };
  };
  const said = shortened(words);
  const elsewhere = isOne && others > 0;
  const picks: readonly ChoicePick[] = [
    {
      label: isOne ? l10n.t('Here only') : l10n.t('In the selections'),
      choice: choice(false, false),
    },
    {
      label: isOne
        ? l10n.t('Here, and remember “{0}” as another name', said)
        : l10n.t('In the selections, and remember the words as other names'),
      choice: choice(true, false),
    },
    ...(elsewhere
      ? [
          {
            label: l10n.t('Here and in the {0} other places', others),
            choice: choice(false, true),
          },
          {
            label: l10n.t('Here and in the {0} other places, and remember “{1}”', others, said),
            choice: choice(true, true),
          },
        ]
      : []),
  ];
  const picked = await window.showQuickPick(picks, {
    title: l10n.t('“{0}” is {1}', said, name),
    placeHolder: l10n.t('Where?'),
  });
  return picked?.choice;
}

function titled(title: string, items: readonly ChoicePick[]): readonly ChoicePick[] {
  return items.length === 0 ? [] : [{ label: title, kind: QuickPickItemKind.Separator }, ...items];
}

function shortened(words: string): string {
  return words.length <= 40 ? words : `${words.slice(0, 39).trimEnd()}…`;
}
