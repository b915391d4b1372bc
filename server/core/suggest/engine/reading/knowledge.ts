import { CITY_NAMES, COUNTRY_NAMES, type Lexicon } from '../../../language/lexicon/index.js';
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

export type WordList =
  | 'honorifics'
  | 'ranks'
  | 'particles'
  | 'firstNames'
  | 'officeModifiers'
  | 'placeBefore'
  | 'notNames'
  | 'notAlone'
  | 'determiners'
  | 'prepositions'
  | 'small'
  | 'saying'
  | 'conjunctions';

export function knowledgeOf(lexicon: Lexicon): Knowledge {
  const { people, heads, known, grammar } = lexicon;
  const parts = new Map<string, string>();
  for (const [letters, words] of lexicon.words)
    for (const word of words.split(' ')) parts.set(word, letters);
  const lists: Readonly<Record<WordList, ReadonlySet<string>>> = {
    honorifics: setOf(people.honorifics),
    ranks: setOf(people.ranks),
    particles: setOf(people.particles),
    firstNames: setOf(people.firstNames),
    officeModifiers: setOf(heads.officeModifiers),
    placeBefore: setOf(heads.placeBefore),
    notNames: setOf(known.notNames),
    notAlone: setOf(known.notAlone),
    determiners: setOf(grammar.determiners),
    prepositions: setOf(grammar.prepositions),
    small: setOf(grammar.small),
    saying: setOf(grammar.saying),
    conjunctions: setOf(grammar.conjunctions),
  };
  const headKinds = new Map<string, Set<NameKind>>();
  for (const kind of ['office', 'org', 'agreement', 'event', 'place'] as const)
    for (const word of setOf(heads[kind])) {
      const kinds = headKinds.get(word) ?? new Set();
      headKinds.set(word, kinds.add(kind));
    }
  // Small words are in the counts, too; no verb among them.
  for (const list of [grammar.determiners, grammar.prepositions, grammar.conjunctions])
    for (const word of list.split(' ')) if (!lists.saying.has(word)) parts.set(word, 'x');
  const names = new NameTable();
  addKnown(names, lexicon);
  const demonyms = new NameTable();
  for (const entry of lexicon.demonyms.split(';')) {
    const [iso = '', all = ''] = entry.split('=');
    for (const name of all.split('|')) demonyms.add(name, { kind: 'place', full: name, iso });
  }
  return {
    partsOf: (lower) => parts.get(lower) ?? parts.get(otherSpelling(lower) ?? ''),
    has: (list, lower) => lists[list].has(lower),
    headOf: (lower) => headKinds.get(lower),
    knownAt: (tokens, at) => names.longestAt(tokens, at),
    demonymAt: (tokens, at) => {
      const found = demonyms.longestAt(tokens, at);
      return found && { iso: found.iso ?? '', count: found.words.length };
    },
  };
}

/** `harmonise`, `labour`, `centre` as the word list spells them. */
function otherSpelling(lower: string): string | undefined {
  if (lower.length < 6) return undefined;
  const other = lower
    .replace(/is(e|es|ed|ing|ation|ations)$/, 'iz$1')
    .replace(/ys(e|es|ed|ing)$/, 'yz$1')
    .replace(/our(s|ed|ing|able)?$/, 'or$1')
    .replace(/([bcdt])re(s?)$/, '$1er$2')
    .replace(/([aeiou])ll(ed|ing)$/, '$1l$2')
    .replace(/programme(s?)$/, 'program$1');
  return other === lower ? undefined : other;
}

function setOf(words: string): ReadonlySet<string> {
  return new Set(words.split(' '));
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
    for (const entry of list.split(';')) {
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
  /** What was found last: one paragraph is asked about again and again, then the next. */
  #asked: readonly Token[] | undefined;
  #known: (KnownName | null | undefined)[] = [];

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

  /** Asked again and again for the words of one paragraph. */
  longestAt(tokens: readonly Token[], at: number): KnownName | undefined {
    if (this.#asked !== tokens) {
      this.#asked = tokens;
      this.#known = new Array(tokens.length).fill(undefined);
    }
    const known = this.#known[at];
    if (known !== undefined) return known ?? undefined;
    const found = this.#longestAt(tokens, at);
    this.#known[at] = found ?? null;
    return found;
  }

  #longestAt(tokens: readonly Token[], at: number): KnownName | undefined {
    const token = tokens[at];
    if (token === undefined) return undefined;
    const first =
      this.#byWord.get(token.plain) ??
      (isShouted(token) ? this.#byWord.get(unshouted(token)) : undefined);
    return first?.find(
      ({ words, hasComma }) =>
        words.every((word, index) => stands(tokens, at, index, word)) &&
        (hasComma === true ||
          !words.some((_, index) => index > 0 && tokens[at + index]?.gap === ',')),
    );
  }
}

function stands(tokens: readonly Token[], at: number, index: number, word: string): boolean {
  const token = tokens[at + index];
  if (
    token === undefined ||
    (token.plain !== word && !(isShouted(token) && unshouted(token) === word))
  )
    return false;
  const isPart =
    index === 0 ||
    ((token.gap === '' || JOIN.test(token.gap)) && !tokens[at + index - 1]?.possessive);
  return isPart || (index > 0 && /^['’]?$/.test(token.gap));
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
