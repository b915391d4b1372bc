import type { DateWords } from '../dates/index.js';
import type { ReadStrength, Strength } from './strength.js';

/**
 * All that is known of one language: the words and patterns by which a brief in it is read, and by which
 * tags are suggested in it. One object in one file, and a line in `list.ts`.
 *
 * Single words are in small letters unless it says otherwise, apostrophes are straight; a text may have
 * curly ones. A word that ends with an apostrophe (`l'`) touches the next one. Patterns are tried on the text
 * as it is written, so they allow for both apostrophes and for no-break spaces.
 */
export interface Language {
  /** Its primary subtag of BCP 47, in small letters: `fr`. */
  readonly tag: string;
  /** In English: `French`. */
  readonly name: string;
  /** For the user guide: dates that need no `edtf`, and words by which each strength is read. */
  readonly examples: {
    readonly dates: readonly string[];
    readonly markers: Readonly<Record<Strength, readonly string[]>>;
  };
  /**
   * The first commissive marker in words, see LANGUAGE.md, section 4. Linear in their length.
   * @param inTreaty whether they stand under an agreement that binds, where to agree is to be bound
   */
  readonly readStrength: (words: string, inTreaty?: boolean) => ReadStrength | undefined;
  /**
   * All markers in words, but at most so many: each is read as if those before it said nothing. A language that has
   * none of this is asked for the first marker again and again.
   */
  readonly strengthsIn?: (words: string, most: number) => readonly ReadStrength[];
  /** Whether a word, in small letters, can begin a marker: without one of these no marker is looked for. */
  readonly isMarkerWord?: (word: string) => boolean;
  /** Every length in years that words speak of: `ten-year`. */
  readonly yearSpansIn: (words: string) => readonly YearSpan[];
  readonly dates: DateWords;
  readonly relativeDates: RelativeDates;
  readonly deadlines: Deadlines;
  readonly pronouns: Pronouns;
  readonly parties: PartyWords;
  readonly names: NameWords;
  readonly sentences: SentenceWords;
  readonly ids: IdWords;
}

/** Of several, the first is read where no other is named. */
export type Languages = readonly [Language, ...Language[]];

/** A text, and the language in which it is read. */
export interface SourceText {
  readonly text: string;
  readonly language: Language;
}

/** A length in years that words speak of. */
export interface YearSpan {
  readonly count: number;
  /** As written. */
  readonly text: string;
}

/** Dates that count from the day on which something is said. */
export interface RelativeDates {
  /** `tomorrow`, and how many days that is away. */
  readonly days: ReadonlyMap<string, number>;
  /** `this year`, `next month`; the first that is found counts. In small letters. */
  readonly spans: readonly RelativeSpan[];
  /** The end of a year, of which a date is the last month: `end of`. */
  readonly endOf: RegExp;
  /** The whole of some words that mean the last month of this year: `by year's end`. */
  readonly endOfYear: RegExp;
  /** As {@link endOfYear}, this year as a whole. */
  readonly wholeYear: RegExp;
  /**
   * A whole day or month without its year: patterns with `{day}` and `{month}` in their places. In small
   * letters, months by their full names.
   */
  readonly withoutYear: readonly string[];
}

export interface RelativeSpan {
  readonly words: RegExp;
  readonly unit: 'year' | 'quarter' | 'month';
  /** How many of them away: 0 for this one. */
  readonly step: number;
}

/** What stands before a date, and words for a deadline that are no date. */
export interface Deadlines {
  /** Words before a date that make it a deadline. */
  readonly due: readonly string[];
  /** Those of {@link due} that mean the time before the date. */
  readonly before: readonly string[];
  /** Words before a date that is no deadline: `since`. */
  readonly notDue: readonly string[];
  /** A length of time until then: `within six months`, its number and its unit in groups `count` and `unit`. */
  readonly within?: {
    readonly pattern: RegExp;
    readonly numbers: ReadonlyMap<string, number>;
    readonly units: ReadonlyMap<string, { readonly days: number } | { readonly months: number }>;
  };
  /** A quarter without its year: `Q3`, its number in the group `count`, or in words in `word`. */
  readonly quarter?: RegExp;
  /** `soon`, `as soon as possible`. */
  readonly vague: RegExp;
}

