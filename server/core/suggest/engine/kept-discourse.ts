import type { Day } from '../../dates/index.js';
import type { Language } from '../../language/index.js';
import { perObject } from '../../text/index.js';
import type { EntityInfo, Mention } from './candidate.js';
import type { DateFound } from './dates/read-dates.js';
import { type Around, type Described, FAR } from './discourse/before.js';
import { describedIn } from './discourse/describe.js';
import { type Spoken, type SpokenParagraph, spokenParagraph } from './discourse/model.js';
import { type PageFacts, pageFacts, signatureOf } from './discourse/page-facts.js';
import type { Scene } from './names/scene.js';
import type { Lead } from './promises/listed-acts.js';
import { type FoundPromise, promisesIn } from './promises/read-promises.js';
import type { NameIndex } from './registry-names.js';

/** A paragraph with its names, from which descriptions and promises are read. */
export interface NamedText {
  /** What was read of its words; the same object for as long as they are the same. */
  readonly scene: Scene;
  /** Where it begins in the page. */
  readonly start: number;
  /** Offsets of the page, the outer before the inner. */
  readonly mentions: readonly Mention[];
  readonly dates: readonly DateFound[];
}

/** What a paragraph says of those who are spoken of. Offsets from its start. */
export interface Told {
  readonly descriptions: readonly Described[];
  readonly promises: readonly FoundPromise[];
}

interface Page {
  readonly language: Language;
  readonly today: Day | undefined;
  readonly names: NameIndex;
  readonly entityOf: (id: string) => EntityInfo | undefined;
}

/**
 * What follows from who is spoken of, by paragraph. A paragraph is read again only when its words, what it was read
 * from in those around it, or what the page as a whole says are others.
 */
export function toldIn(page: Page, texts: readonly NamedText[]): readonly Told[] {
  const named = texts.map(namedParagraph);
  const asked = new Map<string, EntityInfo | undefined>();
  const infoOf = (key: string): EntityInfo | undefined => {
    const info = page.entityOf(key);
    asked.set(key, info);
    return info;
  };
  const facts = pageFacts(named, { infoOf, names: page.names });
  const signature = signatureOf(facts);
  const whole: SpokenParagraph[] = [];
  const told: Told[] = [];
  let lead: Lead | undefined;
  for (const [at, { scene, dates }] of texts.entries()) {
    const paragraph = named[at] as SpokenParagraph;
    const place: Place = { paragraph, whole, named, at, dates, facts: signature, lead };
    const memory = memoryOf(scene);
    let result = memory.result;
    if (result === undefined || !isAsBefore(result, place, page)) {
      asked.clear();
      result = readAt(page, place, facts, asked);
      memory.result = result;
    }
    whole.push(result.full);
    told.push(result);
    lead = result.lead;
  }
  return told;
}

/** All that a paragraph is read from. */
interface Place {
  readonly paragraph: SpokenParagraph;
  /** The paragraphs before, with descriptions. */
  readonly whole: readonly SpokenParagraph[];
  /** All paragraphs, with names only. */
  readonly named: readonly SpokenParagraph[];
  readonly at: number;
  readonly dates: readonly DateFound[];
  readonly facts: string;
  /** The list that the paragraph before leads. */
  readonly lead: Lead | undefined;
}

/** What was read of a paragraph, and from what. */
interface Result extends Told {
  readonly full: SpokenParagraph;
  /** The list that it leads. */
  readonly lead: Lead | undefined;
  readonly place: Place;
  /** Of the paragraphs before those that were read: the last one first. */
  readonly before: readonly (SpokenParagraph | undefined)[];
  /** Of more of them, only who is spoken of. */
  readonly spokenBefore: readonly string[];
  /** The paragraphs behind, if they were read. */
  readonly next: readonly SpokenParagraph[] | undefined;
  readonly asked: ReadonlyMap<string, EntityInfo | undefined>;
}

interface Memory {
  named?: { readonly text: NamedText; readonly paragraph: SpokenParagraph };
  result?: Result;
}

/** For as long as what was read of the words is kept. */
const memoryOf = perObject((_: Scene): Memory => ({}));

