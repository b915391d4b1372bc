import {
  InputBoxValidationSeverity,
  l10n,
  type QuickPickItem,
  QuickPickItemKind,
  ThemeIcon,
  window,
} from 'vscode';
import {
  type EntitiesParams,
  type EntityItem,
  REQUESTS,
  type SuggestionItem,
  type SuggestionTerms,
} from '../../server/lsp/protocol.js';
import { type DeadlineJudge, deadlineJudge } from '../promise-steps.js';
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
    const chosen = await chosenItems(review, row);
    const promises = chosen.filter(({ terms }) => terms !== undefined);
    if (promises.length === 0) {
      window.setStatusBarMessage(l10n.t('Choose a promise first.'), 5000);
      return;
    }
    const client = await server.started();
    const params: EntitiesParams = { query: '', limit: MAX_LISTED };
    const known = await client.sendRequest<readonly EntityItem[]>(REQUESTS.entities, params);
    const { document } = review;
    const deadlines = deadlineJudge(server, document?.uri.toString() ?? '');
    const terms = await pickTerms(promises, partiesIn(review, known), deadlines);
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
  readonly mentions: number;
}

/** Those that the brief may speak of: what is proposed for it and what is registered, the most often mentioned first. */
function partiesIn(review: Review, known: readonly EntityItem[]): readonly Party[] {
  const names = review.groups.filter(({ section }) => section === 'entities');
  const here = new Map(names.map(({ key, items }) => [key, items.length]));
  const proposed = names
    .filter(({ newId }) => newId !== undefined)
    .map(({ key, kind, title, icon, items }): Party => {
      return { key, kind, name: title, icon, mentions: items.length };
    });
  const registered = known.map(({ id, kind, name, icon, mentions }): Party => {
    return { key: id, kind, name, icon, mentions: mentions + (here.get(id) ?? 0) };
  });
  return [...proposed, ...registered].sort((a, b) => b.mentions - a.mentions);
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
  readonly when: Partial<SuggestionTerms>;
}

async function pickTerms(
  promises: readonly SuggestionItem[],
  parties: readonly Party[],
  deadlines: DeadlineJudge,
): Promise<Ticked | undefined> {
  const of = (...kinds: readonly string[]): readonly Party[] =>
    parties.filter(({ kind }) => kinds.includes(kind));
  const actors = of('place', 'person', 'org');
  const each: Party = {
    ...{ key: 'each-other', kind: '', mentions: 0 },
    ...{ name: l10n.t('each other'), icon: 'arrow-swap' },
  };
  const sections = [
    section(promises, 'by', l10n.t('By'), actors, 4),
    section(promises, 'for', l10n.t('For'), of('place', 'org'), 3),
    section(promises, 'to', l10n.t('To'), [each, ...actors], 5),
    section(promises, 'saidBy', l10n.t('Said by'), actors, 4),
    section(promises, 'at', l10n.t('At'), of('event'), 3),
    section(promises, 'under', l10n.t('Under'), of('agreement'), 2),
  ];
  const due = sameIn(promises, (terms) => terms.due || terms.dueText);
  const day: TermPick = {
    label: l10n.t('Until…'),
    ...(due !== '' && { description: due }),
    iconPath: new ThemeIcon('watch'),
    term: 'due',
  };
  const others = [
    ...sections.flatMap(({ rest }) => rest),
    ...of('office').flatMap((party) => [pickOf(promises, 'by', l10n.t('By'), party)]),
  ];
  const picks = [
    ...sections.flatMap(({ title: name, first }) => titled(name, first)),
    ...titled(l10n.t('When'), [day]),
    ...titled(l10n.t('Others'), others),
  ];
  const before = picks.filter(({ picked }) => picked === true);
  const [only] = promises;
  const title =
    promises.length === 1
      ? l10n.t('Terms of “{0}”', (only?.words ?? '').replace(/\s+/g, ' '))
      : l10n.t('Terms of {0} promises', promises.length);
  const now = await window.showQuickPick(picks, {
    title,
    placeHolder: l10n.t('Tick what holds'),
    canPickMany: true,
    // Ticks are not lost by a look at the text.
    ignoreFocusOut: true,
  });
  if (now === undefined) return undefined;
  if (!now.some(({ term }) => term === 'due')) return { now, before, when: {} };
  const when = await askWhen(title, due, deadlines);
  return when && { now, before, when };
}

/** Words are read by the date of the brief, as in the steps of a new commitment. */
async function askWhen(
  title: string,
  value: string,
  { read, judge }: DeadlineJudge,
): Promise<Partial<SuggestionTerms> | undefined> {
  const asked = await window.showInputBox({
    title,
    prompt: l10n.t('Until when? A day, month or year such as 2026-03, or words such as soon.'),
    value,
    async validateInput(typed) {
      if (typed.trim() === '') return undefined;
      const judged = await judge(typed.trim());
      if ('fault' in judged) return judged.fault;
      const { reading: message } = judged;
      return message === '' ? undefined : { message, severity: InputBoxValidationSeverity.Info };
    },
  });
  if (asked === undefined) return undefined;
  const words = asked.trim();
  const edtf = words === '' ? '' : (await read(words))?.edtf;
  return edtf === undefined ? { due: '', dueText: words } : { due: edtf, dueText: '' };
}

function titled(label: string, picks: readonly TermPick[]): readonly TermPick[] {
  return picks.length === 0 ? [] : [{ label, kind: QuickPickItemKind.Separator }, ...picks];
}

type Term = Exclude<TermPick['term'], 'due' | undefined>;

interface Section {
  readonly title: string;
  readonly first: readonly TermPick[];
  readonly rest: readonly TermPick[];
}

/** What holds first, then those that are likeliest; the others follow far below. */
function section(
  promises: readonly SuggestionItem[],
  term: Term,
  title: string,
  parties: readonly Party[],
  most: number,
): Section {
  const picks = parties
    .map((party) => pickOf(promises, term, title, party))
    .sort((a, b) => Number(b.picked) - Number(a.picked));
  const ticked = picks.filter(({ picked }) => picked === true).length;
  const count = Math.max(most, ticked);
  return { title, first: picks.slice(0, count), rest: picks.slice(count) };
}

function pickOf(
  promises: readonly SuggestionItem[],
  term: Term,
  title: string,
  { key, name, icon }: Party,
): TermPick {
  const isIn = (terms: SuggestionTerms): boolean =>
    ([] as readonly string[]).concat(terms[term]).includes(key);
  const picked = promises.every(({ terms }) => terms !== undefined && isIn(terms));
  return { label: `${title}: ${name}`, iconPath: new ThemeIcon(icon), picked, term, key };
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

/** The terms of one promise, with what was ticked, and without what was ticked before. */
function changed(
  { terms }: SuggestionItem,
  { now, before, when }: Ticked,
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
  return {
    ...{ by: list('by'), for: list('for'), to: list('to'), saidBy: list('saidBy') },
    ...{ at: list('at').at(-1) ?? '', under: list('under').at(-1) ?? '' },
    ...when,
  };
}
