/**
 * What is known of a language so that untagged text can be read in it: much more than a {@link Language} holds,
 * and read only by whoever suggests tags. Plain data: lists of words with a space between, in small letters unless
 * it says otherwise. A list that a language does not have says nothing.
 */
export interface Lexicon {
  /** The language's primary subtag. */
  readonly tag: string;
  /** Words that mostly begin small, by the parts of speech they can be; empty: not known. */
  readonly words: readonly (readonly [parts: string, words: string])[];
  readonly people: Partial<PeopleWords>;
  readonly heads: Partial<HeadWords>;
  readonly known: Partial<KnownNames>;
  /** Adjectives and people of countries, with the capital: `India=Indian|Indians`, by ISO code. */
  readonly demonyms: string;
  readonly grammar: Partial<GrammarWords>;
  readonly names: Partial<NameWords>;
  readonly discourse: Partial<DiscourseWords>;
  readonly promises: Partial<PromiseWords>;
  /** Where dates are written as in English; of other languages the dates of the {@link Language} are read. */
  readonly dates?: DateLexicon;
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
  /** `and`. */
  readonly and: string;
  /** Words that open clauses. */
  readonly conjunctions: string;
  /** Verbs that stand before another verb. */
  readonly auxiliaries: string;
  /** Prepositions that say where something is. */
  readonly where: string;
  /** Prepositions after which a place is named. */
  readonly towards: string;
}

/** What names are read by besides their nouns. */
export interface NameWords {
  /** Words before a short name in brackets. */
  readonly hereinafter: string;
  /** Nouns of instruments that are called by their year: `Act of 1962`. */
  readonly ofYear: string;
  /** Last words of companies. */
  readonly business: string;
  /** Legal forms of companies. */
  readonly companyForms: string;
  /** Nouns that are called by the name behind `of`. */
  readonly settlements: string;
  /** Verbs by which an unknown name acts. */
  readonly acting: string;
  /** Ranks that belong to a name, however full it is. */
  readonly crowned: string;
  /** Nouns of states: `Kingdom of` a country is the country. */
  readonly states: string;
  /** Before a noun of a class of instruments, and none of its own. */
  readonly classMarks: string;
  /** Behind `Memorandum of`: with these alone it is only a class. */
  readonly classTails: string;
  /** Before `Party`: whoever is one. */
  readonly anyOf: string;
  /** Nouns whose names go on with `in` and a place. */
  readonly withPlace: string;
  /** Bodies that are sent to another. */
  readonly sentBodies: string;
  /** Nouns of places that go on with `of`. */
  readonly placesOf: string;
  /** Nouns of offices that go on with `to`. */
  readonly officesTo: string;
  /** Nouns for many things that make a name only with another name before them. */
  readonly looseHeads: string;
  /** Nouns for events of which there are many. */
  readonly occasions: string;
  /** Ranks that are offices before a full name. */
  readonly heldRanks: string;
  /** Titles whose names go on with a seat. */
  readonly noble: string;
  /** Nouns that are offices only in a longer name. */
  readonly vagueOffices: string;
  /** Nouns of what governs a country and is called by it. */
  readonly governments: string;
  /** Of those, the ones that are names with a small letter: `government of Israel`. */
  readonly smallGovernments: string;
  /** Nouns for bodies of which a list follows: `companies`. */
  readonly listedBodies: string;
  /** Before an unknown name that is a place then. */
  readonly placedBy: string;
  /** Nouns of instruments that are called by their numbers. */
  readonly numbered: string;
  /** Nouns for one of those who take part: `Contracting Party`. */
  readonly parties: string;
  /** Behind a country: it is money then. */
  readonly currencies: string;
  /** Behind `&`: a company. */
  readonly companyTails: string;
  /** Nouns of what has no members: a name of such a thing is no organization, unless it acts. */
  readonly noBodies: string;
}

