import { dateBefore, parseEdtf } from '../dates/index.js';
import { type Language, leading, wordOf } from '../language/index.js';
import { contains, perObject, type Span } from '../text/index.js';
import {
  dateOfPage,
  languageOfPage,
  type Page,
  tagsIn,
  type Workspace,
} from '../workspace/index.js';
import { datesInWords, type FoundDate } from './dates-in-words.js';
import { deadlineIn } from './deadline-words.js';
import { type Parties, type Promised, partiesOf } from './parties.js';
import { spokenIn } from './spoken.js';
import { attributeText } from './wrap-in-tag.js';

/** What the braces of a new commitment say, in the order in which they are written. */
export function termsOf(
  workspace: Workspace,
  page: Page,
  promise: Promised,
  marker: string | undefined,
): readonly string[] {
  const { by, to }: Parties = partiesOf({ workspace, page }, promise);
  return [
    ...some('by', by),
    ...some('to', to),
    ...some('under', agreementIn(workspace, page, promise)),
    ...some('at', eventIn(workspace, page, promise)),
    ...timeIn(page, promise, languageOfPage(workspace, page)),
    ...(marker === undefined ? [] : [`marker=${attributeText(marker)}`]),
  ];
}

function some(name: string, ids: readonly string[]): readonly string[] {
  return ids.length === 0 ? [] : [`${name}=${ids.join(',')}`];
}

/** An agreement that is spoken of, unless signing it (or the like) is what is promised. */
function agreementIn(
  workspace: Workspace,
  page: Page,
  { sentence, words }: Promised,
): readonly string[] {
  const area = { start: sentence.start, end: words.end };
  const { making } = languageOfPage(workspace, page).parties;
  const found = spokenIn(workspace, page, area).filter(
    ({ kind, ids, span }) =>
      kind === 'agreement' &&
      ids.length === 1 &&
      !making.test(page.text.slice(sentence.start, span.start)),
  );
  return (found.findLast(({ span }) => contains(words, span)) ?? found.at(-1))?.ids ?? [];
}

/** The event at which it is said: "At the dialogue, …". */
function eventIn(
  workspace: Workspace,
  page: Page,
  { sentence, words }: Promised,
): readonly string[] {
  const area = { start: sentence.start, end: words.start };
  const { at } = leadsOf(languageOfPage(workspace, page));
  const found = spokenIn(workspace, page, area).find(
    ({ kind, ids, span }) =>
      kind === 'event' && ids.length === 1 && at.test(page.text.slice(sentence.start, span.start)),
  );
  return found?.ids ?? [];
}

/** The deadline, the time it holds, or the vague words for one. */
function timeIn(page: Page, { words }: Promised, language: Language): readonly string[] {
  const due = dueIn(page, words, language);
  if (due !== undefined) return [due];
  const said = page.text.slice(words.start, words.end);
  const from = dateOfPage(page)?.range.first;
  const counted = from === undefined ? undefined : deadlineIn(said, from, language)?.edtf;
  // Nobody promises for a time that is over.
  const last = parseEdtf(counted ?? '')?.range.last;
  if (from !== undefined && last !== undefined && last >= from) return [`due=${counted}`];
  const vague = language.deadlines.vague.exec(said)?.[0];
  return vague === undefined ? [] : [`due-text=${attributeText(vague)}`];
}

function dueIn(page: Page, words: Span, language: Language): string | undefined {
  const { due, before, notDue } = language.deadlines;
  const from = dateOfPage(page)?.range.first ?? Number.NEGATIVE_INFINITY;
  const dates = datesOf(page, words, language).flatMap(({ span, edtf }) => {
    const lead = leadOf(page, words, span.start, language);
    const said = before.includes(lead) ? dateBefore(edtf) : edtf;
    const range = said === undefined ? undefined : parseEdtf(said)?.range;
    if (said === undefined || range === undefined || notDue.includes(lead) || range.last < from)
      return [];
    return [{ said, lead }];
  });
  const chosen = dates.find(({ lead }) => due.includes(lead)) ?? dates.at(-1);
  if (chosen === undefined) return undefined;
  const date = parseEdtf(chosen.said);
  return `${date?.interval ? 'period' : 'due'}=${chosen.said}`;
}

/** The words before a date that say what it is for: of "by the end of 2026" these are `end of`. */
function leadOf(page: Page, words: Span, start: number, language: Language): string {
  const before = page.text.slice(words.start, start).replace(/:date\[$/, '');
  const lead = leadsOf(language).date.exec(before)?.[1] ?? '';
  return wordOf(lead).trim().replace(/\s+/g, ' ');
}

const leadsOf = perObject(({ parties, deadlines }: Language) => {
  const { articles, indefinite, possessives } = parties;
  const { due, notDue } = deadlines;
  const begin = '(?<![\\p{L}\\p{N}])';
  const determiner = leading([...articles, ...indefinite, ...possessives]);
  return {
    at: new RegExp(`${begin}${leading(parties.at)}${determiner}?$`, 'iu'),
    date: new RegExp(`${begin}(${leading([...due, ...notDue])})${leading(articles)}?$`, 'iu'),
  };
});

/** Tagged dates, and words that are one by themselves. */
function datesOf(page: Page, area: Span, language: Language): readonly FoundDate[] {
  const inside = tagsIn(page, area).filter(({ span }) => contains(area, span));
  const tagged = inside.flatMap(({ role, edtf, span }) =>
    role === 'date' && edtf !== undefined ? [{ span, edtf }] : [],
  );
  const said = datesInWords(page.text, area, language).filter(
    ({ span }) => !inside.some((tag) => contains(tag.span, span)),
  );
  return [...tagged, ...said].sort((a, b) => a.span.start - b.span.start);
}
