import { type Span, SpanIndex } from '../../../text/index.js';
import type { SuggestedTerms } from '../candidate.js';
import type { DateFound } from '../dates/read-dates.js';
import {
  type Sentence,
  type Spoken,
  type SpokenParagraph,
  sentenceOf,
} from '../discourse/model.js';
import { oneLine } from '../reading/one-line.js';
import type { Act } from './act-start.js';
import { actWords } from './act-words.js';
import { actsBehind } from './acts.js';
import { clauseEnd } from './clause-end.js';
import { itemActs, type Lead, leadOf, leads, listInSentence } from './listed-acts.js';
import { type Marker, markersIn, markerWord } from './markers.js';
import { isDirected, isOfObject, isQuestion, isTakenOn, isUnderDoubt } from './not-promised.js';
import type { PromiseScene, Subject } from './promise-scene.js';
import {
  actorInWords,
  conditionText,
  endOfAct,
  othersIn,
  type Parts,
  type PromiseInput,
  partiesOf,
  settingOf,
  speakerOf,
  timeOf,
} from './promise-terms.js';
import { subjectOf } from './subject.js';

/** Words of a paragraph in which somebody promises an act. Offsets from the paragraph's start. */
export interface FoundPromise extends Span {
  readonly confidence: number;
  readonly reason: string;
  readonly terms: SuggestedTerms;
}

/** The promises in a paragraph: marker, who takes it on, the acts that share it, and their terms. In order. */
export function promisesIn(
  input: PromiseInput,
  lead: Lead | undefined = undefined,
): { readonly promises: readonly FoundPromise[]; readonly lead: Lead | undefined } {
  const { paragraph } = input;
  if (paragraph.scene.paragraph.form === 'heading') return { promises: [], lead: undefined };
  const apart = bySentence(input);
  const [first] = paragraph.sentences;
  const promises: FoundPromise[] = [];
  if (lead !== undefined && first !== undefined) {
    const own = apart(first);
    for (const act of itemActs(own.paragraph, first))
      promises.push(listedPromise(own, first, lead, act));
  }
  const isItem = promises.length > 0;
  for (const sentence of paragraph.sentences)
    if (!(isItem && sentence === first) && mayPromise(input, sentence))
      promises.push(...inSentence(apart(sentence), sentence));
  // What is no item ends the list, but for what is said between.
  const goesOn = isItem || paragraph.scene.tokens.length === 0;
  const last = paragraph.sentences.at(-1);
  const next = last !== undefined && leads(paragraph) ? leadOf(apart(last)) : undefined;
  return { promises, lead: next ?? (goesOn ? lead : undefined) };
}

/** Most sentences hold no word of a marker. */
function mayPromise({ paragraph, language }: PromiseInput, { first, last }: Sentence): boolean {
  return markerWord(paragraph.scene.tokens, first, last, language) !== undefined;
}

/** The input for each sentence: with what is spoken of in it alone, and its dates. */
function bySentence(input: PromiseInput): (sentence: Sentence) => PromiseInput {
  const { paragraph, dates } = input;
  const { scene, sentences } = paragraph;
  if (sentences.length < 2) return () => input;
  let parts: { spoken: ReadonlyMap<number, readonly Spoken[]>; dates: SpanIndex<DateFound> };
  return (sentence) => {
    parts ??= { spoken: spokenBySentence(paragraph), dates: new SpanIndex(dates) };
    const { start = 0 } = scene.tokens[sentence.first] ?? {};
    const { end = start } = scene.tokens[sentence.last] ?? {};
    const spoken = parts.spoken.get(sentenceOf(paragraph, sentence.first)) ?? [];
    const own = parts.dates.overlapping({ start, end });
    return {
      paragraph: { scene, sentences, spoken },
      dates: own.length < 2 ? own : [...own].sort((a, b) => a.start - b.start),
      facts: input.facts,
      today: input.today,
      language: input.language,
    };
  };
}

