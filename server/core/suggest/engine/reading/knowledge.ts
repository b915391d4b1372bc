import {
  CITY_NAMES,
  COUNTRY_NAMES,
  type DiscourseWords,
  type GrammarWords,
  type Lexicon,
  type NameWords,
  type PeopleWords,
  type PromiseWords,
} from '../../../language/lexicon/index.js';
import { plain, type Token, tokensOf } from './tokens.js';

export type NameKind = 'person' | 'office' | 'org' | 'place' | 'agreement' | 'event';

/** A name that is known without any registry. */
export interface KnownName {
  readonly kind: NameKind;
  /** The name that its other forms stand for. */
  readonly full: string;
  readonly words: readonly string[];
  /** Of a country. */
  readonly iso?: string;
  /** Told from other words by what stands around it. */
  readonly weak?: boolean;
  /** Whether it is written with a comma: `Washington, D.C.` */
  readonly hasComma?: boolean;
}

/** A lexicon made ready to be asked. Made once for each language. */
export interface Knowledge {
  readonly partsOf: (lower: string) => string | undefined;
  readonly has: (list: WordList, lower: string) => boolean;
  readonly headOf: (lower: string) => ReadonlySet<NameKind> | undefined;
  /** The longest known name that begins at a word, as many words as it has. */
  readonly knownAt: (tokens: readonly Token[], at: number) => KnownName | undefined;
  readonly demonymAt: (
    tokens: readonly Token[],
    at: number,
  ) => { iso: string; count: number } | undefined;
}

/** A list of words in a lexicon, by its name. */
export type WordList =
  | keyof PeopleWords
  | keyof GrammarWords
  | keyof NameWords
  | keyof DiscourseWords
  | keyof PromiseWords
  | 'officeModifiers'
  | 'calendar'
  | 'placeBefore'
  | 'notNames'
  | 'notAlone';

/** @param elisions of the language: what an apostrophe parts from the word behind it */
export function knowledgeOf(lexicon: Lexicon, elisions: readonly string[] = []): Knowledge {
  const { people, heads, known, grammar } = lexicon;
  const parts = new Map<string, string>();
  for (const [letters, words] of lexicon.words)
    for (const word of words.split(' ')) parts.set(word, letters);
  const lists: Partial<Record<string, ReadonlySet<string>>> = {};
  const { officeModifiers, placeBefore } = heads;
  const { notNames, notAlone } = known;
  const { names: nameWords, discourse, promises } = lexicon;
  for (const group of [
    people,
    grammar,
    nameWords,
    discourse,
    promises,
    { officeModifiers, placeBefore, notNames, notAlone, calendar: calendarIn(lexicon) },
  ])
    for (const [name, words] of Object.entries(group))
      if (words !== undefined) lists[name] = setOf(words);
  const headKinds = new Map<string, Set<NameKind>>();
  for (const kind of ['office', 'org', 'agreement', 'event', 'place'] as const)
    for (const word of setOf(heads[kind] ?? '')) {
      const kinds = headKinds.get(word) ?? new Set();
      headKinds.set(word, kinds.add(kind));
    }
  // Small words are in the counts, too; no verb among them.
  for (const list of [grammar.determiners, grammar.prepositions, grammar.conjunctions])
    for (const word of setOf(list ?? ''))
      if (lists.saying?.has(word) !== true) parts.set(word, 'x');
  const spelled = new Spellings();
  const parted = new Set(elisions);
  const names = new NameTable(parted);
  addKnown(names, lexicon);
  const demonyms = new NameTable(parted);
  for (const entry of lexicon.demonyms.split(';')) {
    const [iso = '', all = ''] = entry.split('=');
    for (const name of all.split('|')) demonyms.add(name, { kind: 'place', full: name, iso });
  }
  return {
    partsOf: (lower) => {
      const known = parts.get(lower);
      if (known !== undefined || lower.length < SHORTEST_SPELLED) return known;
      const other = spelled.of(lower);
      return other === '' ? undefined : parts.get(other);
    },
    has: (list, lower) => lists[list]?.has(lower) === true,
    headOf: (lower) => headKinds.get(lower),
    knownAt: (tokens, at) => names.longestAt(tokens, at),
    demonymAt: (tokens, at) => {
      const found = demonyms.longestAt(tokens, at);
      return found && { iso: found.iso ?? '', count: found.words.length };
    },
  };
}

/** The names of months and of days of the week, in full. */
function calendarIn({ dates }: Lexicon): string {
  if (dates === undefined) return '';
  return [...dates.months.map(([name = '']) => name), ...dates.weekdays].join(' ');
}

/** `harmonise`, `labour`, `centre` as the word list spells them. */
function otherSpelling(lower: string): string {
  const other = lower
    .replace(/is(e|es|ed|ing|ation|ations)$/, 'iz$1')
    .replace(/ys(e|es|ed|ing)$/, 'yz$1')
    .replace(/our(s|ed|ing|able)?$/, 'or$1')
    .replace(/([bcdt])re(s?)$/, '$1er$2')
    .replace(/([aeiou])ll(ed|ing)$/, '$1l$2')
    .replace(/programme(s?)$/, 'program$1');
  return other === lower ? '' : other;
}

