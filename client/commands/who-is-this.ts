import { l10n, type QuickPickItem, QuickPickItemKind, Range, ThemeIcon, window } from 'vscode';
import {
  type EntitiesParams,
  type EntityItem,
  REQUESTS,
  type SuggestionGroup,
  type SuggestionItem,
  type SuggestionMeaning,
} from '../../server/lsp/protocol.js';
import { ENTITY_KINDS } from '../core-words.js';
import type { Server } from '../server.js';
import type { Review } from '../suggestions/review.js';
import { showCurrent } from '../suggestions/show.js';
import { isSuggestionNode } from '../suggestions/suggestion-node.js';
import { sayWhoIsMeant } from '../who-is-meant.js';
import { changeTerms } from './change-terms.js';
import type { Command } from './command.js';
import { activeEditor } from './selection-actions.js';

export const whoIsThis: Command = {
  id: 'whoIsThis',
  title: 'Who Is This…',
  summary:
    'Says who is meant by a mention, by the selected words (all selections alike), or by a suggestion: somebody in the registry, with the words as another name if you like, or somebody new of any kind. On a mention also removes the tag, or tags the same words elsewhere. On a suggested promise the same as *Change Terms*.',
  enablement: 'editorLangId == markdown || focusedView == rapporteur.suggestions',
  icon: 'person',
  key: {
    key: 'w',
    mac: 'w',
    when: 'focusedView == rapporteur.suggestions && listFocus && !inputFocus',
  },
  menus: [
    { on: 'editor', when: 'editorLangId == markdown && rapporteur.active' },
    { on: 'row', when: 'view == rapporteur.suggestions && viewItem =~ /^suggestion-(item|group)/' },
  ],
  async run(context, row) {
    const { review, server } = context;
    await review.settled();
    const at = isSuggestionNode(row) ? row : undefined;
    const isElsewhere = row instanceof Range;
    const item =
      at?.type === 'item'
        ? at.item
        : at === undefined && !isElsewhere
          ? atCursor(review)
          : undefined;
    const group =
      at === undefined || at.type === 'section' ? item && review.groupOf(item) : at.group;
    if (group === undefined) {
      const editor = activeEditor();
      const finding = isElsewhere ? [row] : undefined;
      return editor && sayWhoIsMeant(server, editor, finding);
    }
    if (group.section === 'commitments') return changeTerms.run(context, row);
    const means = await pickMeaning(server, review, group);
    if (means === undefined) return;
    // Of a description one place alone is meant, or those of the row; of a name all that mean the same.
    const isOne = group.section === 'descriptions';
    const places =
      at?.type === 'group' || item === undefined
        ? group.items
        : review.chosen.includes(item)
          ? review.chosen.filter((each) => group.items.includes(each))
          : [item];
    const of = isOne ? places.map(({ key }) => key) : [group.key];
    await review.correct(of.map((key) => ({ of: key, means })));
    const same = review.items.filter(({ key }) =>
      isOne ? of.includes(key) : group.items.some((each) => each.words === wordsIn(key)),
    );
    const [first] = same;
    if (first !== undefined) review.look(first);
    await showCurrent(review);
  },
};

/** `person:Hegseth:1` -> `Hegseth` */
function wordsIn(key: string): string {
  return key.slice(key.indexOf(':') + 1, key.lastIndexOf(':'));
}

/** The suggestion that is looked at, if the cursor is on it, or somebody is in the tree. */
function atCursor(review: Review): SuggestionItem | undefined {
  const editor = window.activeTextEditor;
  const { current, document } = review;
  if (current === undefined || editor === undefined || editor.document !== document) return current;
  return review.rangeOf(current).contains(editor.selection.active) ? current : undefined;
}

type Meaning = SuggestionMeaning;

interface MeaningPick extends QuickPickItem {
  readonly means?: Meaning;
}

