// Over 200 lines: a name is read from its noun outwards, and each part needs the one before.
import type { NameKind } from '../reading/knowledge.js';
import { ARTICLES, type FoundName, LIKELY, POSSIBLE, SURE } from './found.js';
import { describesOnly, headIn, lastHead } from './heads.js';
import { isNumberBefore, numberBehind } from './number-around.js';
import {
  isCommon,
  isNameWord,
  isSmallWord,
  LONGEST_NAME,
  runEnd,
  type Scene,
  titleIn,
} from './scene.js';

/** A name that says by its noun what it is, and where its parts stand. */
export interface Structure {
  readonly kind: NameKind;
  readonly first: number;
  /** The noun that says what it is. */
  readonly head: number;
  readonly last: number;
  /** Where the name ends, with what stands in brackets: `resolution 1739 (2007)`. */
  readonly end: number;
  readonly confidence: number;
  readonly reason: string;
  /** Where parts begin that may be names of their own. */
  readonly parts: readonly number[];
}

/**
 * The name that begins at a word and is led by a noun: `Ministry of Foreign Affairs`, `Trade and Technology
 * Council`, `Special Representative of the Secretary-General in Mali`.
 *
 * @param until the word at which the name that it is a part of goes on no more
 */
export function structureAt(
  scene: Scene,
  at: number,
  until: number = at + LONGEST_NAME,
): Structure | undefined {
  const { tokens } = scene;
  if (!isNameWord(scene, at) && !isNumberBefore(scene, at)) return undefined;
  if (scene.know.has('honorifics', titleIn(tokens[at]?.lower ?? ''))) return undefined;
  const own = headIn(scene, at);
  if (own === undefined) return undefined;
  const state = behindState(scene, at, own.at);
  // `Republic of Korea` and what follows is no place: it has a noun of its own, or is another name.
  const head = state === undefined ? own : headIn(scene, state);
  if (head === undefined) return undefined;
  // `China's Ministry of Commerce` is the ministry alone; an office keeps whose it is.
  if (head.kind !== 'office' && beginsWithOwner(scene, at, head.at)) return undefined;
  const parts: number[] = at < head.at ? [at] : [];
  let last = complementEnd(scene, head.kind, { head: head.at, until }, parts);
  // `Port of Rotterdam Authority`
  const body = head.kind === 'place' && last > head.at ? lastHead(scene, last, last) : undefined;
  const kind = body?.kind === 'org' ? 'org' : head.kind;
  let end = tokens[last]?.end ?? 0;
  const number = numberBehind(scene, kind, last);
  if (number !== undefined) [last, end] = [number.last, number.end];
  const isBare = head.at === at && last === at;
  if (isBare && !BARE.has(tokens[at]?.lower ?? '')) return undefined;
  if (
    head.at === at &&
    number !== undefined &&
    last <= at + 2 &&
    kind !== 'agreement' &&
    kind !== 'event'
  )
    return undefined;
  if (isAnyParty(scene, at, head.at)) return undefined;
  if (isClassOnly(scene, { at, head: head.at, last, kind })) return undefined;
  const isDoubtful =
    isWeak(scene, at, head.at, last) ||
    (kind === 'org' && last === head.at && isNoBody(scene, head.at));
  return {
    kind,
    first: at,
    head: head.at,
    last,
    end,
    confidence: isDoubtful
      ? POSSIBLE
      : scene.paragraph.titled
        ? SURE + 0.1
        : head.at === at || last > head.at
          ? SURE
          : LIKELY + 0.1,
    reason: `“${tokens[head.at]?.text}” is a word for ${ARTICLES[kind]}.`,
    parts,
  };
}

/** `Republic of Korea Foreign Minister`: where the name goes on behind a country whose name has its own noun. */
function behindState(
  { tokens, paragraph, know }: Scene,
  at: number,
  head: number,
): number | undefined {
  for (const from of at === head ? [at] : [at, head]) {
    const known = know.knownAt(tokens, from);
    const end = from + (known?.words.length ?? 0);
    if (known?.iso === undefined || head >= end || known.words.length < 2) continue;
    const next = tokens[end];
    const goesOn =
      next?.capital === true &&
      next.gap === '' &&
      !paragraph.begins[end] &&
      tokens[end - 1]?.possessive !== true;
    return goesOn ? end : undefined;
  }
  return undefined;
}

/** `this Memorandum of Understanding`, `a Plan of Action`: a class of instruments, and none of its own. */
function isClassOnly(
  scene: Scene,
  { at, head, last, kind }: { at: number; head: number; last: number; kind: NameKind },
): boolean {
  const { tokens, know } = scene;
  if (kind !== 'agreement' || !describesOnly(scene, at, Math.min(head, last))) return false;
  if (know.has('classMarks', tokens[at - 1]?.lower ?? ''))
    return last === head || describesOnly(scene, head + 2, last);
  return head === at && last === head + 2 && know.has('classTails', tokens[last]?.lower ?? '');
}

