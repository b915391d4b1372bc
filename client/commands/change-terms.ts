import { l10n, type QuickPickItem, QuickPickItemKind, ThemeIcon, window } from 'vscode';
import {
  type EntitiesParams,
  type EntityItem,
  REQUESTS,
  type SuggestionItem,
  type SuggestionTerms,
} from '../../server/lsp/protocol.js';
import type { Review } from '../suggestions/review.js';
import type { Command } from './command.js';
import { chosenItems } from './review-decisions.js';

export const changeTerms: Command = {
  id: 'changeTerms',
  title: 'Change Terms of the Promise…',
  summary:
    'Says who promises, for whom, to whom, who said so, where and under what, and until when: one list to tick, for all promises that are selected. Accepts them.',
  enablement: 'rapporteur.review == open',
  icon: 'settings',
  key: {
    key: 't',
    mac: 't',
    when: 'focusedView == rapporteur.suggestions && listFocus && !inputFocus',
  },
  menus: [{ on: 'row', when: 'view == rapporteur.suggestions && viewItem == suggestion-promise' }],
  async run({ review, server }, row) {
    const promises = chosenItems(review, row).filter(({ terms }) => terms !== undefined);
    if (promises.length === 0) {
      window.setStatusBarMessage(l10n.t('Choose a promise first.'), 5000);
      return;
    }
    const client = await server.started();
    const params: EntitiesParams = { query: '', limit: MAX_LISTED };
    const known = await client.sendRequest<readonly EntityItem[]>(REQUESTS.entities, params);
    const terms = await pickTerms(promises, partiesIn(review, known));
    if (terms === undefined) return;
    await review.correct(promises.map((one) => ({ of: one.key, terms: changed(one, terms) })));
    review.accept(review.items.filter(({ key }) => promises.some((one) => one.key === key)));
  },
};

/** More than a person scrolls through; whoever types finds by words. */
const MAX_LISTED = 1000;

interface Party {
  /** An id, or the key of what is proposed. */
  readonly key: string;
  readonly kind: string;
  readonly name: string;
  readonly icon: string;
}

/** Those that the brief may speak of: what is proposed for it, then what is registered. */
function partiesIn(review: Review, known: readonly EntityItem[]): readonly Party[] {
  const proposed = review.groups
    .filter(({ section, newId }) => section === 'entities' && newId !== undefined)
    .map(({ key, kind, title, icon }): Party => ({ key, kind, name: title, icon }));
  const named = new Set(review.groups.map(({ key }) => key));
  const registered = known
    .map(({ id, kind, name, icon }): Party => ({ key: id, kind, name, icon }))
    .sort((a, b) => Number(named.has(b.key)) - Number(named.has(a.key)));
  return [...proposed, ...registered];
}

type Parties = 'by' | 'for' | 'to' | 'saidBy';

interface TermPick extends QuickPickItem {
  readonly term?: Parties | 'at' | 'under' | 'due';
  readonly key?: string;
}

/** What was ticked, and what was no longer. */
interface Ticked {
  readonly now: readonly TermPick[];
  readonly before: readonly TermPick[];
  readonly due: string | undefined;
}

const ACTING: ReadonlySet<string> = new Set(['place', 'person', 'office', 'org']);

