import type { NameKind } from '../reading/knowledge.js';
import { plain } from '../reading/tokens.js';
import { type FoundName, LIKELY, SURE } from './found.js';
import { personEnd } from './people.js';
import { name } from './read-names.js';
import { isCommon, isNext, type Scene } from './scene.js';

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

/**
 * The names of a page once all of it is read: surnames after full names, acronyms after what they stand for,
 * `(the “Group”)`, one kind for one name, and names found once wherever else they stand.
 */
export function agreeOnNames(paragraphs: readonly NamedParagraph[]): readonly NamedParagraph[] {
  const voted = voteOnKinds(paragraphs);
  const learned = learn(voted);
  return voted.map(({ scene, names }) => {
    return { scene, names: withLearned(scene, names, learned) };
  });
}

type ByFirst = ReadonlyMap<string, readonly Learned[]>;

function keyOf(scene: Scene, { first, last }: Pick<FoundName, 'first' | 'last'>): string {
  return scene.tokens
    .slice(first, last + 1)
    .map(({ plain: word }) => word)
    .join(' ');
}

/** One name is of one kind: that of which most is certain. */
function voteOnKinds(paragraphs: readonly NamedParagraph[]): readonly NamedParagraph[] {
  const votes = new Map<string, Map<NameKind, number>>();
  for (const { scene, names } of paragraphs)
    for (const found of names) {
      const key = keyOf(scene, found);
      const kinds = votes.get(key) ?? new Map<NameKind, number>();
      votes.set(key, kinds.set(found.kind, (kinds.get(found.kind) ?? 0) + found.confidence ** 2));
    }
  const heads = officeHeads(paragraphs);
  return paragraphs.map(({ scene, names }) => {
    return {
      scene,
      names: withoutBareOffices(scene, names, heads).map((found) => {
        const kinds = [...(votes.get(keyOf(scene, found)) ?? [])];
        if (kinds.length < 2) return found;
        const [kind] = kinds.reduce((best, one) => (one[1] > best[1] ? one : best));
        return kind === found.kind
          ? found
          : { ...found, kind, reason: 'It is of this kind elsewhere in the text.' };
      }),
    };
  });
}

/** `Special Representative`, of an office that is named with what it is an office of. */
function officeHeads(paragraphs: readonly NamedParagraph[]): ReadonlySet<string> {
  const heads = new Set<string>();
  for (const { scene, names } of paragraphs)
    for (const found of names) {
      if (found.kind !== 'office') continue;
      const joint = scene.tokens.findIndex(
        ({ capital }, at) => at > found.first && at < found.last && !capital,
      );
      if (joint > 0) heads.add(keyOf(scene, { first: found.first, last: joint - 1 }));
    }
  return heads;
}

/** `the Special Representative` is a description then. */
function withoutBareOffices(
  scene: Scene,
  names: readonly FoundName[],
  heads: ReadonlySet<string>,
): readonly FoundName[] {
  return names.filter(
    (found) =>
      found.kind !== 'office' ||
      scene.tokens[found.first - 1]?.lower !== 'the' ||
      !heads.has(keyOf(scene, found)) ||
      scene.tokens[found.last]?.gap === '-' ||
      names.some(({ kind, first }) => kind === 'person' && first === found.last + 1),
  );
}

function learn(paragraphs: readonly NamedParagraph[]): ByFirst {
  const learned = new Map<string, Learned>();
  const add = (one: Learned): void => {
    const key = one.words.join(' ');
    const known = learned.get(key);
    const isFuller =
      known !== undefined &&
      known.kind === one.kind &&
      plain(known.full) === key &&
      plain(one.full) !== key;
    if (
      known === undefined ||
      isFuller ||
      (known.confidence < one.confidence && !(known.kind === one.kind && plain(one.full) === key))
    )
      learned.set(key, one);
  };
  for (const { scene, names } of paragraphs)
    for (const found of names) {
      if (found.confidence >= LIKELY) learnName(scene, found, add);
      if (scene.tokens[found.last + 1]?.gap.includes('(') && namesWhole(found, names))
        for (const alias of aliasesOf(scene, found)) add(alias);
    }
  const byFirst = new Map<string, Learned[]>();
  for (const one of learned.values()) {
    const first = one.words[0] ?? '';
    byFirst.set(
      first,
      [...(byFirst.get(first) ?? []), one].sort((a, b) => b.words.length - a.words.length),
    );
  }
  return byFirst;
}

/** Of names that end at one place the acronym behind them is that of the organization. */
function namesWhole(found: FoundName, names: readonly FoundName[]): boolean {
  const others = names.filter(({ last, first }) => last === found.last && first !== found.first);
  if (others.length === 0 || found.kind === 'org') return true;
  return (
    !others.some(({ kind }) => kind === 'org') &&
    found.kind !== 'office' &&
    others.every(({ first }) => first > found.first)
  );
}