/** `Contracting Party`, `Member State`: whoever is one. */
function isAnyParty({ tokens, know }: Scene, at: number, head: number): boolean {
  if (head === at || !know.has('parties', tokens[head]?.lower ?? '')) return false;
  return tokens
    .slice(at, head)
    .every(({ lower }) => know.has('notAlone', lower) || know.has('anyOf', lower));
}

function beginsWithOwner({ tokens, know }: Scene, at: number, head: number): boolean {
  const known = know.knownAt(tokens, at);
  const owner = known === undefined ? at : at + known.words.length - 1;
  if (owner >= head || tokens[owner]?.possessive !== true) return false;
  return known !== undefined || know.partsOf(tokens[owner]?.lower ?? '') === undefined;
}

/** Offices that stand alone as names. */
const BARE = new Set(['secretary-general']);

const JOINTS: Readonly<Record<NameKind, RegExp>> = {
  person: /^(?!)/,
  office: /^(?:of|for|to|on|at)$/,
  org: /^(?:of|for|on|to|against)$/,
  place: /^of$/,
  agreement: /^(?:on|of|for|against|concerning|relating)$/,
  event: /^(?:on|of|for|against)$/,
};
/** The end of what follows the noun and belongs to it: `… of the Secretary-General in Mali`. */
function complementEnd(
  scene: Scene,
  kind: NameKind,
  { head, until }: { readonly head: number; readonly until: number },
  parts: number[],
): number {
  const { tokens, know } = scene;
  let last = head;
  for (let rounds = 0; rounds < 4; rounds += 1) {
    const joint = tokens[last + 1];
    if (last >= until) return last;
    if (joint === undefined || joint.gap !== '' || joint.acronym || tokens[last]?.possessive)
      return last;
    if (scene.paragraph.begins[last + 1]) return last;
    const isIn =
      joint.lower === 'in' &&
      (know.has('withPlace', tokens[head]?.lower ?? '') || isAbbreviatedBehind(scene, last + 2));
    // `Secretary-General` is of a body, and for no place.
    if (
      tokens[head]?.gap === '-' &&
      `${tokens[head - 1]?.lower}-${tokens[head]?.lower}` === 'secretary-general' &&
      joint.lower !== 'of'
    )
      return last;
    if (!isIn && !JOINTS[kind].test(joint.lower)) return last;
    if (
      kind === 'org' &&
      joint.lower === 'to' &&
      !know.has('sentBodies', tokens[head]?.lower ?? '')
    )
      return last;
    if (kind === 'place' && !know.has('placesOf', tokens[head]?.lower ?? '')) return last;
    let start = last + 2;
    if (tokens[start]?.lower === 'the' && tokens[start]?.gap === '') start += 1;
    const first = tokens[start];
    if (first === undefined || first.gap !== '' || !first.capital || isSmallWord(scene, first))
      return last;
    // `Chairperson of the Council for March`
    if (know.has('calendar', first.lower)) return last;
    // An office "to" someone is a post; "agreed to Iran" is none.
    if (
      joint.lower === 'to' &&
      kind === 'office' &&
      !know.has('officesTo', tokens[head]?.lower ?? '')
    )
      return last;
    const end = chainEnd(scene, kind, { start, until }, parts);
    if (isIn && !isKnownPlace(scene, start)) return last;
    // `State of the Nation`
    if (kind === 'place' && describesOnly(scene, start, end)) return last;
    last = end;
  }
  return last;
}

/** `Movement for Unity in West Africa (MUWA)`: what is abbreviated behind it is one name. */
function isAbbreviatedBehind(scene: Scene, at: number): boolean {
  const known = scene.know.knownAt(scene.tokens, at);
  const next = known && scene.tokens[at + known.words.length];
  return known?.kind === 'place' && next !== undefined && next.gap === '(' && next.acronym;
}

function isKnownPlace(scene: Scene, at: number): boolean {
  return scene.know.knownAt(scene.tokens, at)?.kind === 'place';
}

/** Where a part of a name begins, and the word at which the name goes on no more. */
interface Part {
  readonly start: number;
  readonly until: number;
}

/** A part, and what is listed with it: `Economic Affairs, Education and Research`. */
function chainEnd(scene: Scene, kind: NameKind, place: Part, parts: number[]): number {
  const { tokens } = scene;
  const { start } = place;
  let last = partEnd(scene, kind, place, parts);
  if (!describesOnly(scene, start, last)) return last;
  let sure = last;
  for (let joins = 0; joins < 6; joins += 1) {
    const next = tokens[last + 1];
    if (next === undefined || tokens[last]?.possessive) return sure;
    const isComma = next.gap === ',' && next.capital;
    const isAnd = (next.gap === '' || next.gap === ',') && /^(?:and|&)$/.test(next.lower);
    const isSign = next.gap === '&' && next.capital;
    if (!isComma && !isAnd && !isSign) return sure;
    let from = isAnd ? last + 2 : last + 1;
    // `… and for Education`
    if (isAnd && /^(?:for|of)$/.test(tokens[from]?.lower ?? '')) from += 1;
    if (!tokens[from]?.capital || tokens[from]?.gap.replace(/[&,]/, '') !== '') return sure;
    if (scene.know.knownAt(tokens, from)) return sure;
    const end = runEnd(scene, from);
    const own = lastHead(scene, from, end);
    if (own !== undefined && isOtherName(scene, { from, end, at: own.at, kind: own.kind }, isComma))
      return sure;
    const describes = partEndOf(scene, kind, from, end);
    if (describes < from) return sure;
    last = describes;
    if (!isComma) sure = last;
    if (isAnd) return sure;
  }
  return sure;
}

