import { contains, perObject, SpanIndex } from '../../../text/index.js';
import type { NameKind } from '../reading/knowledge.js';
import { oneLine } from '../reading/one-line.js';
import { plain } from '../reading/tokens.js';
import { type FoundName, LIKELY } from './found.js';
import { type ByFirst, learn, type NamedParagraph } from './learn-names.js';
import { foundName } from './make-name.js';
import { personEnd } from './people.js';
import { isCommon, isMoney, isNext, type Scene, titleIn } from './scene.js';

/**
 * The names of a page once all of it is read: surnames after full names, acronyms after what they stand for,
 * `(the “Group”)`, one kind for one name, and names found once wherever else they stand.
 */
export function agreeOnNames(paragraphs: readonly NamedParagraph[]): readonly NamedParagraph[] {
  const voted = withOneOffice(voteOnKinds(paragraphs));
  const learned = learn(voted);
  return voted.map(({ scene, names }) => {
    return { scene, names: withLearned(scene, names, learned) };
  });
}

function keyOf({ tokens }: Scene, { first, last }: Pick<FoundName, 'first' | 'last'>): string {
  let key = tokens[first]?.plain ?? '';
  for (let at = first + 1; at <= last; at += 1) key += ` ${tokens[at]?.plain ?? ''}`;
  return key;
}

/** `US Secretary of State`, `Secretary of State of the United States of America`: the office of one country is one. */
function withOneOffice(paragraphs: readonly NamedParagraph[]): readonly NamedParagraph[] {
  const firsts = new Map<string, string>();
  return paragraphs.map((paragraph) => {
    const { scene, names } = paragraph;
    if (!hasOfficeOfCountry(names)) return paragraph;
    const offices = names.map((one, at) => {
      const key =
        one.kind === 'office' ? officeOf(scene, one, names.slice(at + 1, at + 4)) : undefined;
      if (key === undefined) return one;
      const words = oneLine(scene.paragraph.text.slice(one.start, one.end));
      const full = firsts.get(key) ?? words;
      firsts.set(key, full);
      return full === words ? one : { ...one, full };
    });
    return { scene, names: offices };
  });
}

const hasOfficeOfCountry = perObject(
  (names: readonly FoundName[]): boolean =>
    names.some(({ kind }) => kind === 'office') && names.some(({ iso }) => iso !== undefined),
);

/** The words of an office without those that only join them, its country by its code; `undefined` if it names none. */
function officeOf(
  { tokens }: Scene,
  { first, last }: FoundName,
  inside: readonly FoundName[],
): string | undefined {
  const country = inside.find(
    (one) => one.iso !== undefined && one.first >= first && one.last <= last,
  );
  if (country === undefined) return undefined;
  const words: string[] = [country.iso ?? ''];
  for (let at = first; at <= last; at += 1) {
    const { lower = '' } = tokens[at] ?? {};
    if (at >= country.first && at <= country.last) continue;
    if (!/^(?:of|the|for)$/.test(lower)) words.push(lower);
  }
  return words.join(' ');
}

