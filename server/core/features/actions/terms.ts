import { parseEdtf } from '../../dates/index.js';
import { contains, type Span } from '../../text/index.js';
import { dateOfPage, type Page, type Workspace } from '../../workspace/index.js';
import { type DateWords, datesInWords, dayBefore } from './dates-in-words.js';
import { type Parties, type Promised, partiesOf, spokenIn } from './parties.js';
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
    ...timeIn(page, promise),
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
  const found = spokenIn(workspace, page, area).filter(
    ({ kind, ids, span }) =>
      kind === 'agreement' &&
      ids.length === 1 &&
      !MADE.test(page.text.slice(sentence.start, span.start)),
  );
  return (found.findLast(({ span }) => contains(words, span)) ?? found.at(-1))?.ids ?? [];
}

const MADE =
  /\b(?:sign|conclude|finali[sz]e|negotiate|adopt|ratify|renew|extend|draft|finish|complete|initial|approve|finished|final|new|next)(?:s|ed|ing)?(?:\s+(?:a|an|the|its|their|this|that|new|final|[\w-]*year))*\s*$/i;

/** The event at which it is said: "At the dialogue, …". */
function eventIn(
  workspace: Workspace,
  page: Page,
  { sentence, words }: Promised,
): readonly string[] {
  const area = { start: sentence.start, end: words.start };
  const found = spokenIn(workspace, page, area).find(
    ({ kind, ids, span }) =>
      kind === 'event' &&
      ids.length === 1 &&
      /\b(?:at|during|in|on)\s+(?:(?:the|a|an|their|his|her|its)\s+)?$/i.test(
        page.text.slice(sentence.start, span.start),
      ),
  );
  return found?.ids ?? [];
}

const VAGUE =
  /\b(?:soon|shortly|in the (?:coming|next few) (?:weeks|months|years)|in the near future|at an early date|as soon as possible|in due course)\b/i;

/** The deadline, the time it holds, or the vague words for one. */
function timeIn(page: Page, { words }: Promised): readonly string[] {
  const due = dueIn(page, words);
  if (due !== undefined) return [due];
  const vague = VAGUE.exec(page.text.slice(words.start, words.end))?.[0];
  return vague === undefined ? [] : [`due-text=${attributeText(vague)}`];
}

function dueIn(page: Page, words: Span): string | undefined {
  const from = dateOfPage(page)?.range.first ?? Number.NEGATIVE_INFINITY;
  const dates = datesOf(page, words).flatMap(({ span, edtf }) => {
    const lead = leadOf(page, words, span.start);
    const said = lead === 'before' ? dayBefore(edtf) : edtf;
    const range = said === undefined ? undefined : parseEdtf(said)?.range;
    if (said === undefined || range === undefined || NOT_DUE.has(lead) || range.last < from)
      return [];
    return [{ said, lead }];
  });
  const chosen = dates.find(({ lead }) => DUE.has(lead)) ?? dates.at(-1);
  if (chosen === undefined) return undefined;
  const date = parseEdtf(chosen.said);
  return `${date?.interval ? 'period' : 'due'}=${chosen.said}`;
}

const DUE = new Set('by before until than within end'.split(' '));
const NOT_DUE = new Set('since from after of'.split(' '));

/** The word before a date; of "by the end of 2026" it is `end`. */
function leadOf(page: Page, words: Span, start: number): string {
  const before = page.text.slice(words.start, start).replace(/:date\[$/, '');
  if (/\bend of\s+(?:the\s+)?$/i.test(before)) return 'end';
  return (/(\p{L}+)\s+(?:the\s+)?$/iu.exec(before)?.[1] ?? '').toLowerCase();
}

/** Tagged dates, and words that are one by themselves. */
function datesOf(page: Page, area: Span): readonly DateWords[] {
  const inside = page.facts.tags.filter(({ span }) => contains(area, span));
  const tagged = inside.flatMap(({ role, edtf, span }) =>
    role === 'date' && edtf !== undefined ? [{ span, edtf }] : [],
  );
  const said = datesInWords(page.text, area).filter(
    ({ span }) => !inside.some((tag) => contains(tag.span, span)),
  );
  return [...tagged, ...said].sort((a, b) => a.span.start - b.span.start);
}
