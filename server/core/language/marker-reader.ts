import { type ReadStrength, STRENGTHS, type Strength } from './strength.js';
import { type Token, tokensOf } from './tokens.js';

/**
 * The commissive markers of a language, for {@link markerReader}. A marker is a phrase of words between
 * spaces, `a|b` where either may stand. Between its words, adverbs may. `…` stands for up to six words of
 * the same clause; `<name>` for any word of that class; a `+` at the end says that an act must follow, or
 * nothing at all; a `!a|b` at the beginning, that none of these words stands before.
 */
export interface MarkerWords {
  readonly markers: Readonly<Record<Strength, readonly string[]>>;
  /** Pledged, and binding in the text of a treaty. */
  readonly agreed: readonly string[];
  /** The words of the text of a treaty. */
  readonly treaty: readonly string[];
  readonly classes: Readonly<Record<string, (word: string) => boolean>>;
  /** Whether a word says an act, as an infinitive does. */
  readonly isAct: (word: string) => boolean;
  readonly isAdverb: (word: string) => boolean;
  /** Small words between a marker and its act. */
  readonly beforeActs: readonly string[];
  /** `ne` and `pas`: between the words of a marker, and before its act without the first, they deny it. */
  readonly negation: { readonly first: readonly string[]; readonly second: readonly string[] };
  /** Words shortly before a marker that deny it, and those that may stand between. */
  readonly denials: readonly string[];
  readonly idle: readonly string[];
  /** Words beside a marker by which it is a forecast. */
  readonly doubts: readonly string[];
  /** What an apostrophe parts from the word behind it, see `NameWords.elisions`. */
  readonly elisions: readonly string[];
}

/**
 * A reader of strength that knows markers as phrases: the first marker counts, of several that begin at
 * one word the longest, and before a class of words a phrase. Linear in the length of the words.
 */
export function markerReader(
  language: MarkerWords,
): (words: string, inTreaty?: boolean) => ReadStrength | undefined {
  // Made when a text is in the language.
  let phrases: Phrases | undefined;
  return (words, inTreaty = false) => {
    phrases ??= phrasesOf(language);
    const tokens = tokensIn(words, language.elisions);
    for (let at = 0; tokens(at) !== undefined; at += 1) {
      const found = longest(phrases, language, tokens, at);
      if (found === undefined || isDenied(language, tokens, at)) continue;
      const isBinding = found.phrase.agreed && (inTreaty || isTreaty(language, tokens, at));
      const strength = isBinding ? 'binding' : found.phrase.strength;
      return { strength, start: tokens(at)?.start ?? 0, end: found.end };
    }
    return undefined;
  };
}

/** One word of a phrase: words, a class of words, or a gap. */
type Part = ReadonlySet<string> | ((word: string) => boolean) | 'gap';

interface Phrase {
  readonly strength: Strength;
  readonly agreed: boolean;
  readonly parts: readonly Part[];
  readonly notAfter: ReadonlySet<string>;
  readonly needsAct: boolean;
}

interface Phrases {
  readonly byWord: ReadonlyMap<string, readonly Phrase[]>;
  readonly byClass: readonly Phrase[];
}

function phrasesOf({ markers, agreed, classes }: MarkerWords): Phrases {
  const all = [
    ...STRENGTHS.flatMap((strength) =>
      markers[strength].map((text) => phraseOf(text, strength, false, classes)),
    ),
    ...agreed.map((text) => phraseOf(text, 'pledged', true, classes)),
  ];
  const byWord = new Map<string, Phrase[]>();
  for (const phrase of all) {
    const [first] = phrase.parts;
    if (!(first instanceof Set)) continue;
    for (const word of first) byWord.set(word, [...(byWord.get(word) ?? []), phrase]);
  }
  return { byWord, byClass: all.filter(({ parts: [first] }) => typeof first === 'function') };
}

function phraseOf(
  text: string,
  strength: Strength,
  agreed: boolean,
  classes: MarkerWords['classes'],
): Phrase {
  const words = text.split(' ');
  const before = words[0]?.startsWith('!') ? words.shift()?.slice(1) : undefined;
  const needsAct = words.at(-1) === '+';
  if (needsAct) words.pop();
  const parts = words.map((word): Part => {
    if (word === '…') return 'gap';
    const named = /^<(\w+)>$/.exec(word)?.[1];
    return (named && classes[named]) || new Set(word.split('|'));
  });
  return { strength, agreed, parts, notAfter: new Set(before?.split('|')), needsAct };
}

interface Found {
  readonly phrase: Phrase;
  readonly end: number;
}

function longest(
  { byWord, byClass }: Phrases,
  language: MarkerWords,
  tokens: Tokens,
  at: number,
): Found | undefined {
  const word = tokens(at)?.word ?? '';
  const named = longestOf(byWord.get(word) ?? EMPTY_LIST, language, tokens, at);
  const classed = longestOf(byClass, language, tokens, at);
  return classed !== undefined && classed.end > (named?.end ?? 0) ? classed : named;
}