function spokenBySentence(paragraph: SpokenParagraph): ReadonlyMap<number, readonly Spoken[]> {
  const spoken = new Map<number, Spoken[]>();
  for (const one of paragraph.spoken) {
    const at = sentenceOf(paragraph, one.first);
    const known = spoken.get(at);
    if (known === undefined) spoken.set(at, [one]);
    else known.push(one);
  }
  return spoken;
}

/** An act of a list: who promises, and how firmly, is said before. */
function listedPromise(
  input: PromiseInput,
  sentence: Sentence,
  { subject, strength, words }: Lead,
  act: Act,
): FoundPromise {
  const { paragraph, facts } = input;
  const marker = { first: act.first, last: act.first, strength, isNoun: false };
  const found = promiseOf(
    input,
    { paragraph, sentence, facts },
    { marker, act, subject, start: act.first, isShared: true },
  );
  return {
    ...found,
    reason: `“${words}” comes before the list, and ${actorInWords(facts, subject)}.`,
    terms: { ...found.terms, marker: words },
  };
}

function inSentence(input: PromiseInput, sentence: Sentence): readonly FoundPromise[] {
  const { paragraph, language } = input;
  const found: FoundPromise[] = [];
  if (isQuestion(paragraph, sentence)) return found;
  let after = -1;
  let acting: Subject | undefined;
  const list = listInSentence(input, sentence);
  if (list !== undefined)
    for (const act of list.acts) found.push(listedPromise(input, sentence, list.lead, act));
  for (const marker of markersIn(paragraph.scene, sentence, language)) {
    // A marker inside the act of another: `will continue to seek to`.
    if (marker.first <= after) continue;
    for (const { promise, last, subject } of promisesOf(input, sentence, marker, acting)) {
      found.push(promise);
      acting = subject;
      after = Math.max(after, promise.confidence >= 0.5 ? actLead(marker, last) : -1);
    }
  }
  return list === undefined ? found : [...found].sort((a, b) => a.start - b.start);
}

/** Up to where another marker belongs to an act: its first verbs. */
function actLead(marker: Marker, last: number): number {
  return Math.min(last, marker.last + 3);
}

function promisesOf(
  input: PromiseInput,
  sentence: Sentence,
  marker: Marker,
  acting: Subject | undefined,
): readonly { promise: FoundPromise; last: number; subject: Subject }[] {
  const { paragraph, facts } = input;
  const scene: PromiseScene = { paragraph, sentence, facts };
  if (isUnderDoubt(scene, marker)) return [];
  const behind = actsBehind(paragraph, sentence, marker.last + 1, formOf(paragraph, marker));
  const acts = behind.length === 0 ? actOfMarker(paragraph, sentence, marker) : behind;
  const [first] = acts;
  if (first === undefined) return [];
  if (!isTakenOn(paragraph, marker, first)) return [];
  const subject = goesOn(scene, marker) && acting !== undefined ? acting : subjectOf(scene, marker);
  if (subject === undefined || isDirected(scene, subject, marker)) return [];
  if (isOfObject(scene, subject, marker)) return [];
  return acts.map((act, index) => {
    const start = index === 0 ? startOf(scene, marker, subject) : act.first;
    return {
      promise: promiseOf(input, scene, { marker, act, subject, start, isShared: index > 0 }),
      last: act.last,
      subject,
    };
  });
}

/** `Neither party shall publish`: the denial belongs to the words. */
function startOf(scene: PromiseScene, marker: Marker, subject: Subject): number {
  const { tokens, know } = scene.paragraph.scene;
  for (const at of [subject.first, subject.first - 1])
    if (at < marker.first && know.has('nobody', tokens[at]?.lower ?? '')) return at;
  return startOfMarker(scene, marker);
}