/** Shorter words have no other spelling. */
const SHORTEST_SPELLED = 6;

/** The other spellings of words, kept: names are asked about again and again. Empty: there is none. */
class Spellings {
  static readonly MOST = 10_000;
  readonly #known = new Map<string, string>();

  of(lower: string): string {
    const known = this.#known.get(lower);
    if (known !== undefined) return known;
    const other = otherSpelling(lower);
    if (this.#known.size >= Spellings.MOST) this.#known.clear();
    this.#known.set(lower, other);
    return other;
  }
}

function setOf(words: string): ReadonlySet<string> {
  return new Set(words === '' ? [] : words.split(' '));
}

function addKnown(names: NameTable, { known, tag }: Lexicon): void {
  for (const [country, cities] of CITY_NAMES) {
    for (const name of cities.split(';'))
      names.add(name, { kind: 'place', full: name, weak: true });
    if (country === '') return;
  }
  const lists = [
    ['place', known.regions],
    ['place', known.cities],
    ['org', known.orgs],
    ['agreement', known.agreements],
    ['event', known.events],
  ] as const;
  for (const [kind, list] of lists)
    for (const entry of (list ?? '').split(';').filter((one) => one !== '')) {
      const forms = entry.split('|');
      for (const name of forms) names.add(name, { kind, full: forms[0] ?? name });
    }
  const own = COUNTRY_NAMES.find(([language]) => language === tag)?.[1];
  addCountries(names, own, known.countries);
}

/** Names of countries as `IN=India;US=United States|US`, the first list with the full ones. */
export function addCountries(names: NameTable, ...lists: readonly (string | undefined)[]): void {
  const full = new Map<string, string>();
  for (const entries of lists)
    for (const entry of entries?.split(';') ?? []) {
      const [iso = '', all = ''] = entry.split('=');
      for (const name of all.split('|')) {
        if (!full.has(iso)) full.set(iso, name);
        names.add(name, { kind: 'place', full: full.get(iso) ?? name, iso });
      }
    }
}

const NO_ELISIONS: ReadonlySet<string> = new Set();

/** Names by their first word. */
export class NameTable {
  readonly #byWord = new Map<string, KnownName[]>();
  readonly #elisions: ReadonlySet<string>;

  constructor(elisions: ReadonlySet<string> = NO_ELISIONS) {
    this.#elisions = elisions;
  }

  /** A later name takes the place of an earlier one. */
  add(name: string, of: Omit<KnownName, 'words'>): void {
    const words = tokensOf(name, this.#elisions).map(({ plain: word }) => word);
    const first = words[0];
    if (first === undefined) return;
    const same = (other: KnownName): boolean =>
      other.words.length === words.length && other.words.every((word, at) => word === words[at]);
    const others = (this.#byWord.get(first) ?? []).filter((other) => !same(other));
    others.push({ ...of, words, ...(name.includes(',') ? { hasComma: true } : {}) });
    this.#byWord.set(
      first,
      others.sort((a, b) => b.words.length - a.words.length),
    );
  }

  longestAt(tokens: readonly Token[], at: number): KnownName | undefined {
    const token = tokens[at];
    if (token === undefined) return undefined;
    const named =
      this.#byWord.get(token.plain) ??
      (isShouted(token) ? this.#byWord.get(unshouted(token)) : undefined);
    if (named === undefined) return undefined;
    for (const one of named) if (standsAt(one, tokens, at)) return one;
    return undefined;
  }
}

/** Whether a name whose first word stands there goes on with what follows. */
function standsAt(
  { words, hasComma, kind }: KnownName,
  tokens: readonly Token[],
  at: number,
): boolean {
  // `Paris agreement`, `Security council`: the noun may be small, and of people and places not.
  const mayBeSmall = kind !== 'place' && kind !== 'person';
  for (let index = 1; index < words.length; index += 1) {
    const token = tokens[at + index];
    if (token === undefined) return false;
    const word = words[index];
    const isSame =
      token.plain === word ||
      (isShouted(token) && unshouted(token) === word) ||
      (mayBeSmall && token.lower === word?.toLowerCase());
    if (!isSame) return false;
    const { gap } = token;
    if (gap === '' || gap === "'" || gap === '’') continue;
    if (gap === ',' && hasComma !== true) return false;
    if (!JOIN.test(gap) || tokens[at + index - 1]?.possessive) return false;
  }
  return true;
}

/** All in capitals, as the place at the head of a report is: `GENEVA`. */
function isShouted({ acronym, text }: Token): boolean {
  return acronym && text.length > 3 && !text.includes('.');
}

function unshouted({ text }: Token): string {
  return plain(text.charAt(0) + text.slice(1).toLowerCase());
}

/** What may stand between the words of one name. */
const JOIN = /^(?:[-–—.&,+]|\.-)$/;
