import type { NameKind } from '../reading/knowledge.js';
import { oneLine } from '../reading/one-line.js';
import { plain } from '../reading/tokens.js';
import { type FoundName, LIKELY, SURE } from './found.js';
import type { Scene } from './scene.js';

/** A paragraph with the names found in it. */
export interface NamedParagraph {
  readonly scene: Scene;
  readonly names: readonly FoundName[];
}

/** What a page as a whole teaches of a name. */
interface Learned {
  readonly kind: NameKind;
  /** The name that is meant. */
  readonly full: string;
  readonly words: readonly string[];
  readonly reason: string;
  readonly confidence: number;
  readonly iso?: string;
}

export type ByFirst = ReadonlyMap<string, readonly Learned[]>;

export function learn(paragraphs: readonly NamedParagraph[]): ByFirst {
  const learned = new Map<string, Learned>();
  const know = paragraphs[0]?.scene.know;
  const isRanked = (full: string): boolean => {
    const [first = '', second] = full.toLowerCase().split(' ');
    return (
      second === undefined ||
      know?.has('ranks', first) === true ||
      know?.has('honorifics', first) === true
    );
  };
  const add = (one: Learned): void => {
    const key = one.words.join(' ');
    const known = learned.get(key);
    const isFuller =
      known !== undefined &&
      known.kind === one.kind &&
      ((plain(known.full) === key && plain(one.full) !== key) ||
        (one.kind === 'person' && isRanked(known.full) && !isRanked(one.full)));
    if (
      known === undefined ||
      isFuller ||
      (known.confidence < one.confidence && !(known.kind === one.kind && plain(one.full) === key))
    )
      learned.set(key, one);
  };
  for (const { scene, names } of paragraphs) {
    const byEnd = endsOf(names);
    for (const found of names) {
      if (found.confidence >= LIKELY) learnName(scene, found, add);
      if (
        scene.tokens[found.last + 1]?.gap.includes('(') &&
        namesWhole(found, byEnd().get(found.last) ?? [])
      )
        for (const alias of aliasesOf(scene, found)) add(alias);
    }
  }
  for (const one of byInitials(paragraphs, learned)) learned.set(one.words.join(' '), one);
  const byFirst = new Map<string, Learned[]>();
  for (const one of learned.values()) {
    const first = one.words[0] ?? '';
    const others = byFirst.get(first);
    if (others === undefined) byFirst.set(first, [one]);
    else others.push(one);
  }
  for (const all of byFirst.values())
    if (all.length > 1) all.sort((a, b) => b.words.length - a.words.length);
  return byFirst;
}

/** `IDB`, of the one organization of these initials that the page names, whoever is widely known by them. */
function byInitials(
  paragraphs: readonly NamedParagraph[],
  learned: ReadonlyMap<string, Learned>,
): readonly Learned[] {
  const named = new Map<string, Set<string>>();
  for (const paragraph of paragraphs)
    for (const [initials, full] of initialsIn(paragraph))
      named.set(initials, (named.get(initials) ?? new Set()).add(full));
  return [...named].flatMap(([initials, fulls]): readonly Learned[] => {
    const [full = ''] = fulls;
    const known = learned.get(initials);
    const isNamed =
      known !== undefined && learned.has(plain(known.full)) && plain(known.full) !== initials;
    if (fulls.size !== 1 || isNamed || (known !== undefined && known.kind !== 'org')) return [];
    return [
      {
        kind: 'org',
        full,
        words: [initials],
        reason: `“${full}” has these initials.`,
        confidence: SURE,
      },
    ];
  });
}

type Initials = readonly (readonly [initials: string, full: string])[];
const NONE: Initials = [];

/** By the names of a paragraph, which are kept while nobody writes in it. */
const knownInitials = new WeakMap<readonly FoundName[], Initials>();