/** How those named before are spoken of again. */
export interface DiscourseWords {
  /** The first words of descriptions: `both`, `the`. */
  readonly pointing: string;
  /** Nouns for several countries. */
  readonly groupsOfCountries: string;
  /** Nouns for several people by what they are. */
  readonly groupsOfPeople: string;
  /** Nouns for several organizations. */
  readonly groupsOfBodies: string;
  /** Nouns for the two who meet, without a number. */
  readonly pairsOfPeople: string;
  /** Behind `our`: those in whose name a text speaks. */
  readonly ownGroups: string;
  /** Nouns by which an agreement is spoken of again. */
  readonly agreementNouns: string;
  /** Nouns by which an organization is spoken of again. */
  readonly bodyNouns: string;
  /** Nouns by which an office is spoken of again. */
  readonly officeNouns: string;
  /** Of the nouns for agreements, those that also mean much else when they are small. */
  readonly looseAgreements: string;
  /** Nouns for those who stand for a country. */
  readonly leaders: string;
  /** Nouns for those who speak for countries: `leaders of`. */
  readonly speakers: string;
  /** Behind `it`: verbs that mostly say that something is so, of nobody. */
  readonly being: string;
  /** Behind `it is`: words of a judgement, of nobody. */
  readonly judgements: string;
  /** Verbs of what bodies do. */
  readonly doing: string;
  /** Pronouns of those who act. */
  readonly actingPronouns: string;
  /** Articles and the like before a noun by which something is spoken of again. */
  readonly definite: string;
  /** Of those, the ones with which an agreement alone is meant. */
  readonly thisOne: string;
  /** `his`: before `country`. */
  readonly ownedBy: string;
  /** Behind `the`: a number, or a noun for those who take part. */
  readonly behindThe: string;
  /** Words for a single country. */
  readonly countryNouns: string;
  /** Adverbs between one who acts and the verb. */
  readonly besideActor: string;
  /** Words between two who act together. */
  readonly betweenActors: string;
}

/** How a sentence says that somebody takes on an act. The markers are those of the language. */
export interface PromiseWords {
  /** Verbs with which nothing is promised. */
  readonly noAct: string;
  /** Of those, the ones that promise something with the right object. */
  readonly actsWithObject: string;
  /** Adverbs between a marker and the act. */
  readonly besideAct: string;
  /** Behind `remain`: what one promises to be. */
  readonly remaining: string;
  /** Parts of verbs before a hyphen. */
  readonly verbPrefixes: string;
  /** Words that end as gerunds do. */
  readonly noGerund: string;
  /** Words that may stand between subject and marker. */
  readonly besideVerb: string;
  /** Behind `his`: bodies that can promise. */
  readonly ownBodies: string;
  /** Words that begin a clause which is no part of the act. */
  readonly subclause: string;
  /** Words behind a comma that end the act. */
  readonly endsClause: string;
  /** Words in -ing that do not end the act. */
  readonly goesOn: string;
  /** Verbs that take something on, as they stand behind `and`. */
  readonly takesOn: string;
  /** Words that begin another clause behind `and`. */
  readonly newSubject: string;
  /** Verbs by which a body acts anew behind `and`. */
  readonly operative: string;
  /** Nouns for what is taken on. */
  readonly promiseNouns: string;
  /** Verbs of which plans and pledges are the object. */
  readonly announcing: string;
  /** Words of a hope, a doubt, a condition or a demand that a clause hangs on. */
  readonly doubt: string;
  /** Verbs before `that … shall` which only direct others, or tell of a duty again. */
  readonly directing: string;
  /** Nouns for some who can promise, whoever they are. */
  readonly generic: string;
  /** Words that begin what a verb is done to or with. */
  readonly objectStart: string;
  /** Words that begin a noun phrase. */
  readonly nounStart: string;
  /** Words between a verb and the promise that is its object. */
  readonly besideNoun: string;
  /** Words that begin a condition. */
  readonly conditions: string;
  /** Verbs of which the noun of a promise is the subject: `its commitment to clean air is firm`. */
  readonly nounVerbs: string;
  /** Words that begin a relative clause. */
  readonly relative: string;
  /** Small words between `and` and the verb that shares a marker. */
  readonly besideShared: string;
  /** `will` and the like. */
  readonly modals: string;
  /** Words that count or measure an object: `million`. */
  readonly quantities: string;
  /** Adverbs between a marker and the list of what is promised. */
  readonly besideList: string;
  /** Before those of whom none does something. */
  readonly nobody: string;
  /** Words of what those who act together do for each other: `sign`, `dialogue`, `agreed`. */
  readonly mutual: string;
}

export interface DateLexicon {
  readonly months: readonly (readonly string[])[];
  readonly weekdays: readonly string[];
  /** `two` .. `twelve`. */
  readonly numbers: readonly string[];
}
