import { type Day, formatDay, parseEdtf } from '../../../dates/index.js';
import type { Language } from '../../../language/index.js';
import type { Span } from '../../../text/index.js';
import type { SuggestedTerms } from '../candidate.js';
import type { DateFound } from '../dates/read-dates.js';
import { ACTORS, type Spoken, type SpokenParagraph } from '../discourse/model.js';
import { distinct, type PageFacts } from '../discourse/page-facts.js';
import type { Act } from './act-start.js';
import { sayersAt } from './clause-end.js';
import { dayWithin } from './due-within.js';
import type { Marker } from './markers.js';
import type { PromiseScene, Subject } from './promise-scene.js';

/** What promises are read from besides the words. */
export interface PromiseInput {
  readonly paragraph: SpokenParagraph;
  readonly dates: readonly DateFound[];
  readonly facts: PageFacts;
  /** The day of the brief. */
  readonly today: Day | undefined;
  readonly language: Language;
}

export interface Parts {
  readonly marker: Marker;
  readonly act: Act;
  readonly subject: Subject;
  readonly start: number;
  readonly isShared: boolean;
}

function nameOf(facts: PageFacts, key: string): string {
  return facts.infoOf(key)?.name ?? key.slice(key.indexOf(':') + 1);
}

/** `Norland is who acts`, `Norland and Sudland are who act`. */
export function actorInWords(facts: PageFacts, { by, known, reason }: Subject): string {
  if (!known) return reason;
  const names = by.map((key) => nameOf(facts, key));
  if (names.length < 2) return `${names.join('')} is ${reason}`;
  const all = `${names.slice(0, -1).join(', ')} and ${names.at(-1)}`;
  return `${all} are ${reason.replace(/^who acts/, 'who act')}`;
}

export function conditionText(words: string): string {
  return words.replace(/^(?:if|provided that|subject to)\s+/i, '');
}

