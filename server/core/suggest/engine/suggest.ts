// Over 300 lines: the stages one after the other, each handed what those before it found.
import type { Day } from '../../dates/index.js';
import type { Language } from '../../language/index.js';
import { englishLexicon, type Lexicon } from '../../language/lexicon/index.js';
import { bySpan, contains, foldCase, overlaps, perObject, type Span } from '../../text/index.js';
import type { SuggestionLevel } from '../../workspace/index.js';
import type { Candidate, EntityInfo, Mention } from './candidate.js';
import { type DateFound, readDates } from './dates/read-dates.js';
import type { Described } from './discourse/before.js';
import { describedIn } from './discourse/describe.js';
import { type SpokenParagraph, spokenParagraph } from './discourse/model.js';
import { pageFacts } from './discourse/page-facts.js';
import { countryFinder } from './names/countries.js';
import { agreeOnNames } from './names/document.js';
import { type FoundName, LIKELY } from './names/found.js';
import type { NamedParagraph } from './names/learn-names.js';
import { readNames } from './names/read-names.js';
import type { Scene } from './names/scene.js';
import type { Lead } from './promises/listed-acts.js';
import { type FoundPromise, promisesIn } from './promises/read-promises.js';
import { type Knowledge, knowledgeOf } from './reading/knowledge.js';
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

const LEXICONS: ReadonlyMap<string, Lexicon> = new Map([[englishLexicon.tag, englishLexicon]]);
/** Of a language without a lexicon the names of countries are known. */
const countries = countryFinder();
const knowledge = perObject(knowledgeOf);

/** All that could be tagged in a page, in reading order, the outer before the inner. */
export function suggest(page: PageText): readonly Candidate[] {
  const lexicon = LEXICONS.get(page.language.tag);
  const paragraphs = page.paragraphs.map((text) => {
    return { start: text.start, paragraph: readParagraph(text, page.language) };
  });
  const named =
    lexicon === undefined
      ? countriesOfPage(paragraphs, page.language)
      : namesOfPage(paragraphs, knowledge(lexicon));
  const read = paragraphs.map(({ start, paragraph }, at): ReadParagraph => {
    const registered = page.names.namesIn(paragraph);
    const names = (named[at]?.names ?? []).filter((name) => !isCalendar(paragraph, name));
    const dates = readDates(paragraph, {
      language: page.language,
      lexicon,
      today: page.today,
    }).filter((date) => !hidesDate(registered, names, date));
    const known = registered.map((words) => ofRegistered(words, start));
    const found = names
      .filter((name) => !dates.some((date) => contains(date, name)))
      .map((name) => ofFound(name, start, paragraph))
      .flatMap((one) => besideRegistered(one, known));
    const mentions = [...known, ...found]
      .filter((one) => !isTagged(one, page.tagged) && !isNever(page, start, paragraph, one))
      .sort(bySpan);
    return { start, paragraph, dates, mentions };
  });
  const told = lexicon === undefined ? [] : discourseOf(page, read, knowledge(lexicon));
  const others = read.flatMap(({ start, paragraph, dates }, at) =>
    [...dates.map((date) => ofDate(date, start)), ...(told[at] ?? [])].filter(
      (one) =>
        !isTagged(one, page.tagged) &&
        !isPromised(one, page.promised) &&
        !isNever(page, start, paragraph, one),
    ),
  );
  return [...read.flatMap(({ mentions }) => mentions), ...others].sort(bySpan);
}

function isNever({ never }: PageText, start: number, { text }: Paragraph, one: Candidate): boolean {
  return never.size > 0 && never.has(foldCase(text.slice(one.start - start, one.end - start)));
}

function isPromised({ type, start, end }: Candidate, promised: readonly Span[]): boolean {
  return type === 'commitment' && promised.some((span) => overlaps(span, { start, end }));
}

interface ReadParagraph {
  readonly start: number;
  readonly paragraph: Paragraph;
  readonly dates: readonly DateFound[];
  readonly mentions: readonly Candidate[];
}

/** What follows from who is spoken of, by paragraph: descriptions and promises. */
function discourseOf(
  page: PageText,
  read: readonly ReadParagraph[],
  know: Knowledge,
): readonly (readonly Candidate[])[] {
  const named = read.map(({ start, paragraph, mentions }) => {
    const end = start + paragraph.text.length;
    const scene: Scene = { paragraph, tokens: paragraph.tokens, know };
    const own = mentions.filter(
      ({ level, ids, via }) => level !== 'possible' && (via !== 'name' || ids.length > 0),
    );
    const tagged = page.tagged.filter(
      (tag) => tag.start >= start && tag.end <= end && tag.kind !== 'date',
    );
    return spokenParagraph(start, scene, [...own.map(mentionOf), ...tagged].sort(bySpan));
  });
  const facts = pageFacts(named, { infoOf: page.entityOf, names: page.names });
  const whole: SpokenParagraph[] = [];
  let lead: Lead | undefined;
  return named.map((paragraph, at) => {
    whole.push(paragraph);
    const descriptions = describedIn(whole, at, facts, named.slice(at + 1, at + 16));
    const full = {
      ...paragraph,
      spoken: [...paragraph.spoken, ...descriptions].sort(
        (a, b) => a.start - b.start || b.end - a.end,
      ),
    };
    whole[at] = full;
    const dates = read[at]?.dates ?? [];
    const { language, today } = page;
    const said = promisesIn({ paragraph: full, dates, facts, language, today }, lead);
    lead = said.lead;
    return [
      ...descriptions.map((one) => ofDescription(one, paragraph.start)),
      ...said.promises.map((promise) => ofPromise(promise, paragraph.start)),
    ];
  });
}

