import { type FoundName, NO_NAMES, SURE } from './found.js';
import { lastHead } from './heads.js';
import { foundName } from './make-name.js';
import { personEnd } from './people.js';
import { isCommon, isNext, runEnd, type Scene, titleIn } from './scene.js';

const TWO_WORDS = /^(?:prime minister|vice president|vice premier|vice chancellor|deputy premier)$/;
/** More titles than stand before one name. */
const MOST_TITLES = 6;

/** `President Biden`, `Prime Minister Modi`; before a full name the rank is no part: `Deputy` Mary McDonald. */
export function rankedPerson(scene: Scene, at: number): readonly FoundName[] | undefined {
  const { tokens, know } = scene;
  const [rank, second] = [tokens[at], tokens[at + 1]];
  if (rank === undefined || second === undefined || !know.has('ranks', rank.lower))
    return undefined;
  const isTwo = TWO_WORDS.test(`${rank.lower} ${second.lower}`) && isNext(scene, at + 1);
  let from = at + (isTwo ? 2 : 1);
  // `President Sheikh Mohamed`
  while (
    know.has('honorifics', tokens[from]?.lower ?? '') &&
    tokens[from + 1]?.capital &&
    from < at + MOST_TITLES
  )
    from += 1;
  const next = tokens[from];
  if (
    next === undefined ||
    !isNext(scene, from) ||
    next.gap === '-' ||
    !next.capital ||
    rank.possessive
  )
    return undefined;
  const heads = know.headOf(next.lower);
  if (
    (heads !== undefined && !(heads.size === 1 && heads.has('place'))) ||
    know.has('officeModifiers', next.lower) ||
    know.demonymAt(tokens, from) !== undefined
  )
    return undefined;
  if (know.knownAt(tokens, from) !== undefined && !know.has('firstNames', next.lower))
    return undefined;
  // `General Border Committee`
  const head = lastHead(scene, from, runEnd(scene, from));
  if (head !== undefined && head.at > from && isCommonRun(scene, from, head.at)) return undefined;
  const last = personEnd(scene, from, 'title');
  if (last === undefined) return undefined;
  const capitals = tokens.slice(from, last + 1).filter(({ capital }) => capital).length;
  const isKnownWord = isCommon(scene, next);
  if (
    isKnownWord &&
    (capitals === 1 || scene.paragraph.titled) &&
    !/^(?:president|secretary|minister|senator|chancellor)$/.test(tokens[from - 1]?.lower ?? '')
  )
    return undefined;
  const isPart = capitals === 1 || know.has('crowned', rank.lower);
  const person = foundName(
    scene,
    'person',
    isPart ? at : from,
    last,
    SURE + 0.1,
    `“${tokens[from - 1]?.text}” comes before a name.`,
  );
  // Before a full name it is the office that is held.
  if (!isPart && know.has('heldRanks', tokens[from - 1]?.lower ?? ''))
    return [
      foundName(
        scene,
        'office',
        at,
        from - 1,
        SURE,
        `“${tokens[from - 1]?.text}” is a word for an office.`,
      ),
      person,
    ];
  return [person];
}

function isCommonRun(scene: Scene, from: number, to: number): boolean {
  for (let at = from; at <= to; at += 1) {
    const token = scene.tokens[at];
    if (token !== undefined && !isCommon(scene, token)) return false;
  }
  return true;
}

