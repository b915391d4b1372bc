/**
 * What is known of a language so that untagged text can be read in it: much more than a {@link Language} holds,
 * and read only by whoever suggests tags. Plain data; words are in small letters unless it says otherwise.
 */
export interface Lexicon {
  /** The language's primary subtag. */
  readonly tag: string;
  /** Words that mostly begin small, by the parts of speech they can be; empty: not known. */
  readonly words: readonly (readonly [parts: string, words: string])[];
  readonly people: PeopleWords;
  readonly heads: HeadWords;
  readonly known: KnownNames;
  /** Adjectives and people of countries, with the capital: `India=Indian|Indians`, by ISO code. */
  readonly demonyms: string;
  readonly grammar: GrammarWords;
  /** Patterns of dates that count from the brief's; see `stages/dates`. */
  readonly dates: DateLexicon;
}

/** Words around the names of people. */
export interface PeopleWords {
  /** Before a name, never part of a full one: `mr`. */
  readonly honorifics: string;
  /** Before a surname these belong to it: `secretary`. */
  readonly ranks: string;
  /** Inside a name: `van`, `bin`. */
  readonly particles: string;
  /** Common first names. */
  readonly firstNames: string;
}

/** The nouns by which a name says what it is. */
export interface HeadWords {
  readonly office: string;
  /** Before the head of an office: `deputy`. */
  readonly officeModifiers: string;
  readonly org: string;
  readonly agreement: string;
  readonly event: string;
  readonly place: string;
  /** Before a name it is the head of: `lake`. */
  readonly placeBefore: string;
  /** Small words that join the parts of a name: `of`. */
  readonly joints: string;
}

/** Names that many texts speak of, with their capitals, parted by semicolons; `short|long` are one thing. */
export interface KnownNames {
  readonly orgs: string;
  readonly regions: string;
  readonly cities: string;
  readonly agreements: string;
  readonly events: string;
  /** By ISO code, other names of countries. */
  readonly countries: string;
  /** Acronyms of things that are no names: `GDP`. */
  readonly notNames: string;
  /** Words with a capital that are no names by themselves: `Member`, `Article`. */
  readonly notAlone: string;
}

export interface GrammarWords {
  readonly determiners: string;
  readonly prepositions: string;
  /** Pronouns, auxiliaries and adverbs that begin sentences: they begin no name. */
  readonly small: string;
  /** `say`, in all its forms. */
  readonly saying: string;
  /** Words that open clauses. */
  readonly conjunctions: string;
}

export interface DateLexicon {
  readonly months: readonly (readonly string[])[];
  readonly weekdays: readonly string[];
  /** `two` .. `twelve`. */
  readonly numbers: readonly string[];
}