function mentionOf({ kind, start, end, ids, name }: Candidate): Mention {
  return { kind, start, end, keys: ids.length > 0 ? ids : [`${kind}:${name ?? ''}`] };
}

const CALENDAR =
  /^(?:january|february|march|april|may|june|july|august|september|october|november|december|monday|tuesday|wednesday|thursday|friday|saturday|sunday)$/;

/** Months and days of the week are no names by themselves. */
function isCalendar({ tokens }: Paragraph, { first, last }: FoundName): boolean {
  return first === last && CALENDAR.test(tokens[first]?.lower ?? '');
}

function ofDescription(one: Described, offset: number): Candidate {
  const isKnown = one.keys.every((key) => !key.includes(':'));
  return {
    ...EMPTY,
    type: 'mention',
    kind: one.kind,
    start: offset + one.start,
    end: offset + one.end,
    ids: isKnown ? one.keys : [],
    via: 'description',
    level: levelOf(one.confidence),
    confidence: one.confidence,
    reason: one.reason,
    name: isKnown ? undefined : one.keys.join(','),
  };
}

function ofPromise(promise: FoundPromise, offset: number): Candidate {
  return {
    ...EMPTY,
    type: 'commitment',
    kind: 'commitment',
    start: offset + promise.start,
    end: offset + promise.end,
    ids: [],
    via: 'pattern',
    level: levelOf(promise.confidence),
    confidence: promise.confidence,
    reason: promise.reason,
    terms: { id: undefined, ...promise.terms },
  };
}

/** The names of countries in a paragraph, in a language of which nothing else is known. */
function countriesOfPage(
  paragraphs: readonly { readonly paragraph: Paragraph }[],
  language: Language,
): readonly { readonly names: readonly FoundName[] }[] {
  const find = countries(language);
  return paragraphs.map(({ paragraph }) => ({ names: find(paragraph.tokens) }));
}

function namesOfPage(
  paragraphs: readonly { readonly paragraph: Paragraph }[],
  know: Knowledge,
): readonly NamedParagraph[] {
  return agreeOnNames(
    paragraphs.map(({ paragraph }) => {
      const scene: Scene = { paragraph, tokens: paragraph.tokens, know };
      return { scene, names: readNames(scene) };
    }),
  );
}

/** A year inside a name is no date: `2030 Agenda`; a date inside a long title is one. */
function hidesDate(
  registered: readonly RegisteredWords[],
  names: readonly FoundName[],
  date: { start: number; end: number },
): boolean {
  const isYear = date.end - date.start <= 4;
  return (
    registered.some((name) => overlaps(name, date) && (isYear || !contains(name, date))) ||
    names.some(
      (name) =>
        name.confidence >= LIKELY && overlaps(name, date) && (isYear || !contains(name, date)),
    )
  );
}

/** A promise may have tags in it; it is then put around them. */
function isTagged(one: Candidate, tagged: readonly Mention[]): boolean {
  return one.type === 'commitment'
    ? tagged.some((tag) => contains(tag, one))
    : tagged.some((tag) => overlaps(tag, one));
}

const EMPTY = {
  candidates: [],
  name: undefined,
  iso: undefined,
  terms: undefined,
  office: undefined,
} as const;

function ofRegistered(
  { kind, ids, start, end, exact }: RegisteredWords,
  offset: number,
): Candidate {
  const isCertain = exact && ids.length === 1;
  return {
    ...EMPTY,
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
  };
}

function ofFound(found: FoundName, offset: number, paragraph: Paragraph): Candidate {
  return {
    ...EMPTY,
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
  };
}

/** Most names hold no line break. */
function oneLine(words: string): string {
  return /\s\s|[^\S ]/.test(words) ? words.replace(/\s+/g, ' ') : words;
}

function ofDate(
  { start, end, edtf, confidence, reason }: ReturnType<typeof readDates>[number],
  offset: number,
): Candidate {
  return {
    ...EMPTY,
    type: 'mention',
    kind: 'date',
    start: offset + start,
    end: offset + end,
    ids: [edtf],
    via: 'pattern',
    level: levelOf(confidence),
    confidence,
    reason,
  };
}

function levelOf(confidence: number): SuggestionLevel {
  return confidence >= 0.5 ? 'likely' : 'possible';
}

/** What is registered outranks all else: of what is found there stays what holds it or stands inside it. */
function besideRegistered(found: Candidate, known: readonly Candidate[]): readonly Candidate[] {
  const names = known.filter(({ kind }) => kind !== 'topic');
  const crosses = names.some((name) => {
    if (!overlaps(name, found)) return false;
    if (name.start === found.start && name.end === found.end) return true;
    if (contains(found, name)) return name.kind === found.kind && found.kind === 'person';
    return true;
  });
  return crosses ? [] : [found];
}
