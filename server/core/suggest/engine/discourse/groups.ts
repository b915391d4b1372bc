import { groupsIn } from './acting-groups.js';
import {
  type Before,
  type Described,
  described,
  isCountryOf,
  kindOf,
  nameOf,
  namesOf,
  sentencesBefore,
} from './before.js';
import type { Spoken, SpokenParagraph } from './model.js';
import { distinct } from './page-facts.js';

/** `both countries`, `the two leaders`, `the Parties`, `each side`. */
export function groupAt(
  paragraph: SpokenParagraph,
  at: number,
  before: Before,
): Described | undefined {
  const { tokens, know } = paragraph.scene;
  const [one, two] = [tokens[at]?.lower ?? '', tokens[at + 1]?.lower ?? ''];
  if ((tokens[at + 1]?.gap ?? '') !== '') return undefined;
  if (one === 'the' && !know.has('behindThe', two) && !know.has('pairsOfPeople', two))
    return undefined;
  let noun = -1;
  if (one === 'both') noun = at + 1;
  if (/^(?:the|these|our|those|their|les|ces|leurs)$/.test(one) && /^(?:two|both|deux)$/.test(two))
    noun = at + 2;
  if (one === 'both' && /^(?:the|our)$/.test(two)) noun = at + 2;
  if (
    one === 'the' &&
    /^(?:parties|signatories|participants|sides)$/.test(two) &&
    (before.facts.organ.length > 1 || (two === 'parties' && (tokens[at + 1]?.capital ?? false)))
  )
    noun = at + 1;
  if (one === 'each' && /^(?:side|party|country)$/.test(two)) noun = at + 1;
  if (one === 'the' && know.has('pairsOfPeople', two) && before.facts.leaders.length === 2)
    noun = at + 1;
  const speakers =
    one === 'our' && know.has('ownGroups', two) && noun < 0 ? before.facts.speakers : [];
  if (speakers.length > 1)
    return described(
      paragraph,
      kindOf(before, speakers),
      [at, at + 1],
      speakers,
      0.6,
      'All of the text is said in their name.',
    );
  if (one === 'the' && noun < 0 && isMinisters(paragraph, at + 1) && before.facts.people.length > 2)
    return peopleDescribed(paragraph, [at, at + 1], before);
  if (noun < 0) return undefined;
  const word = /^each$/.test(one)
    ? two
        .replace(/^(?:side|party)$/, (found) => (found === 'side' ? 'sides' : 'parties'))
        .replace('country', 'countries')
    : (tokens[noun]?.lower ?? '');
  if (noun === at + 2 && (tokens[noun]?.gap ?? '') !== '') return undefined;
  if (isModified(paragraph, noun)) return undefined;
  if (know.has('groupsOfPeople', word)) {
    const pair = pairOf(paragraph, at, before, ['person', 'office']) ?? leadersOf(before);
    return (
      pair &&
      described(
        paragraph,
        'person',
        [at, noun],
        pair,
        0.75,
        `${namesOf(before, pair)} are the two that were named last.`,
      )
    );
  }
  if (know.has('groupsOfCountries', word) || know.has('groupsOfBodies', word)) {
    const isDefined =
      /^(?:parties|sides|signatories|participants)$/.test(word) && before.facts.sides.length === 2;
    const pair = isDefined ? before.facts.sides : sidesAt(paragraph, at, before, word);
    if (pair === undefined) return undefined;
    return described(
      paragraph,
      kindOf(before, pair),
      [at, noun],
      pair,
      0.75,
      `The text is about ${namesOf(before, pair)}.`,
    );
  }
  return undefined;
}

/** `the Ministers`, of three who are named. */
function isMinisters({ scene }: SpokenParagraph, noun: number): boolean {
  const { tokens, know } = scene;
  return know.has('pairsOfPeople', tokens[noun]?.lower ?? '');
}