/** `a shared commitment to`: a noun has its article and adjectives with it; whose it is stays outside. */
function startOfMarker({ paragraph, sentence }: PromiseScene, { first, isNoun }: Marker): number {
  const { tokens, know } = paragraph.scene;
  let at = first;
  while (isNoun && at > sentence.first && at > first - 4 && tokens[at]?.gap === '') {
    const { lower = '', capital } = tokens[at - 1] ?? {};
    if (/^(?:an?|the)$/.test(lower)) return at - 1;
    const isOfBoth = /^(?:mutual|shared|joint|common|collective)$/.test(lower);
    if (capital || !(isOfBoth || /^a/.test(know.partsOf(lower) ?? ''))) break;
    at -= 1;
  }
  return at;
}

/** `publieront`: in some languages the marker is the verb itself. */
function actOfMarker(
  paragraph: SpokenParagraph,
  sentence: Sentence,
  { first, last, isNoun, strength }: Marker,
): readonly Act[] {
  const { tokens, know } = paragraph.scene;
  const word = tokens[last]?.lower ?? '';
  const isOwn =
    !isNoun && first === last && strength === 'planned' && know.partsOf(word) === undefined;
  if (!isOwn || know.has('auxiliaries', word) || last === sentence.last) return [];
  return [{ first, ...clauseEnd(paragraph, sentence, first) }];
}

/** `will not take part but will consult`: who acted before in the sentence acts again. */
function goesOn({ paragraph }: PromiseScene, { first, isNoun }: Marker): boolean {
  return !isNoun && /^(?:and|but|or)$/.test(paragraph.scene.tokens[first - 1]?.lower ?? '');
}

function formOf({ scene }: SpokenParagraph, marker: Marker): 'bare' | 'to' | 'noun' {
  const last = scene.tokens[marker.last]?.lower ?? '';
  if (/^(?:to|forward)$/.test(last))
    return marker.isNoun ||
      /^(?:commit|commits|committed|committing|dedicated|look|looks|forward|looking)$/.test(
        scene.tokens[marker.last - 1]?.lower ?? '',
      ) ||
      /^(?:look|looks|looking|looked|forward)$/.test(scene.tokens[marker.first]?.lower ?? '')
      ? 'noun'
      : 'to';
  if (/^(?:of|for|in)$/.test(last)) return 'noun';
  return /^(?:will|shall|must|would|'ll|won't)$/.test(last) ? 'bare' : 'to';
}

function promiseOf(
  input: PromiseInput,
  scene: PromiseScene,
  { marker, act, subject, start, isShared }: Parts,
): FoundPromise {
  const { paragraph, facts } = input;
  const { tokens } = paragraph.scene;
  const text = (first: number, last: number): string =>
    oneLine(
      paragraph.scene.paragraph.text.slice(tokens[first]?.start ?? 0, tokens[last]?.end ?? 0),
    );
  const span = { start: tokens[start]?.start ?? 0, end: endOfAct(paragraph, act) };
  const isMust = tokens[marker.first]?.lower === 'must' || tokens[marker.last]?.lower === 'must';
  const confidence = (isMust && !facts.isInstrument ? 0.4 : 1) * (subject.known ? 0.75 : 0.55);
  const parties = partiesOf(scene, subject);
  const said = text(marker.first, marker.last);
  const { due, dueText, period } = timeOf(input, span);
  const { under, at } = settingOf(scene, act);
  return {
    start: span.start,
    end: span.end,
    confidence,
    reason: `“${said}” says what is taken on, and ${actorInWords(facts, subject)}.`,
    terms: {
      id: actWords(paragraph.scene, act),
      by: parties.by,
      for: parties.for,
      to: othersIn(scene, marker, act, parties.by),
      strength: marker.strength,
      marker: isShared ? said : undefined,
      if:
        act.condition === undefined
          ? undefined
          : conditionText(text(act.condition.first, act.condition.last)),
      due,
      dueText,
      period,
      saidBy: speakerOf(scene, subject, marker, act),
      at,
      under,
    },
  };
}
