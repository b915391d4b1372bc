// Over 300 lines: the stages one after the other, each handed what those before it found.
import type { Day } from '../../dates/index.js';
import type { Language } from '../../language/index.js';
import { type DateLexicon, type Lexicon, lexicons } from '../../language/lexicon/index.js';
import {
  bySpan,
  contains,
  foldCase,
  overlaps,
  perObject,
  type Span,
  SpanIndex,
} from '../../text/index.js';
import type { SuggestionLevel } from '../../workspace/index.js';
import type { Candidate, EntityInfo, Mention } from './candidate.js';
import { datelineDay } from './dates/dateline.js';
import { type DateFound, readDates } from './dates/read-dates.js';
import type { Described } from './discourse/before.js';
import { type NamedText, toldIn } from './kept-discourse.js';
import { countryFinder } from './names/countries.js';
import { agreeOnNames } from './names/document.js';
import { type FoundName, LIKELY, SURE } from './names/found.js';
import type { NamedParagraph } from './names/learn-names.js';
import { readNames } from './names/read-names.js';
import type { Scene } from './names/scene.js';
import type { FoundPromise } from './promises/read-promises.js';
import { KeptReadings } from './reading/kept.js';
import { knowledgeOf } from './reading/knowledge.js';
import { oneLine } from './reading/one-line.js';
import { type Paragraph, type ParagraphText, readParagraph } from './reading/paragraph.js';
import type { NameIndex, RegisteredWords } from './registry-names.js';

/** A page as suggestions are read from it. */
export interface PageText {
  readonly paragraphs: readonly ParagraphText[];
  readonly language: Language;
  /** The day of the brief. */
  readonly today: Day | undefined;
  readonly names: NameIndex;
  /** What is tagged already: taken as known, and never suggested again. */
  readonly tagged: readonly Mention[];
  /** Words that are tagged as promises. */
  readonly promised: readonly Span[];
  /** Words that are no names here, in small letters: somebody said so. */
  readonly never: ReadonlySet<string>;
  readonly entityOf: (id: string) => EntityInfo | undefined;
}

const LEXICONS: ReadonlyMap<string, Lexicon> = new Map(lexicons.map((one) => [one.tag, one]));
/** Of a language without a lexicon the names of countries are known. */
const countries = countryFinder();
/** Of a language without one nothing is known. */
const NO_LEXICON: Lexicon = {
  tag: '',
  words: [],
  people: {},
  heads: {},
  known: {},
  demonyms: '',
  grammar: {},
  names: {},
  discourse: {},
  promises: {},
};
const knowledge = perObject(({ tag, names }: Language) =>
  knowledgeOf(LEXICONS.get(tag) ?? NO_LEXICON, names.elisions),
);

/** All that could be tagged in a page, in reading order, the outer before the inner. */
export function suggest(given: PageText): readonly Candidate[] {
  const lexicon = LEXICONS.get(given.language.tag);
  const page = { ...given, today: given.today ?? dayAbove(given, lexicon) };
  const tagged = new SpanIndex(page.tagged);
  const texts = page.paragraphs.map((text) => readingOf(page, text, lexicon));
  const named = lexicon === undefined ? texts : withoutGuesses(lexicon, agreeOnNames(texts));
  const calendar = lexicon?.dates === undefined ? NO_WORDS : calendarOf(lexicon.dates);
  const read = texts.map(({ scene, registered, dates: found, start }, at): ReadParagraph => {
    const { paragraph } = scene;
    const names = (named[at]?.names ?? []).filter((name) => !isCalendar(calendar, paragraph, name));
    const dates = found.length === 0 ? found : found.filter(isNotHidden(registered, names));
    const known = registered.map((words) => ofRegistered(words, start));
    const knownIndex = new SpanIndex(known.filter(({ kind }) => kind !== 'topic'));
    const dateIndex = new SpanIndex(dates);
    const unknown = names
      .filter((name) => !dateIndex.overlapping(name).some((date) => contains(date, name)))
      .map((name) => ofFound(name, start, paragraph))
      .flatMap((one) => besideRegistered(one, knownIndex));
    const mentions = [...known, ...unknown]
      .filter((one) => !isTagged(one, tagged) && !isNever(page, start, paragraph, one))
      .sort(bySpan);
    return { start, scene, dates, mentions };
  });
  const told = lexicon === undefined ? [] : discourseOf(page, read);
  const others = read.flatMap(({ start, scene, dates }, at) =>
    [...dates.map((date) => ofDate(date, start)), ...(told[at] ?? [])].filter(
      (one) =>
        !isTagged(one, tagged) &&
        !isPromised(one, page.promised) &&
        !isNever(page, start, scene.paragraph, one),
    ),
  );
  return [...read.flatMap(({ mentions }) => mentions), ...others].sort(bySpan);
}