function peopleDescribed(
  paragraph: SpokenParagraph,
  [first, last]: readonly [number, number],
  before: Before,
): Described | undefined {
  const { people } = before.facts;
  if (isModified(paragraph, last)) return undefined;
  const isBefore = people.every((key) => spokenBefore(paragraph, first, before, key));
  return isBefore
    ? described(
        paragraph,
        'person',
        [first, last],
        people,
        0.65,
        `${namesOf(before, people)} are the ones whom the text names together.`,
      )
    : undefined;
}

/** Whether somebody was spoken of before, in the sentences that are looked through. */
function spokenBefore(
  paragraph: SpokenParagraph,
  at: number,
  before: Before,
  key: string,
): boolean {
  let passed = 0;
  for (const { spoken } of sentencesBefore(paragraph, at, before)) {
    if (spoken.some(({ keys }) => keys.includes(key))) return true;
    passed += 1;
    if (passed > 12) return false;
  }
  return false;
}

/** The only two people that the page names. */
function leadersOf({ facts }: Before): readonly string[] | undefined {
  return facts.leaders.length === 2 ? facts.leaders : undefined;
}

/** `the two countries of …`: what is meant is said behind. */
function isModified({ scene }: SpokenParagraph, noun: number): boolean {
  const next = scene.tokens[noun + 1];
  return (
    next !== undefined &&
    next.gap === '' &&
    /^(?:of|that|which|from|de|du|des|qui|que)$/.test(next.lower)
  );
}

/** The last two of some kinds that were named side by side. */
function pairOf(
  paragraph: SpokenParagraph,
  at: number,
  before: Before,
  kinds: readonly string[],
): readonly string[] | undefined {
  let passed = 0;
  const seen: string[] = [];
  for (const { paragraph: earlier, spoken } of sentencesBefore(paragraph, at, before)) {
    const group = groupsIn(earlier, spoken).findLast(
      (members) => members.length === 2 && members.every(({ kind }) => kinds.includes(kind)),
    );
    if (group !== undefined) return distinct(group.flatMap(({ keys }) => keys));
    for (const one of [...spoken].reverse())
      if (
        one.kind === 'person' &&
        one.keys.length === 1 &&
        !one.nested &&
        !seen.includes(one.keys[0] ?? '')
      )
        seen.unshift(one.keys[0] ?? '');
    if (seen.length === 2) return seen;
    if (seen.length > 2) return undefined;
    passed += 1;
    if (passed > 6) return undefined;
  }
  return undefined;
}

/** Two countries named together not long before, else the two that the page is about. */
function sidesAt(
  paragraph: SpokenParagraph,
  at: number,
  before: Before,
  word: string,
): readonly string[] | undefined {
  const kinds = /^(?:countries|nations|states|republics|pays|états)$/.test(word)
    ? ['place']
    : ['place', 'org'];
  let passed = 0;
  for (const { paragraph: earlier, spoken } of sentencesBefore(paragraph, at, before)) {
    const all = spoken.filter(
      ({ kind, keys, named }) =>
        kinds.includes(kind) &&
        keys.length === 1 &&
        named &&
        (kinds.length > 1 || isCountryOf(before, keys[0] ?? '')),
    );
    for (const [index, one] of [...all.entries()].reverse()) {
      const other = all[index + 1];
      if (
        other !== undefined &&
        one.keys[0] !== other.keys[0] &&
        !isWhere(earlier, one) &&
        isNear(earlier, one, other)
      )
        return [one.keys[0] ?? '', other.keys[0] ?? ''];
    }
    passed += 1;
    if (passed > 3) break;
  }
  const { sides } = before.facts;
  const areMeant = kinds.length > 1 || sides.every((key) => isCountryOf(before, key));
  return sides.length === 2 && areMeant ? sides : undefined;
}

/** `in Syria and Iraq` says where, and of nobody. */
function isWhere({ scene }: SpokenParagraph, one: Spoken): boolean {
  return scene.know.has('where', scene.tokens[one.first - 1]?.lower ?? '');
}