/** Whether a run that a name could go on with is a name of its own: `… Peace and Chatham House`. */
function isOtherName(
  scene: Scene,
  { from, end, at, kind }: { from: number; end: number; at: number; kind: NameKind },
  isComma: boolean,
): boolean {
  if (kind === 'office') return true;
  const { tokens, know } = scene;
  const noun = tokens[at]?.lower ?? '';
  // `Minister of State, Department for International Development`
  if (at === from && /^(?:of|for)$/.test(tokens[end + 1]?.lower ?? '')) return true;
  if (!describesOnly(scene, from, end)) return true;
  return (
    !isComma &&
    end === from &&
    !(scene.know.partsOf(noun) !== undefined && know.has('looseHeads', noun))
  );
}

function partEnd(scene: Scene, kind: NameKind, { start, until }: Part, parts: number[]): number {
  const known = scene.know.knownAt(scene.tokens, start);
  const inner = structureAt(scene, start, until);
  const knownEnd = known === undefined ? -1 : start + known.words.length - 1;
  if (inner !== undefined && inner.last > knownEnd && inner.last > inner.first) {
    // `Department of Health Services` is one name; `Office of the Health Council` holds another.
    if (
      scene.tokens[start - 1]?.lower === 'the' ||
      inner.kind === 'office' ||
      !describesOnly(scene, start, inner.head)
    )
      parts.push(start);
    return inner.last;
  }
  if (known !== undefined) {
    parts.push(start);
    return knownEnd;
  }
  let end = runEnd(scene, start);
  // `Bank for Reconstruction and Development's` Package
  for (let at = start; at < end; at += 1) if (scene.tokens[at]?.possessive) end = at;
  return Math.max(start, partEndOf(scene, kind, start, end));
}

/** Behind an office a person may follow: the part ends before the first word that is no common one. */
function partEndOf(scene: Scene, kind: NameKind, start: number, end: number): number {
  if (kind !== 'office') return end;
  let last = start - 1;
  while (last < end) {
    const token = scene.tokens[last + 1];
    if (token === undefined || !isCommon(scene, token)) break;
    last += 1;
  }
  return last;
}

/** Whether all that makes it a name is a common word before a common noun at the start of a sentence. */
function isWeak(scene: Scene, first: number, head: number, last: number): boolean {
  const { tokens, paragraph, know } = scene;
  const noun = tokens[head]?.lower ?? '';
  // In a line of capitals a name shows by what it is of, or by a name in it.
  if (paragraph.titled) return !isShownBehind(scene, head, last);
  if (last > head) return false;
  const isLoose = know.has('looseHeads', noun);
  if (know.has('occasions', noun) && describesOnly(scene, first, head)) return true;
  if (paragraph.begins[first] && head === first + 1 && isCommonAt(scene, first) && isLoose)
    return true;
  return false;
}

/** `Defence Industry Programme`, unless it acts. */
function isNoBody({ tokens, know }: Scene, head: number): boolean {
  return (
    know.has('noBodies', tokens[head]?.lower ?? '') &&
    !know.has('saying', tokens[head + 1]?.lower ?? '')
  );
}

function isShownBehind(scene: Scene, head: number, last: number): boolean {
  const kinds = scene.know.headOf(scene.tokens[head]?.lower ?? '');
  // A longer one may go on with the verb of the line.
  const isBody =
    last > head &&
    last <= head + 4 &&
    (kinds?.has('org') === true || kinds?.has('office') === true);
  if (isBody && !scene.know.has('looseHeads', scene.tokens[head]?.lower ?? '')) return true;
  for (let at = head + 2; at <= last; at += 1) if (isKnown(scene, at)) return true;
  return false;
}

function isKnown({ tokens, know }: Scene, at: number): boolean {
  const known = know.knownAt(tokens, at);
  return known !== undefined && known.weak !== true;
}

function isCommonAt(scene: Scene, at: number): boolean {
  const token = scene.tokens[at];
  return token !== undefined && isCommon(scene, token);
}

/** What of a structure are names of their own. */
export function nestedIn(
  structure: Structure,
  read: (at: number, isPart: boolean) => readonly FoundName[],
): readonly FoundName[] {
  const found: FoundName[] = [];
  for (let at = structure.first; at <= structure.last; ) {
    const isPart = at === structure.first || structure.parts.includes(at);
    const inner = read(at, isPart).filter(
      ({ first, last, kind }) =>
        last <= structure.last &&
        !(first === structure.first && last === structure.last) &&
        !(first === structure.first && kind === structure.kind && kind !== 'org'),
    );
    found.push(...inner);
    at = Math.max(at + 1, ...inner.map(({ last }) => last + 1));
  }
  return found;
}