/** The initials of the organizations in a paragraph, of three words and more. */
function initialsIn({ scene, names }: NamedParagraph): Initials {
  const known = knownInitials.get(names);
  if (known !== undefined) return known;
  const found: [string, string][] = [];
  for (const { kind, first, last, start, end, confidence } of names) {
    if (kind !== 'org' || last < first + 2 || confidence < LIKELY) continue;
    let initials = '';
    for (let at = first; at <= last; at += 1) {
      const token = scene.tokens[at];
      if (token?.capital) initials += token.text.charAt(0);
    }
    if (initials.length > 2)
      found.push([initials, oneLine(scene.paragraph.text.slice(start, end))]);
  }
  const all = found.length === 0 ? NONE : found;
  knownInitials.set(names, all);
  return all;
}

/** Names by their last words, once somebody asks: few stand before a bracket. */
function endsOf(names: readonly FoundName[]): () => ReadonlyMap<number, readonly FoundName[]> {
  let byEnd: Map<number, FoundName[]> | undefined;
  return () => {
    if (byEnd !== undefined) return byEnd;
    byEnd = new Map();
    for (const one of names) {
      const others = byEnd.get(one.last);
      if (others === undefined) byEnd.set(one.last, [one]);
      else others.push(one);
    }
    return byEnd;
  };
}

/** Of names that end at one place the acronym behind them is that of the organization. */
function namesWhole(found: FoundName, names: readonly FoundName[]): boolean {
  const others = names.filter(({ last, first }) => last === found.last && first !== found.first);
  if (found.kind === 'org' || others.length === 0) return true;
  return (
    !others.some(({ kind }) => kind === 'org') &&
    found.kind !== 'office' &&
    others.every(({ first }) => first > found.first)
  );
}

function learnName(scene: Scene, found: FoundName, add: (one: Learned) => void): void {
  const words = scene.tokens.slice(found.first, found.last + 1);
  const full = oneLine(scene.paragraph.text.slice(found.start, found.end));
  const { kind, confidence } = found;
  const iso = found.iso === undefined ? {} : { iso: found.iso };
  if (!scene.paragraph.titled || words.length > 1)
    add({
      kind,
      full: found.full ?? full,
      words: words.map(({ plain: word }) => word),
      reason: found.reason,
      confidence,
      ...iso,
    });
  if (kind === 'org') learnStem(scene, found, full, add);
  if (kind !== 'person') return;
  const names = words.filter(
    ({ capital, lower }) =>
      capital && !scene.know.has('ranks', lower) && !scene.know.has('honorifics', lower),
  );
  const surname = names.at(-1);
  if (surname === undefined || surname.text.length < 3) return;
  const from = surnameStart(scene, found);
  const last = scene.tokens.slice(from, found.last + 1).map(({ plain: word }) => word);
  const reason = `“${full}” is named in full elsewhere.`;
  if (names.length > 1 || words.length > 1)
    add({ kind, full, words: last, reason, confidence: Math.min(confidence, SURE) });
  // `López Obrador`: two surnames behind a name of three words or more.
  const doubled = scene.tokens.slice(found.last - 1, found.last + 1);
  if (names.length > 2 && doubled.every(({ capital, text }) => capital && text.length > 2))
    add({
      kind,
      full,
      words: doubled.map(({ plain: word }) => word),
      reason,
      confidence: Math.min(confidence, SURE) - 0.05,
    });
  // Of `He Lifeng` the family name stands first and is too short to be found alone.
  const [family] = words;
  if (
    family === undefined ||
    names.length < 2 ||
    family !== names[0] ||
    !mayStandFirst(scene, found)
  )
    return;
  add({ kind, full, words: [family.plain], reason, confidence: LIKELY + 0.05 });
}

/** `Cho` of `Cho Tae-yol`: a family name that stands first, and that is no first name, place or usual word. */
function mayStandFirst({ tokens, know }: Scene, { first }: FoundName): boolean {
  const token = tokens[first];
  return (
    token !== undefined &&
    token.text.length > 2 &&
    !know.has('firstNames', token.lower) &&
    know.partsOf(token.lower) === undefined &&
    know.knownAt(tokens, first) === undefined &&
    know.demonymAt(tokens, first) === undefined
  );
}