/** `India and Sweden`, `India–Sweden`, `between India and Sweden`; no third beside them. */
function isNear({ scene }: SpokenParagraph, one: Spoken, other: Spoken): boolean {
  const { tokens } = scene;
  const gap = tokens[other.first]?.gap ?? '';
  if (other.first === one.last + 1) return /^[-–—/]$/.test(gap);
  const { know } = scene;
  const words = tokens.slice(one.last + 1, other.first).map(({ lower }) => lower);
  const isPairOfTwo =
    words.every((word) => know.has('and', word) || /^(?:the|le|la|les|l')$/.test(word)) &&
    words.some((word) => know.has('and', word));
  const isThird =
    tokens[one.first]?.gap === ',' ||
    (tokens[other.last + 1]?.gap === ',' && know.has('and', tokens[other.last + 1]?.lower ?? ''));
  return (
    isPairOfTwo &&
    !isThird &&
    tokens.slice(one.last + 1, other.first + 1).every(({ gap: mark }) => mark === '')
  );
}

/** `the Chinese side`. */
export function sideAt(
  paragraph: SpokenParagraph,
  at: number,
  before: Before,
): Described | undefined {
  const { tokens, know } = paragraph.scene;
  if (tokens[at]?.lower !== 'the') return undefined;
  const demonym = know.demonymAt(tokens, at + 1);
  const noun = demonym === undefined ? undefined : at + 1 + demonym.count;
  if (
    demonym === undefined ||
    noun === undefined ||
    tokens[noun]?.lower !== 'side' ||
    tokens[noun]?.gap !== ''
  )
    return undefined;
  const key = before.facts.byIso.get(demonym.iso);
  return key === undefined
    ? undefined
    : described(
        paragraph,
        kindOf(before, [key]),
        [at, noun],
        [key],
        0.85,
        `${nameOf(before, key)} is the country meant.`,
      );
}

const NUMBERS: ReadonlyMap<string, number> = new Map(
  'three four five six seven eight nine ten eleven twelve'
    .split(' ')
    .map((word, at) => [word, at + 3]),
);

/** `eight countries`: just as many that are listed next, or were named together before. */
export function countedAt(
  paragraph: SpokenParagraph,
  at: number,
  before: Before,
): Described | undefined {
  const { tokens } = paragraph.scene;
  const hasThe = /^(?:the|these|all|our)$/.test(tokens[at]?.lower ?? '');
  const number = at + (hasThe ? 1 : 0);
  const count = NUMBERS.get(tokens[number]?.lower ?? '');
  if (count === undefined || tokens[number + 1]?.gap !== '') return undefined;
  if (paragraph.scene.know.has('groupsOfPeople', tokens[number + 1]?.lower ?? ''))
    return hasThe && before.facts.people.length === count
      ? peopleDescribed(paragraph, [at, number + 1], before)
      : undefined;
  if (!/^(?:countries|nations|states|governments)$/.test(tokens[number + 1]?.lower ?? ''))
    return undefined;
  const countries = (spoken: readonly Spoken[]): readonly string[] =>
    distinct(
      spoken
        .filter(
          ({ kind, keys, named, nested }) =>
            kind === 'place' && keys.length === 1 && named && !nested,
        )
        .map(({ keys }) => keys[0] ?? ''),
    );
  const listed = countries(
    before.around
      .next()
      .slice(0, count + 4)
      .filter(({ scene }) => scene.tokens.length < 8)
      .flatMap(({ spoken }) => spoken),
  );
  const known = new Set(before.facts.byIso.values());
  const isOnlyCountries = (group: readonly string[]): readonly string[] =>
    group.length === count ? group : group.filter((key) => known.has(key));
  const groups = [
    listed,
    ...[...sentencesBefore(paragraph, at, before)]
      .slice(0, 6)
      .map(({ spoken }) => isOnlyCountries(countries(spoken))),
    ...before.facts.groups.values(),
  ];
  const meant = groups.find((group) => group.length === count);
  return (
    meant &&
    described(
      paragraph,
      'place',
      [at, number + 1],
      meant,
      0.75,
      `Just as many are named together: ${namesOf(before, meant)}.`,
    )
  );
}