/** The day that an undated brief gives itself in its first lines. */
function dayAbove(page: PageText, lexicon: Lexicon | undefined): Day | undefined {
  return datelineDay(page.paragraphs, (text) => readingOf(page, text, lexicon).dates);
}

/** What a paragraph says by itself, whatever page it stands in. */
interface Reading extends NamedParagraph {
  readonly registered: readonly RegisteredWords[];
  readonly dates: readonly DateFound[];
}

const keptReadings = perObject((_: NameIndex) => new KeptReadings<Reading>());

function readingOf(
  { language, names, today }: PageText,
  text: ParagraphText,
  lexicon: Lexicon | undefined,
): Reading & { readonly start: number } {
  const key = `${language.tag} ${today ?? ''} ${text.form} ${text.text}`;
  const reading = keptReadings(names).of(key, () => {
    const paragraph = readParagraph(text, language);
    const know = knowledge(language);
    const scene: Scene = { paragraph, tokens: paragraph.tokens, know };
    return {
      scene,
      names: lexicon === undefined ? countries(language)(paragraph.tokens) : readNames(scene),
      registered: names.namesIn(paragraph),
      dates: readDates(paragraph, { language, words: lexicon?.dates, today }),
    };
  });
  return { ...reading, start: text.start };
}

function isNever({ never }: PageText, start: number, { text }: Paragraph, one: Candidate): boolean {
  return never.size > 0 && never.has(foldCase(text.slice(one.start - start, one.end - start)));
}

function isPromised({ type, start, end }: Candidate, promised: readonly Span[]): boolean {
  return type === 'commitment' && promised.some((span) => overlaps(span, { start, end }));
}

interface ReadParagraph {
  readonly start: number;
  readonly scene: Scene;
  readonly dates: readonly DateFound[];
  readonly mentions: readonly Candidate[];
}

/** What follows from who is spoken of, by paragraph: descriptions and promises. */
function discourseOf(
  page: PageText,
  read: readonly ReadParagraph[],
): readonly (readonly Candidate[])[] {
  const allTagged = new SpanIndex(page.tagged);
  const texts = read.map(({ start, scene, mentions, dates }): NamedText => {
    const end = start + scene.paragraph.text.length;
    const own: Mention[] = [];
    for (const one of mentions)
      if (one.level !== 'possible' && (one.via !== 'name' || one.ids.length > 0))
        own.push(mentionOf(one));
    for (const tag of allTagged.overlapping({ start, end }))
      if (tag.start >= start && tag.end <= end && tag.kind !== 'date') own.push(tag);
    return { scene, start, dates, mentions: own.sort(bySpan) };
  });
  return toldIn(page, texts).map(({ descriptions, promises }, at) => {
    const start = texts[at]?.start ?? 0;
    return [
      ...descriptions.map((one) => ofDescription(one, start)),
      ...promises.map((promise) => ofPromise(promise, start)),
    ];
  });
}

function mentionOf({ kind, start, end, ids, name }: Candidate): Mention {
  return { kind, start, end, keys: ids.length > 0 ? ids : [`${kind}:${name ?? ''}`] };
}

const NO_WORDS: ReadonlySet<string> = new Set();

/** The full names of months and days of the week. */
const calendarOf = perObject(
  ({ months, weekdays }: DateLexicon): ReadonlySet<string> =>
    new Set([...weekdays, ...months.map(([name = '']) => name)]),
);

/** Months and days of the week are no names by themselves. */
function isCalendar(
  calendar: ReadonlySet<string>,
  { tokens }: Paragraph,
  { first, last }: FoundName,
): boolean {
  return first === last && calendar.has(tokens[first]?.lower ?? '');
}

function ofDescription(one: Described, offset: number): Candidate {
  const isKnown = one.keys.every((key) => !key.includes(':'));
  return {
    type: 'mention',
    kind: one.kind,
    start: offset + one.start,
    end: offset + one.end,
    ids: isKnown ? one.keys : [],
    via: 'description',
    level: levelOf(one.confidence),
    confidence: one.confidence,
    reason: one.reason,
    candidates: [],
    name: isKnown ? undefined : one.keys.join(','),
    iso: undefined,
    terms: undefined,
    office: undefined,
  };
}