/** `Aurora Wind AS` is called `Aurora Wind`, `Mitsui & Co.` `Mitsui`. */
function learnStem(
  { tokens, know }: Scene,
  { first, last, confidence }: FoundName,
  full: string,
  add: (one: Learned) => void,
): void {
  const end = tokens[last];
  if (end === undefined || last === first) return;
  const isForm =
    know.has('companyForms', end.lower) || (end.gap === '&' && know.has('companyTails', end.lower));
  if (!isForm) return;
  const words = tokens.slice(first, last).map(({ plain: word }) => word);
  if (words.length === 1 && know.partsOf(tokens[first]?.lower ?? '') !== undefined) return;
  add({
    kind: 'org',
    full,
    words,
    reason: `“${full}” is named in full elsewhere.`,
    confidence: Math.min(confidence, SURE),
  });
}

/** `von der Leyen`: particles belong to a surname. */
function surnameStart({ tokens, know }: Scene, { first, last }: FoundName): number {
  let at = last;
  if (tokens[at]?.gap === '-' && at - 1 > first) at -= 1;
  while (at - 1 > first && know.has('particles', tokens[at - 1]?.lower ?? '')) at -= 1;
  return at;
}

/** `(TEPA)`, `(“China”)`, `(hereinafter "the Parties")` behind a name. */
function aliasesOf(scene: Scene, found: FoundName): readonly Learned[] {
  const { tokens, paragraph, know } = scene;
  let at = found.last + 1;
  const opening = tokens[at];
  if (opening === undefined || !opening.gap.includes('(') || /[.;]/.test(opening.gap)) return [];
  if (paragraph.text.slice(found.end, opening.start).includes(')')) return [];
  while (know.has('hereinafter', tokens[at]?.lower ?? '')) at += 1;
  const close = paragraph.text.indexOf(')', opening.start);
  const words: string[] = [];
  for (
    let next = at;
    next < tokens.length && (tokens[next]?.start ?? 0) < close && words.length < 5;
    next += 1
  )
    words.push(tokens[next]?.text ?? '');
  const text = words.join(' ');
  if (words.length === 0 || !/^\p{Lu}/u.test(text) || !/\p{L}/u.test(text)) return [];
  const full = oneLine(paragraph.text.slice(found.start, found.end));
  const isQuoted = /["“'‘]/.test(tokens[at]?.gap ?? '');
  const isAcronym = words.length === 1 && (tokens[at]?.acronym ?? false) && fitsAcronym(text, full);
  if (!isQuoted && !isAcronym) return [];
  // `the Parties` is a description of several.
  if (
    isQuoted &&
    words.length === 1 &&
    scene.know.has('notAlone', text.toLowerCase()) &&
    !tokens[at]?.acronym
  )
    return [];
  return [
    {
      kind: found.kind,
      full: found.full ?? full,
      words: words.map(plain),
      reason: `“${full}” comes before it.`,
      confidence: SURE + 0.1,
      ...(found.iso === undefined ? {} : { iso: found.iso }),
    },
  ];
}

/** Whether the letters of an acronym begin words of a name in that order, or stand in it from its start. */
function fitsAcronym(acronym: string, full: string): boolean {
  const initials = (full.normalize('NFD').match(/(?<![\p{L}\p{M}])\p{L}/gu) ?? [])
    .join('')
    .toUpperCase();
  let next = 0;
  for (const letter of acronym.replace(/[^\p{Lu}]/gu, ''))
    next = initials.indexOf(letter, next) + 1 || Number.POSITIVE_INFINITY;
  if (Number.isFinite(next)) return true;
  const letters = acronym.replace(/[^\p{Lu}]/gu, '');
  let at = 0;
  const capitals = full.normalize('NFD').replace(/\p{M}/gu, '');
  for (const letter of letters.normalize('NFD').replace(/\p{M}/gu, '')) {
    const next = capitals.toUpperCase().indexOf(letter, at);
    if (next < 0) return false;
    at = next + 1;
  }
  return letters.length >= 2 && capitals.toUpperCase().startsWith(letters[0] ?? '');
}