/** `Mr. Lavrov`; of a full name the title is no part: `Shri` Piyush Goyal. */
export function titledPerson(scene: Scene, at: number): readonly FoundName[] | undefined {
  const { tokens, know } = scene;
  const token = tokens[at];
  if (token === undefined || !know.has('honorifics', titleIn(token.lower))) return undefined;
  let from = at + 1;
  while (
    know.has('honorifics', titleIn(tokens[from]?.lower ?? '')) &&
    tokens[from]?.capital &&
    from < at + MOST_TITLES
  )
    from += 1;
  const next = tokens[from];
  const isParticle = next !== undefined && know.has('particles', next.lower);
  if (
    next === undefined ||
    !(next.capital || (isParticle && token.capital)) ||
    !/^\.?$/.test(next.gap) ||
    scene.paragraph.begins[from]
  )
    return undefined;
  if (know.headOf(next.lower)?.has('office')) return addressed(scene, at, from);
  const own = personEnd(scene, from, 'title');
  if (own === undefined) return undefined;
  const last = know.has('noble', tokens[from - 1]?.lower ?? '') ? seatEnd(scene, own) : own;
  const isFull = tokens.slice(from, last + 1).filter(({ capital }) => capital).length > 1;
  const first = isFull && last === own ? from : from - 1;
  return [
    foundName(scene, 'person', first, last, SURE + 0.1, `“${token.text}” comes before a person.`),
  ];
}

/** `Madam Speaker`: the office alone. */
function addressed(scene: Scene, at: number, office: number): readonly FoundName[] | undefined {
  const next = scene.tokens[office + 1];
  if (office !== at + 1 || (next?.capital && isNext(scene, office + 1))) return undefined;
  return [foundName(scene, 'office', office, office, SURE, 'Somebody is addressed by an office.')];
}

/** `Lord Alton of Liverpool` */
function seatEnd({ tokens, know }: Scene, last: number): number {
  const seat = tokens[last + 2];
  const isSeat =
    tokens[last + 1]?.lower === 'of' &&
    tokens[last + 1]?.gap === '' &&
    seat?.capital &&
    seat.gap === '';
  return isSeat && know.headOf(seat.lower) === undefined ? last + 2 : last;
}

/** The head of an office, over its modifiers: `foreign minister`, `U.N. ambassador`. */
export function officeHead(scene: Scene, from: number): number | undefined {
  const { tokens, know } = scene;
  let at = from;
  const org = know.knownAt(tokens, at);
  if (org?.kind === 'org' || org?.kind === 'place') at += org.words.length;
  for (let steps = 0; steps < 5; steps += 1, at += 1) {
    const token = tokens[at];
    if (
      token === undefined ||
      (at > from && !isNext(scene, at) && !/^(?:and|&)$/.test(token.lower))
    )
      return undefined;
    const isOffice =
      know.headOf(token.lower)?.has('office') === true && !know.has('vagueOffices', token.lower);
    const next = tokens[at + 1];
    const goesOn =
      next !== undefined &&
      isNext(scene, at + 1) &&
      next.capital === token.capital &&
      know.headOf(next.lower)?.has('office') === true;
    if (isOffice && !goesOn) return at;
    const isModifier =
      know.has('officeModifiers', token.lower) ||
      (token.capital && isCommon(scene, token)) ||
      (token.lower === 'and' && token.gap === '');
    if (!isModifier) return undefined;
  }
  return undefined;
}

/** Who holds an office that was just named. */
export function personBehind(scene: Scene, office: number): readonly FoundName[] {
  const { tokens } = scene;
  let at = office + 1;
  while (
    scene.know.has('honorifics', titleIn(tokens[at]?.lower ?? '')) &&
    tokens[at + 1]?.capital &&
    at <= office + MOST_TITLES
  )
    at += 1;
  if (!isNext(scene, at) || tokens[office]?.possessive || !tokens[at]?.capital) return NO_NAMES;
  const title = office + 1 < at ? tokens[office + 1] : undefined;
  if (title !== undefined && /[,;:]/.test(title.gap)) return NO_NAMES;
  const known = scene.know.knownAt(tokens, at);
  if (known !== undefined && known.kind !== 'place') return NO_NAMES;
  const last = personEnd(scene, at, 'title');
  if (last === undefined) return NO_NAMES;
  return [foundName(scene, 'person', at, last, SURE + 0.1, 'An office comes before the name.')];
}