/** With a closing bracket that was opened inside. */
export function endOfAct({ scene, spoken }: SpokenParagraph, { first, last }: Act): number {
  const { tokens, paragraph } = scene;
  let end = tokens[last]?.end ?? 0;
  for (const one of spoken)
    if (one.last === last && one.first >= first && one.end > end) end = one.end;
  const possessive =
    tokens[last]?.possessive === true && end === tokens[last]?.end
      ? (/^['’]s?/.exec(paragraph.text.slice(end, end + 2))?.[0].length ?? 0)
      : 0;
  if (paragraph.text[end + possessive] !== ')') return end + possessive;
  const words = paragraph.text.slice(tokens[first]?.start ?? 0, end);
  const open = words.split('(').length - words.split(')').length;
  return end + possessive + (open > 0 ? 1 : 0);
}

/** An office acts through who holds it; an official who promises for a state is `by`, the state `for`. */
export function partiesOf(
  { facts }: PromiseScene,
  subject: Subject,
): { by: readonly string[]; for: readonly string[] } {
  const by = distinct(
    subject.by.flatMap((key) => {
      const holders = facts.holders.get(key) ?? [];
      const isOffice = (facts.infoOf(key)?.kind ?? key.split(':')[0]) === 'office';
      return isOffice && holders.length === 1 ? holders : [key];
    }),
  );
  const owners = by.flatMap((key) => {
    const info = facts.infoOf(key);
    const offices = info?.kind === 'office' ? [key] : (facts.officesOf.get(key) ?? []);
    const places = offices.flatMap((office) => facts.infoOf(office)?.places ?? []);
    return places.slice(0, 1);
  });
  return { by, for: distinct(owners) };
}

const FACING = /^(?:with|to|for|towards?)$/;

/** To whom or with whom it is promised; each other, where those who act together name nobody else. */
export function othersIn(
  { paragraph, facts }: PromiseScene,
  marker: Marker,
  act: Act,
  by: readonly string[],
): readonly string[] {
  const { scene, spoken } = paragraph;
  const { tokens } = scene;
  const own = ownCountry(paragraph, facts, by);
  const others: Spoken[] = [];
  for (const one of spoken) {
    if (one.nested || one.first <= act.first || one.last > act.last || !ACTORS.has(one.kind))
      continue;
    const lead = tokens[one.first - 1];
    const isThe = lead !== undefined && /^(?:the|its|mr|ms|mrs|h\.e)\.?$/.test(lead.lower);
    const word = (isThe ? tokens[one.first - 2] : lead)?.lower ?? '';
    const previous = others.at(-1);
    const goesOn =
      previous !== undefined &&
      one.first - previous.last <= 3 &&
      tokens.slice(previous.last + 1, one.first).every(({ lower }) => /^(?:and|the)$/.test(lower));
    if (FACING.test(word) || goesOn) others.push(one);
  }
  const keys = distinct(others.flatMap((one) => one.keys)).filter(
    (key) => !by.includes(key) && !own.includes(key),
  );
  return keys.length === 0 && by.length > 1 && isMutual(scene, marker, act) ? ['each-other'] : keys;
}

/** The country that whoever promises is called by: `the Malaysian Government`. */
function ownCountry(
  { scene, spoken }: SpokenParagraph,
  { byIso }: PageFacts,
  by: readonly string[],
): readonly string[] {
  return spoken.flatMap((one) => {
    const [key = ''] = one.keys;
    if (one.kind !== 'org' || !by.includes(key)) return [];
    const iso = scene.know.demonymAt(scene.tokens, one.first)?.iso;
    const country = iso === undefined ? undefined : byIso.get(iso);
    return country === undefined ? [] : [country];
  });
}

/** `agreed to`, `will sign`, `will hold talks`: to each other; `A and B will fund the port` is to whoever has it. */
function isMutual(
  { tokens, know }: PromiseScene['paragraph']['scene'],
  marker: Marker,
  act: Act,
): boolean {
  for (let at = Math.max(0, Math.min(marker.first, act.first) - 2); at <= act.last; at += 1)
    if (know.has('mutual', tokens[at]?.lower ?? '')) return true;
  return false;
}

const DUE =
  /(?:\bby|\bbefore|\buntil|\bthan|\bwithin|\bin|\bbefore the|\bby the|\bduring|\bover|\bthroughout|\bon|^)\s*(?:the\s)?$/i;
const NOT_DUE = /\b(?:since|from|after|of|between|in its)\s*(?:the\s)?$/i;

/** The deadline, the time it holds, or vague words for one. */
export function timeOf(
  { paragraph, dates, language, today }: PromiseInput,
  span: Span,
): Pick<SuggestedTerms, 'due' | 'dueText' | 'period'> {
  const { text } = paragraph.scene.paragraph;
  const inside = dates.filter(({ start, end }) => span.start <= start && end <= span.end);
  for (const { start, edtf } of [...inside].sort(
    (a, b) => Number(isDue(text, span, b.start)) - Number(isDue(text, span, a.start)),
  )) {
    const before = text.slice(span.start, start);
    if (NOT_DUE.test(before) || !isDue(text, span, start)) continue;
    if (today !== undefined && (parseEdtf(edtf)?.range.last ?? today) < today) continue;
    const isUntil = /\b(?:until|till|through|over|during|throughout)\s*(?:the\s)?$/i.test(before);
    const date = parseEdtf(edtf);
    const isUnit = /^(?:this|next|the coming)\s/i.test(text.slice(start, start + 12));
    if (date?.interval === true && !isUnit && !/\b(?:by|before|within)\s*(?:the\s)?$/i.test(before))
      return { due: undefined, dueText: undefined, period: edtf };
    if (isUntil && date !== undefined)
      return {
        due: undefined,
        dueText: undefined,
        period: `${today === undefined ? '..' : formatDay(today)}/${edtf}`,
      };
    return { due: edtf, dueText: undefined, period: undefined };
  }
  const within = dayWithin(text.slice(span.start, span.end), today);
  if (within !== undefined) return { due: within, dueText: undefined, period: undefined };
  const vague = language.deadlines.vague.exec(text.slice(span.start, span.end))?.[0];
  return { due: undefined, dueText: vague, period: undefined };
}

function isDue(text: string, span: Span, start: number): boolean {
  return (
    DUE.test(text.slice(span.start, start)) ||
    /^(?:this|next)\s/i.test(text.slice(start, start + 6))
  );
}

/** Words before an agreement under which something is promised, and before an event at which it is. */
const UNDER =
  /\b(?:under|pursuant to|in accordance with|in line with|in keeping with|on the basis of|consistent with)\s+(?:the\s)?$/i;
const AT =
  /(?:^|[\s,])(?:at|during|on the margins of|on the sidelines of)\s+(?:the\s|their\s|its\s)?$/i;

/** The agreement under which, and the event at which, a sentence says that something is promised. */
export function settingOf(
  { paragraph, sentence }: PromiseScene,
  act: Act,
): Pick<SuggestedTerms, 'at' | 'under'> {
  const { tokens, paragraph: read } = paragraph.scene;
  const from = tokens[sentence.first]?.start ?? 0;
  const led = (kind: string, to: number, lead: RegExp): string | undefined =>
    paragraph.spoken.find(
      (one) =>
        one.kind === kind &&
        one.keys.length === 1 &&
        one.first >= sentence.first &&
        one.last <= to &&
        lead.test(read.text.slice(from, one.start)),
    )?.keys[0];
  return { under: led('agreement', act.last, UNDER), at: led('event', act.first, AT) };
}

/** Somebody says that another will: `the spokesman said India will`, `India will …, the spokesman said`. */
export function speakerOf(
  { paragraph, sentence, facts }: PromiseScene,
  subject: Subject,
  marker: Marker,
  act: Act,
): readonly string[] {
  const behind = sayersAt(paragraph, act.last + 1).filter(({ kind }) => kind === 'person');
  if (behind.length > 0) {
    const keys = distinct(behind.flatMap((one) => one.keys));
    return keys.every((key) => subject.by.includes(key)) ? [] : keys;
  }
  const { tokens, know } = paragraph.scene;
  for (const one of paragraph.spoken) {
    if (
      one.first < sentence.first ||
      one.last >= marker.first ||
      one.nested ||
      (one.kind !== 'person' && one.kind !== 'office')
    )
      continue;
    const verb = tokens[one.last + 1];
    if (verb === undefined || !know.has('saying', verb.lower)) continue;
    const holders = facts.holders.get(one.keys[0] ?? '') ?? [];
    const keys = one.kind === 'office' && holders.length === 1 ? holders : one.keys;
    return keys.every((key) => subject.by.includes(key)) ? [] : keys;
  }
  return [];
}