/** Words that stand for what was named before. */
export interface Pronouns {
  /** All of the words stand for one. */
  readonly one: RegExp;
  /** All of the words stand for two. */
  readonly several: RegExp;
  /** Those of both that mean people alone. */
  readonly persons: RegExp;
  /** Those of both that can be a subject. */
  readonly subjects: RegExp;
  /** Those of both that never mean a person. */
  readonly things: RegExp;
  /** The first word of a description: `the capital`, `this framework`. */
  readonly pointing: RegExp;
  /** Whether the head of a description comes before what says more of it: `les pays riverains`. */
  readonly headFirst?: boolean;
  /** By the kind, what the head of a description may be: `countries` are places. */
  readonly nouns: readonly (readonly [kind: string, words: RegExp])[];
}

/** How a sentence says who promises what to whom. */
export interface PartyWords {
  /** Definite ones; they may also stand before names. */
  readonly articles: readonly string[];
  readonly indefinite: readonly string[];
  /** Before names that act together, and no part of them: `both`. */
  readonly both: readonly string[];
  readonly possessives: readonly string[];
  /** Between two who act together. */
  readonly and: readonly string[];
  /** Before the one who acts where the verb is passive. */
  readonly agent: readonly string[];
  /** Before those to whom or with whom something is done. */
  readonly facing: readonly string[];
  /** Before what only says where, when or whose. */
  readonly placing: readonly string[];
  /** Between two verbs of one subject: `and`, `but`. */
  readonly coordinating: readonly string[];
  /** Before one who may not act, or not alone: `or`, `than`, `but also`. */
  readonly notAlone: readonly string[];
  /** What begins a clause with a subject of its own: `that`, `when`, `said`. */
  readonly openers: readonly string[];
  /** Verbs of which somebody else's promise is the object: `welcomed`. */
  readonly judging: readonly string[];
  /** A word, with its space, that may stand between subject and verb: `also `. */
  readonly beside: RegExp;
  /** Words of a passive, up to the word for {@link agent} and behind it: `be built by `. Ends with `$`. */
  readonly passive: RegExp;
  /** Who stands behind it acts as a whole: `the governments of `. Ends with `$`. */
  readonly wholes: RegExp;
  /** Nouns for promises that are no verbs. */
  readonly promises: RegExp;
  /** Nouns for promises that are verbs too. */
  readonly promisesOrVerbs: RegExp;
  /** Before an event at which something is promised. */
  readonly at: readonly string[];
  /** What is done to an agreement that is made or changed, up to its name: `sign a new`. Ends with `$`. */
  readonly making: RegExp;
  /** Before an office that someone held or will hold at another time: `former`. Ends with `$`. */
  readonly anotherTime: RegExp;
  /** A word of {@link anotherTime} for a time that is past, where it may stand before any office. */
  readonly former?: string;
  /** The same as the first words of the office. */
  readonly anotherTimeWithin: RegExp;
}

/** How names are written. */
export interface NameWords {
  /** Small words inside a name: `Bank of Japan`. */
  readonly joints: readonly string[];
  /** What an apostrophe may part from the word behind it: `l'` of `l'Inde`. */
  readonly elisions: readonly string[];
  /** What follows an apostrophe and belongs to no name: the `s` of `India's`. */
  readonly endings: readonly string[];
  /** Common words that two different names may share. */
  readonly common: readonly string[];
}

/** Where a sentence ends and where it only seems to. Abbreviations are as written, without the last stop. */
export interface SentenceWords {
  /** A name follows. */
  readonly titles: readonly string[];
  readonly abbreviations: readonly string[];
  /**
   * Words that begin a sentence and no name, and hardly ever stand with a capital within one. With the
   * capital.
   */
  readonly openers: readonly string[];
}

/** The words of ids that are made of names and promises, and of which names are made. */
export interface IdWords {
  /** Words that tell one promise from another least. */
  readonly idle: readonly string[];
  /** Words that are small in a name that is made of an id. */
  readonly small: readonly string[];
  /** Words of an id that speak for a kind: `ministry` for `org`. */
  readonly signs: readonly (readonly [kind: string, words: readonly string[]])[];
}
