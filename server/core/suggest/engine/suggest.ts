import type { Day } from '../../dates/index.js';
import type { Language } from '../../language/index.js';
import { englishLexicon, type Lexicon } from '../../language/lexicon/index.js';
import { contains, overlaps, perObject } from '../../text/index.js';
import type { Candidate, EntityInfo, Mention, SuggestionLevel } from './candidate.js';
import { readDates } from './dates/read-dates.js';
import { agreeOnNames, type NamedParagraph } from './names/document.js';
import { type FoundName, LIKELY } from './names/found.js';
import { readNames } from './names/read-names.js';
import type { Scene } from './names/scene.js';
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
  readonly entityOf: (id: string) => EntityInfo | undefined;
}

const LEXICONS: ReadonlyMap<string, Lexicon> = new Map([[englishLexicon.tag, englishLexicon]]);
const knowledge = perObject(knowledgeOf);

/** All that could be tagged in a page, in reading order, the outer before the inner. */
export function suggest(page: PageText): readonly Candidate[] {
  const lexicon = LEXICONS.get(page.language.tag);
  const paragraphs = page.paragraphs.map((text) => {
    return { start: text.start, paragraph: readParagraph(text, page.language) };
  });
  const registered = paragraphs.map(({ paragraph }) => page.names.namesIn(paragraph));
  const named = lexicon === undefined ? [] : namesOfPage(paragraphs, knowledge(lexicon));
  const candidates = paragraphs.flatMap(({ start, paragraph }, at) => {
    const dates = readDates(paragraph, { language: page.language, lexicon, today: page.today });
    const known = (registered[at] ?? []).map((words) => ofRegistered(words, start));
    const found = (named[at]?.names ?? [])
      .map((name) => ofFound(name, start, paragraph))
      .flatMap((one) => besideRegistered(one, known));
    const dated = dates
      .filter((date) => !hidesDate(registered[at] ?? [], named[at]?.names ?? [], date))
      .map((date) => ofDate(date, start));
    return [...known, ...found, ...dated];
  });
  return candidates
    .filter((one) => !isTagged(one, page.tagged))
    .sort((a, b) => a.start - b.start || b.end - a.end);
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

function isTagged(one: Candidate, tagged: readonly Mention[]): boolean {
  return tagged.some((tag) => overlaps(tag, one));
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
    name: found.full ?? paragraph.text.slice(found.start, found.end).replace(/\s+/g, ' '),
    iso: found.iso,
  };
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

export function levelOf(confidence: number): SuggestionLevel {
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