const EMPTY_LIST: readonly never[] = [];

function longestOf(
  phrases: readonly Phrase[],
  language: MarkerWords,
  tokens: Tokens,
  at: number,
): Found | undefined {
  let best: Found | undefined;
  for (const phrase of phrases) {
    const last = lastOf(phrase, language, tokens, at);
    const end = last === undefined ? undefined : tokens(last)?.end;
    if (last === undefined || end === undefined) continue;
    if (isDoubted(language, tokens, at, last)) continue;
    if (best === undefined || end > best.end) best = { phrase, end };
  }
  return best;
}

/** Where a phrase that begins at a word ends; `undefined` where it does not stand. */
function lastOf(
  { parts, notAfter, needsAct }: Phrase,
  language: MarkerWords,
  tokens: Tokens,
  at: number,
): number | undefined {
  if (notAfter.has(tokens(at - 1)?.word ?? '')) return undefined;
  const stands = (index: number, token: Token): boolean =>
    fits(parts[index], token) &&
    (!needsAct || index < parts.length - 1 || isActNext(language, tokens, next + 1));
  let next = at;
  let gap = 0;
  for (const [index, part] of parts.entries()) {
    if (part === 'gap') {
      gap = GAP;
      continue;
    }
    for (next += index === 0 ? 0 : 1; ; next += 1) {
      const token = tokens(next);
      if (token === undefined || (index > 0 && isApart(token, gap))) return undefined;
      if (stands(index, token)) break;
      if (index === 0 || language.negation.second.includes(token.word)) return undefined;
      if (gap > 0) gap -= 1;
      else if (!language.isAdverb(token.word)) return undefined;
    }
    gap = 0;
  }
  return next;
}

/** Whether a word belongs to another clause; in a gap stands what is between two commas. */
function isApart({ apart, comma }: Token, gap: number): boolean {
  return apart && !(gap > 0 && comma);
}

/** More words than a marker has between its own: `s'est engagé vendredi devant l'Assemblée à`. */
const GAP = 6;

function fits(part: Part | undefined, token: Token): boolean {
  if (part === undefined || part === 'gap') return false;
  // A name is no verb: `Alexandra`.
  return typeof part === 'function' ? !token.capital && part(token.word) : part.has(token.word);
}

/** Whether an act follows, or nothing: then it stands outside of the words. */
function isActNext(
  { isAct, isAdverb, beforeActs, negation }: MarkerWords,
  tokens: Tokens,
  from: number,
): boolean {
  let isNegated = false;
  for (let at = from; at < from + GAP; at += 1) {
    const token = tokens(at);
    if (token === undefined || token.apart) return at === from;
    if (isAct(token.word)) return true;
    if (negation.first.includes(token.word)) isNegated = true;
    else if (isNegated && negation.second.includes(token.word)) continue;
    else if (!beforeActs.includes(token.word) && !isAdverb(token.word)) return false;
  }
  return false;
}

/** `s'engagera probablement`; a doubt further away is about something else. */
function isDoubted({ doubts }: MarkerWords, tokens: Tokens, at: number, last: number): boolean {
  for (let near = at - 1; near <= last + 1; near += 1) {
    const token = tokens(near);
    if (token !== undefined && doubts.includes(token.word)) return true;
  }
  return false;
}

/** `aucun engagement`, `sans promesse`: a denial before, with nothing that says anything between. */
function isDenied({ denials, idle }: MarkerWords, tokens: Tokens, at: number): boolean {
  for (let back = at - 1; back >= at - 4; back -= 1) {
    const token = tokens(back);
    if (token === undefined || tokens(back + 1)?.apart) return false;
    if (denials.includes(token.word)) return true;
    if (!idle.includes(token.word)) return false;
  }
  return false;
}

function isTreaty({ treaty }: MarkerWords, tokens: Tokens, at: number): boolean {
  for (let back = Math.max(0, at - 12); back < at; back += 1)
    if (treaty.includes(tokens(back)?.word ?? '')) return true;
  return false;
}

/** The words of a text by their number, with elisions apart, read as far as they are asked for. */
type Tokens = (at: number) => Token | undefined;

function tokensIn(words: string, elisions: readonly string[]): Tokens {
  const read: Token[] = [];
  const rest = tokensOf(words);
  return (at) => {
    while (read.length <= at) {
      const next = rest.next();
      if (next.done) return undefined;
      for (const token of partsOf(next.value, elisions)) read.push(token);
    }
    return read[at];
  };
}

/** `qu'elle` is two words. */
function* partsOf(token: Token, elisions: readonly string[]): Iterable<Token> {
  let { word, start, apart } = token;
  for (let cut = word.indexOf("'") + 1; cut > 0; cut = word.indexOf("'") + 1) {
    const elided = word.slice(0, cut);
    if (!elisions.includes(elided)) break;
    yield { ...token, word: elided, start, end: start + cut, apart };
    [word, start, apart] = [word.slice(cut), start + cut, false];
  }
  yield { ...token, word, start, apart };
}