function ofPromise(promise: FoundPromise, offset: number): Candidate {
  return {
    type: 'commitment',
    kind: 'commitment',
    start: offset + promise.start,
    end: offset + promise.end,
    ids: [],
    via: 'pattern',
    level: levelOf(promise.confidence),
    confidence: promise.confidence,
    reason: promise.reason,
    candidates: [],
    name: undefined,
    iso: undefined,
    terms: promise.terms,
    office: undefined,
  };
}

/** Where not all words of a language are known, a capital says little: what is sure stays. */
function withoutGuesses(
  { words }: Lexicon,
  paragraphs: readonly NamedParagraph[],
): readonly NamedParagraph[] {
  if (words.length > 0) return paragraphs;
  return paragraphs.map(({ scene, names }) => ({
    scene,
    names: names.filter(({ confidence }) => confidence >= SURE),
  }));
}

/** A year inside a name is no date: `2030 Agenda`; a date inside a long title is one. */
function isNotHidden(
  registered: readonly RegisteredWords[],
  names: readonly FoundName[],
): (date: DateFound) => boolean {
  const likely = names.filter(({ confidence }) => confidence >= LIKELY);
  const hiding = new SpanIndex<Span>([...registered, ...likely]);
  return (date) => {
    const isYear = date.end - date.start <= 4;
    return !hiding.overlapping(date).some((name) => isYear || !contains(name, date));
  };
}

/** A promise may have tags in it; it is then put around them. */
function isTagged(one: Candidate, tagged: SpanIndex<Mention>): boolean {
  return tagged.overlapping(one).some((tag) => one.type !== 'commitment' || contains(tag, one));
}

function ofRegistered(
  { kind, ids, start, end, exact }: RegisteredWords,
  offset: number,
): Candidate {
  const isCertain = exact && ids.length === 1;
  return {
    type: 'mention',
    kind,
    start: offset + start,
    end: offset + end,
    ids: ids.length === 1 ? ids : [],
    via: 'name',
    level: isCertain ? 'certain' : ids.length === 1 ? 'likely' : 'possible',
    confidence: isCertain ? 1 : ids.length === 1 ? 0.8 : 0.4,
    reason:
      ids.length === 1
        ? `It is a name of ${ids[0]} in the registry.`
        : `Several are called so: ${ids.join(', ')}.`,
    candidates:
      ids.length === 1 ? [] : ids.map((id) => ({ ids: [id], reason: 'It is one of its names.' })),
    name: undefined,
    iso: undefined,
    terms: undefined,
    office: undefined,
  };
}

function ofFound(found: FoundName, offset: number, paragraph: Paragraph): Candidate {
  return {
    type: 'mention',
    kind: found.kind,
    start: offset + found.start,
    end: offset + found.end,
    ids: [],
    via: 'pattern',
    level: levelOf(found.confidence),
    confidence: found.confidence,
    reason: found.reason,
    name: found.full ?? oneLine(paragraph.text.slice(found.start, found.end)),
    iso: found.iso,
    candidates: [],
    terms: undefined,
    office: undefined,
  };
}

function ofDate(
  { start, end, edtf, confidence, reason }: ReturnType<typeof readDates>[number],
  offset: number,
): Candidate {
  return {
    type: 'mention',
    kind: 'date',
    start: offset + start,
    end: offset + end,
    ids: [edtf],
    via: 'pattern',
    level: levelOf(confidence),
    confidence,
    reason,
    candidates: [],
    name: undefined,
    iso: undefined,
    terms: undefined,
    office: undefined,
  };
}

function levelOf(confidence: number): SuggestionLevel {
  return confidence >= 0.5 ? 'likely' : 'possible';
}

/** What is registered outranks all else: of what is found there stays what holds it or stands inside it. */
function besideRegistered(found: Candidate, known: SpanIndex<Candidate>): readonly Candidate[] {
  const crosses = known.overlapping(found).some((name) => {
    if (name.start === found.start && name.end === found.end) return true;
    if (contains(found, name)) return name.kind === found.kind && found.kind === 'person';
    return true;
  });
  return crosses ? [] : [found];
}