/** One name is of one kind: that of which most is certain. */
function voteOnKinds(paragraphs: readonly NamedParagraph[]): readonly NamedParagraph[] {
  const votes = new Map<string, { kind: NameKind; votes: number }[]>();
  let isSplit = false;
  for (const { scene, names } of paragraphs)
    for (const { kind, first, last, confidence } of names) {
      const key = keyOf(scene, { first, last });
      const kinds = votes.get(key);
      const own = kinds?.find((one) => one.kind === kind);
      if (own !== undefined) own.votes += confidence ** 2;
      else if (kinds === undefined) votes.set(key, [{ kind, votes: confidence ** 2 }]);
      else {
        kinds.push({ kind, votes: confidence ** 2 });
        isSplit = true;
      }
    }
  const heads = officeHeads(paragraphs);
  if (!isSplit && heads.size === 0) return paragraphs;
  return paragraphs.map(({ scene, names }) => {
    const own = heads.size === 0 ? names : withoutBareOffices(scene, names, heads);
    return {
      scene,
      names: !isSplit
        ? own
        : own.map((found) => {
            const kinds = votes.get(keyOf(scene, found)) ?? [];
            if (kinds.length < 2) return found;
            const { kind } = kinds.reduce((best, one) => (one.votes > best.votes ? one : best));
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
      let joint = found.first + 1;
      while (joint < found.last && scene.tokens[joint]?.capital === true) joint += 1;
      if (joint < found.last) heads.add(keyOf(scene, { first: found.first, last: joint - 1 }));
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

/** The names of a paragraph with those that the rest of the page explains. */
function withLearned(
  scene: Scene,
  names: readonly FoundName[],
  learned: ByFirst,
): readonly FoundName[] {
  const { tokens } = scene;
  if (names.length === 0 && !hasLearned(scene, learned)) return names;
  const sure = names
    .filter((one) => one.confidence >= LIKELY && !isTaught(scene, one, learned))
    .map((one) => withFullName(scene, ofFirm(scene, one, learned), learned));
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
  const taken = new Uint8Array(tokens.length);
  for (const { first, last } of added) taken.fill(1, first, last + 1);
  const rest = names.filter(
    (one) =>
      (one.confidence < LIKELY || isTaught(scene, one, learned)) &&
      !taken.subarray(one.first, one.last + 1).includes(1),
  );
  return withRanks(scene, [...sure, ...rest, ...added]).sort(
    (a, b) => a.start - b.start || b.end - a.end,
  );
}

/** Whether a word begins what the page explains elsewhere. */
function hasLearned({ tokens }: Scene, learned: ByFirst): boolean {
  for (const { capital, number, plain: word } of tokens)
    if ((capital || number) && learned.has(word)) return true;
  return false;
}

/** `President López Obrador`: before a surname of two words, too, the rank belongs to it. */
function withRanks(scene: Scene, names: readonly FoundName[]): FoundName[] {
  if (!names.some(({ kind }) => kind === 'person')) return [...names];
  const offices = new Map(
    names.flatMap((one) => (one.kind === 'office' ? [[one.last, one] as const] : [])),
  );
  const joined = new Set<FoundName>();
  const all = names.map((one) => {
    const office = offices.get(one.first - 1);
    const rank = office && scene.tokens[office.last];
    if (one.kind !== 'person' || one.full === undefined || office === undefined) return one;
    const words = oneLine(scene.paragraph.text.slice(one.start, one.end));
    if (plain(one.full) === plain(words) || office.first < office.last - 1) return one;
    if (rank === undefined || !scene.know.has('ranks', rank.lower)) return one;
    joined.add(office);
    return { ...one, first: office.first, start: office.start };
  });
  const people = new SpanIndex(all.filter(({ kind }) => kind === 'person'));
  const isInside = (one: FoundName): boolean =>
    one.kind === 'person' &&
    people
      .overlapping(one)
      .some((other) => other.end - other.start > one.end - one.start && contains(other, one));
  return all.filter((one) => !joined.has(one) && !isInside(one));
}

/** `Aurora Wind Korea` is no person where `Aurora Wind` is a company. */
function ofFirm(scene: Scene, one: FoundName, learned: ByFirst): FoundName {
  if (one.kind !== 'person') return one;
  const { tokens } = scene;
  const firm = learned
    .get(tokens[one.first]?.plain ?? '')
    ?.find(
      ({ kind, words }) =>
        kind === 'org' &&
        words.length > 1 &&
        words.length <= one.last - one.first + 1 &&
        words.every((word, index) => tokens[one.first + index]?.plain === word),
    );
  return firm === undefined
    ? one
    : {
        ...one,
        kind: 'org',
        reason: `It begins with the name of ${firm.full}.`,
        ...(firm.words.length === one.last - one.first + 1 ? { full: firm.full } : {}),
      };
}

/**
 * `President Biden` is `Joseph R. Biden`, where the page names him in full, and `UNFCCC` the convention that it
 * stands behind in brackets.
 */
function withFullName(scene: Scene, one: FoundName, learned: ByFirst): FoundName {
  const { first, last, kind, full } = one;
  if (first === last && scene.tokens[first]?.acronym) {
    const word = scene.tokens[first]?.plain ?? '';
    const meant = learned
      .get(word)
      ?.find((each) => each.kind === kind && each.words.length === 1 && plain(each.full) !== word);
    return meant === undefined ? one : { ...one, full: meant.full };
  }
  if (kind !== 'person' || last === first || full !== undefined) return one;
  const before = scene.tokens[first];
  const isRanked =
    before !== undefined &&
    (scene.know.has('ranks', before.lower) || scene.know.has('honorifics', before.lower));
  const words = scene.tokens.slice(first, last + 1).map(({ plain: word }) => word);
  for (let from = isRanked ? 1 : 0; from < words.length; from += 1) {
    const surname = words.slice(from).join(' ');
    const known = learned
      .get(words[from] ?? '')
      ?.find((each) => each.kind === 'person' && each.words.join(' ') === surname);
    if (known !== undefined && known.full.split(' ').length > words.length - from)
      return { ...one, full: known.full };
  }
  return one;
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
    if (one.kind === 'place' && isMoney(scene, last + 1)) continue;
    if (one.words.length === 1 && one.kind === 'person' && !standsAlone(scene, at)) continue;
    if (one.words.length === 1 && paragraph.begins[at] && !token.acronym && isCommon(scene, token))
      continue;
    const first = one.kind === 'person' && one.words.length === 1 ? rankBefore(scene, at) : at;
    const found = foundName(scene, one.kind, first, last, one.confidence, one.reason);
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
      know.has('honorifics', titleIn(before.lower)) ||
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
    (know.has('ranks', before.lower) || know.has('honorifics', titleIn(before.lower)))
  )
    return at - 1;
  return at;
}