async function pickTerms(
  promises: readonly SuggestionItem[],
  parties: readonly Party[],
): Promise<Ticked | undefined> {
  const actors = parties
    .filter(({ kind }) => ACTING.has(kind))
    .sort((a, b) => Number(a.kind === 'office') - Number(b.kind === 'office'));
  const of = (kind: string): readonly Party[] => parties.filter((one) => one.kind === kind);
  const each: Party = {
    key: 'each-other',
    kind: '',
    name: l10n.t('each other'),
    icon: 'arrow-swap',
  };
  const sections = [
    section(promises, 'by', l10n.t('By'), actors),
    section(promises, 'for', l10n.t('For'), actors),
    section(promises, 'to', l10n.t('To'), [each, ...actors]),
    section(promises, 'saidBy', l10n.t('Said by'), actors),
    section(promises, 'at', l10n.t('At'), of('event')),
    section(promises, 'under', l10n.t('Under'), of('agreement')),
  ];
  const due = sameIn(promises, (terms) => terms.due || terms.dueText);
  const day: TermPick = {
    label: l10n.t('Until…'),
    ...(due !== '' && { description: due }),
    iconPath: new ThemeIcon('watch'),
    term: 'due',
  };
  const picks = [...sections.flatMap((one) => one.picks), TITLED(l10n.t('When')), day];
  const before = picks.filter(({ picked }) => picked === true);
  const [only, ...others] = promises;
  const title =
    others.length === 0
      ? l10n.t('Terms of “{0}”', (only?.words ?? '').replace(/\s+/g, ' '))
      : l10n.t('Terms of {0} promises', promises.length);
  const now = await window.showQuickPick(picks, {
    title,
    placeHolder: l10n.t('Tick what holds'),
    canPickMany: true,
  });
  if (now === undefined) return undefined;
  if (!now.some(({ term }) => term === 'due')) return { now, before, due: undefined };
  const asked = await window.showInputBox({
    title,
    prompt: l10n.t('Until when? A day, month or year such as 2026-03, or words such as soon.'),
    value: due,
  });
  return asked === undefined ? undefined : { now, before, due: asked.trim() };
}

const TITLED = (label: string): TermPick => ({ label, kind: QuickPickItemKind.Separator });

function section(
  promises: readonly SuggestionItem[],
  term: Exclude<TermPick['term'], 'due' | undefined>,
  title: string,
  parties: readonly Party[],
): { readonly picks: readonly TermPick[] } {
  const isIn = (terms: SuggestionTerms, key: string): boolean =>
    ([] as readonly string[]).concat(terms[term]).includes(key);
  const picks = parties.map(({ key, name, icon }): TermPick => {
    const isCommon = promises.every(({ terms }) => terms !== undefined && isIn(terms, key));
    return {
      label: `${title}: ${name}`,
      iconPath: new ThemeIcon(icon),
      picked: isCommon,
      term,
      key,
    };
  });
  const ticked = picks.toSorted((a, b) => Number(b.picked) - Number(a.picked));
  return { picks: picks.length === 0 ? [] : [TITLED(title), ...ticked] };
}

/** What all of them say; else nothing. */
function sameIn(
  promises: readonly SuggestionItem[],
  said: (terms: SuggestionTerms) => string,
): string {
  const all = new Set(promises.flatMap(({ terms }) => (terms === undefined ? [] : said(terms))));
  const [one] = all;
  return all.size === 1 && one !== undefined ? one : '';
}

/** A day, a month or a year. */
const DAY = /^\d{4}(?:-\d{2}(?:-\d{2})?)?$/;

/** The terms of one promise, with what was ticked, and without what was ticked before. */
function changed(
  { terms }: SuggestionItem,
  { now, before, due }: Ticked,
): Partial<SuggestionTerms> {
  if (terms === undefined) return {};
  const keysOf = (picks: readonly TermPick[], term: TermPick['term']): readonly string[] =>
    picks.flatMap((one) => (one.term === term && one.key !== undefined ? [one.key] : []));
  const list = (term: Parties | 'at' | 'under'): readonly string[] => {
    const [ticked, gone] = [keysOf(now, term), keysOf(before, term)];
    const own = ([] as readonly string[]).concat(terms[term]).filter((key) => key !== '');
    const kept = own.filter((key) => ticked.includes(key) || !gone.includes(key));
    return [...kept, ...ticked.filter((key) => !kept.includes(key))];
  };
  const when =
    due === undefined ? {} : DAY.test(due) ? { due, dueText: '' } : { due: '', dueText: due };
  return {
    ...{ by: list('by'), for: list('for'), to: list('to'), saidBy: list('saidBy') },
    ...{ at: list('at').at(-1) ?? '', under: list('under').at(-1) ?? '' },
    ...when,
  };
}