/** The same object where the same is named at the same words. */
function namedParagraph(text: NamedText): SpokenParagraph {
  const memory = memoryOf(text.scene);
  const known = memory.named;
  if (known !== undefined && hasSameMentions(known.text, text)) return known.paragraph;
  const paragraph = spokenParagraph(text.start, text.scene, text.mentions);
  memory.named = { text, paragraph };
  return paragraph;
}

function hasSameMentions(one: NamedText, other: NamedText): boolean {
  const moved = other.start - one.start;
  return (
    one.mentions.length === other.mentions.length &&
    one.mentions.every((mention, at) => {
      const same = other.mentions[at];
      return (
        same !== undefined &&
        same.start === mention.start + moved &&
        same.end === mention.end + moved &&
        same.kind === mention.kind &&
        hasSame(same.keys, mention.keys)
      );
    })
  );
}

function hasSame<T>(one: readonly T[], other: readonly T[]): boolean {
  return (
    one === other || (one.length === other.length && one.every((each, at) => each === other[at]))
  );
}

function isAsBefore(result: Result, now: Place, page: Page): boolean {
  const { place, before, spokenBefore, next } = result;
  return (
    place.paragraph === now.paragraph &&
    place.facts === now.facts &&
    hasSame(place.dates, now.dates) &&
    isSameLead(place.lead, now.lead) &&
    before.every((paragraph, back) => paragraph === now.whole[now.at - 1 - back]) &&
    spokenBefore.every((said, back) => said === saidAt(now, back + 1)) &&
    (next === undefined || hasSame(next, nextOf(now))) &&
    [...result.asked].every(([key, info]) => page.entityOf(key) === info)
  );
}

function isSameLead(one: Lead | undefined, other: Lead | undefined): boolean {
  return one === other || JSON.stringify(one) === JSON.stringify(other);
}

/** Who is spoken of in a paragraph before, in one string. */
function saidAt({ whole, at }: Place, back: number): string {
  const paragraph = whole[at - back];
  return paragraph === undefined ? '' : saidIn(paragraph.spoken);
}

const saidIn = perObject((spoken: readonly Spoken[]): string =>
  JSON.stringify(
    spoken.map(({ kind, keys, nested, named, words }) => [kind, keys, nested, named, words]),
  ),
);

/** As many as a description looks ahead. */
const AHEAD = 15;

function nextOf({ named, at }: Place): readonly SpokenParagraph[] {
  return named.slice(at + 1, at + 1 + AHEAD);
}

function readAt(
  { language, today }: Page,
  place: Place,
  facts: PageFacts,
  asked: ReadonlyMap<string, EntityInfo | undefined>,
): Result {
  const { paragraph, whole, at, dates, lead } = place;
  let near = 0;
  let far = 0;
  let next: readonly SpokenParagraph[] | undefined;
  const around: Around = {
    before: (back) => {
      near = Math.max(near, back);
      return whole[at - back];
    },
    spokenBefore: (back) => {
      far = Math.max(far, Math.min(back, FAR));
      return whole[at - back]?.spoken;
    },
    next: () => {
      next ??= nextOf(place);
      return next;
    },
  };
  const descriptions = describedIn(paragraph, around, facts);
  const full: SpokenParagraph =
    descriptions.length === 0
      ? paragraph
      : {
          scene: paragraph.scene,
          sentences: paragraph.sentences,
          spoken: [...paragraph.spoken, ...descriptions].sort(
            (a, b) => a.start - b.start || b.end - a.end,
          ),
        };
  const said = promisesIn({ paragraph: full, dates, facts, language, today }, lead);
  return {
    descriptions,
    promises: said.promises,
    full,
    lead: said.lead,
    // What stands around is not kept along: of each paragraph only what it was read from.
    place: { ...place, whole: [], named: [] },
    before: Array.from({ length: near }, (_, back) => whole[at - 1 - back]),
    spokenBefore: Array.from({ length: far }, (_, back) => saidAt(place, back + 1)),
    next,
    asked: new Map(asked),
  };
}