function learnName(scene: Scene, found: FoundName, add: (one: Learned) => void): void {
  const words = scene.tokens.slice(found.first, found.last + 1);
  const full = scene.paragraph.text.slice(found.start, found.end).replace(/\s+/g, ' ');
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
  // Of `He Lifeng` the family name stands first and is too short to be found alone.
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
  const { tokens, paragraph } = scene;
  let at = found.last + 1;
  const opening = tokens[at];
  if (opening === undefined || !opening.gap.includes('(') || /[.;]/.test(opening.gap)) return [];
  if (paragraph.text.slice(found.end, opening.start).includes(')')) return [];
  while (
    /^(?:hereinafter|hereafter|herein|referred|to|as|the|or|collectively|abbreviated|called)$/.test(
      tokens[at]?.lower ?? '',
    )
  )
    at += 1;
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
  const full = paragraph.text.slice(found.start, found.end).replace(/\s+/g, ' ');
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

/** The names of a paragraph with those that the rest of the page explains. */
function withLearned(
  scene: Scene,
  names: readonly FoundName[],
  learned: ByFirst,
): readonly FoundName[] {
  const { tokens } = scene;
  const sure = names.filter((one) => one.confidence >= LIKELY && !isTaught(scene, one, learned));
  const covered = new Uint8Array(tokens.length);
  for (const { first, last } of sure) covered.fill(1, first, last + 1);
  const added: FoundName[] = [];
  for (let at = 0; at < tokens.length; at += 1) {
    if (covered[at] === 1) continue;
    const one = learnedAt(scene, at, learned, covered);
    if (one === undefined) continue;
    added.push(one);
    at = one.last;
  }
  const rest = names.filter(
    (one) =>
      !sure.includes(one) &&
      !added.some(({ first, last }) => first <= one.last && one.first <= last),
  );
  return [...sure, ...rest, ...added].sort((a, b) => a.start - b.start || b.end - a.end);
}

/** An acronym or a single word of which the page says elsewhere what it is. */
function isTaught(
  scene: Scene,
  { first, last, confidence, kind }: FoundName,
  learned: ByFirst,
): boolean {
  if (first !== last || confidence > LIKELY + 0.1) return false;
  const word = plain(scene.tokens[first]?.text ?? '');
  return (
    learned
      .get(word)
      ?.some(
        ({ words, ...one }) =>
          words.length === 1 &&
          one.confidence >= confidence &&
          (one.kind !== kind || (kind === 'person' && plain(one.full) !== word)),
      ) ?? false
  );
}

function learnedAt(
  scene: Scene,
  at: number,
  learned: ByFirst,
  covered: Uint8Array,
): FoundName | undefined {
  const { tokens, paragraph } = scene;
  const token = tokens[at];
  if (token === undefined || !(token.capital || token.number)) return undefined;
  for (const one of learned.get(token.plain) ?? []) {
    const last = at + one.words.length - 1;
    if (last >= tokens.length || covered[last] === 1) continue;
    if (!one.words.every((word, index) => isWordOf(scene, at, index, word))) continue;
    if (one.words.length === 1 && one.kind === 'person' && !standsAlone(scene, at)) continue;
    if (one.words.length === 1 && paragraph.begins[at] && !token.acronym && isCommon(scene, token))
      continue;
    const first = one.kind === 'person' && one.words.length === 1 ? rankBefore(scene, at) : at;
    const found = name(scene, one.kind, first, last, one.confidence, one.reason);
    return {
      ...found,
      confidence: one.confidence,
      full: one.full,
      ...(one.iso === undefined ? {} : { iso: one.iso }),
    };
  }
  return undefined;
}

function isWordOf(scene: Scene, at: number, index: number, word: string): boolean {
  const token = scene.tokens[at + index];
  if (token === undefined || token.plain !== word) return false;
  return index === 0 || (!/[,;:()!?]/.test(token.gap) && !scene.paragraph.begins[at + index]);
}

/** A surname that is no part of another person's name. */
function standsAlone(scene: Scene, at: number): boolean {
  const { tokens, know } = scene;
  const before = tokens[at - 1];
  if (before?.capital && isNext(scene, at) && !before.possessive) {
    const isTitle =
      know.has('ranks', before.lower) ||
      know.has('honorifics', before.lower.replace(/\.$/, '')) ||
      know.headOf(before.lower)?.has('office') === true;
    if (!isTitle && !isCommon(scene, before)) return false;
  }
  const last = personEnd(scene, at, 'title');
  return last === at || last === undefined || tokens[at]?.gap === '-' || scene.paragraph.titled;
}

function rankBefore(scene: Scene, at: number): number {
  const { tokens, know } = scene;
  const before = tokens[at - 1];
  if (
    before?.capital &&
    isNext(scene, at) &&
    (know.has('ranks', before.lower) || know.has('honorifics', before.lower.replace(/\.$/, '')))
  )
    return at - 1;
  return at;
}