async function pickMeaning(
  server: Server,
  review: Review,
  group: SuggestionGroup,
): Promise<Meaning | undefined> {
  const client = await server.started();
  const words = group.items[0]?.words.replace(/\s+/g, ' ') ?? group.title;
  const isName = group.section === 'entities';
  const params: EntitiesParams = { query: '', limit: MAX_LISTED };
  const known = await client.sendRequest<readonly EntityItem[]>(REQUESTS.entities, params);
  const likely = known.filter((each) => sharesWord(each, words));
  const rest = known.filter((each) => !likely.includes(each));
  const entry = (item: EntityItem): MeaningPick => ({
    label: item.name,
    description: `${item.title} · ${item.id}`,
    iconPath: new ThemeIcon(item.icon),
    means: { kind: item.kind, ids: [item.id], remember: isName },
    ...(isName && { detail: l10n.t('“{0}” becomes another name.', words) }),
  });
  const others = review.groups
    .filter(({ section, key, newId }) => section === 'entities' && key !== group.key && newId)
    .map((other): MeaningPick => {
      const { title, kindTitle, icon, kind } = other;
      const description = `${kindTitle} · ${l10n.t('new')}`;
      return {
        label: title,
        description,
        iconPath: new ThemeIcon(icon),
        means: { kind, name: title },
      };
    })
    .sort((a, b) => Number(hasWord(b.label, words)) - Number(hasWord(a.label, words)));
  const fresh = ENTITY_KINDS.map(
    ({ kind, name, icon }): MeaningPick => ({
      label: l10n.t('New {0}: {1}', name.toLowerCase(), words),
      iconPath: new ThemeIcon(icon),
      means: { kind, name: words },
    }),
  );
  const picked = await window.showQuickPick(
    [
      ...titled(l10n.t('Several'), pairsFor(review, group)),
      ...titled(l10n.t('Likely'), [
        ...likely.map(entry),
        ...others.filter(({ label }) => hasWord(label, words)),
      ]),
      ...titled(
        l10n.t('Also suggested'),
        others.filter(({ label }) => !hasWord(label, words)),
      ),
      ...titled(l10n.t('Something new'), fresh),
      ...titled(l10n.t('In the registry'), rest.map(entry)),
    ],
    { title: l10n.t('Who or what is “{0}”?', words), matchOnDescription: true },
  );
  return picked?.means;
}

/** Of words for several (*the two leaders*): two of those whom the brief names most, the most named first. */
function pairsFor({ groups }: Review, { section, kind, items }: SuggestionGroup): MeaningPick[] {
  if (section !== 'descriptions' || (items[0]?.ids.length ?? 0) < 2) return [];
  const all = groups
    .filter((each) => each.section === 'entities' && each.kind === kind)
    .flatMap(({ title, icon, items: places }) => {
      const [id, ...others] = places[0]?.ids ?? [];
      const times = places.length;
      return id === undefined || others.length > 0 ? [] : [{ id, title, icon, times }];
    });
  const most = all.toSorted((a, b) => b.times - a.times).slice(0, MOST_NAMED);
  const named = all.filter((each) => most.includes(each));
  const pairs = named.flatMap((one, at) =>
    named.slice(at + 1).map((other) => [one, other] as const),
  );
  return pairs
    .sort(([a, b], [c, d]) => c.times + d.times - (a.times + b.times))
    .map(([one, other]) => ({
      label: l10n.t('{0} and {1}', one.title, other.title),
      iconPath: new ThemeIcon(one.icon),
      means: { kind, ids: [one.id, other.id], remember: false },
    }));
}

const MOST_NAMED = 5;

/** More than a person scrolls through; whoever types finds by words. */
const MAX_LISTED = 1000;

function titled(title: string, items: readonly MeaningPick[]): readonly MeaningPick[] {
  return items.length === 0 ? [] : [{ label: title, kind: QuickPickItemKind.Separator }, ...items];
}

function sharesWord({ name, otherNames, id }: EntityItem, words: string): boolean {
  return [name, ...otherNames, id.replaceAll('-', ' ')].some((each) => hasWord(each, words));
}

/** Whether two names have a word of more than two letters in common, or one is short for the other. */
function hasWord(name: string, words: string): boolean {
  const of = (text: string): readonly string[] => text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
  const [one, other] = [of(name), of(words)];
  const initials = one.map((word) => word.charAt(0)).join('');
  return one.some((word) => word.length > 2 && other.includes(word)) || initials === other.join('');
}
