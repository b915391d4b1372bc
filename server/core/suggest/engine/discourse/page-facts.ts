import { perObject } from '../../../text/index.js';
import type { EntityInfo } from '../candidate.js';
import type { NameIndex } from '../registry-names.js';
import { countryWordsAt } from './country-words.js';
import { listedGroups, peopleOf } from './listed-groups.js';
import type { Spoken, SpokenParagraph } from './model.js';
import { isJoint, sidesOf } from './sides.js';
import { speakersOf } from './speakers.js';

/** What a page as a whole says of whom it speaks. */
export interface PageFacts {
  /** How often each is spoken of, by key. */
  readonly counts: ReadonlyMap<string, number>;
  /** The keys of countries by their code. */
  readonly byIso: ReadonlyMap<string, string>;
  /** Who holds an office, by what stands side by side or is registered. */
  readonly holders: ReadonlyMap<string, readonly string[]>;
  readonly officesOf: ReadonlyMap<string, readonly string[]>;
  /** The body in whose name all is said: `The Security Council,` alone in its paragraph. */
  readonly organ: readonly string[];
  /** Whether it is written as treaties and resolutions are. */
  readonly isInstrument: boolean;
  /** Two countries or groups that the page is about. */
  readonly sides: readonly string[];
  /** By its key, what kind of thing each is that is spoken of. */
  readonly kinds: ReadonlyMap<string, string>;
  /** Several in whose name all of the text is said: `We, the Prime Minister of A and …`. */
  readonly speakers: readonly string[];
  /** The one body in whose name all of the text is said: `We, the Leaders of the G7`. */
  readonly speaker: { readonly kind: string; readonly keys: readonly string[] } | undefined;
  /** The organization that the first paragraphs name, and the page most. */
  readonly author: string | undefined;
  /** By the office, the codes of the countries that its words name, and the keys of the places in them. */
  readonly officeCountries: ReadonlyMap<string, readonly string[]>;
  readonly officePlaces: ReadonlyMap<string, readonly string[]>;
  /** The people that the page names, where they are two. */
  readonly leaders: readonly string[];
  /** Three or more people who act together, if the page names one such group. */
  readonly people: readonly string[];
  /** By the word for them in small letters, who several are: `ministers` of the countries listed behind. */
  readonly groups: ReadonlyMap<string, readonly string[]>;
  /** Whether the two of them speak as one: `we`, and nobody says `I`. */
  readonly isJoint: boolean;
  readonly infoOf: (key: string) => EntityInfo | undefined;
  /** What is registered by a longer description that begins with the words at a token. */
  readonly describedAt: NameIndex['describedAt'];
}

export function pageFacts(
  paragraphs: readonly SpokenParagraph[],
  { infoOf, names }: { readonly infoOf: PageFacts['infoOf']; readonly names: NameIndex },
): PageFacts {
  const counts = new Map<string, number>();
  const kinds = new Map<string, string>();
  const byIso = new Map<string, string>();
  const holders = new Map<string, string[]>();
  const officesOf = new Map<string, string[]>();
  const link = (office: string, person: string): void => {
    if (!holders.get(office)?.includes(person))
      holders.set(office, [...(holders.get(office) ?? []), person]);
    if (!officesOf.get(person)?.includes(office))
      officesOf.set(person, [...(officesOf.get(person) ?? []), office]);
  };
  for (const { scene, spoken } of paragraphs)
    for (const [at, one] of spoken.entries()) {
      for (const key of one.keys) counts.set(key, (counts.get(key) ?? 0) + 1);
      if (one.keys[0] !== undefined && !kinds.has(one.keys[0])) kinds.set(one.keys[0], one.kind);
      const [key] = one.keys;
      if (key === undefined || one.keys.length > 1) continue;
      if (one.kind === 'place' || one.kind === 'org') {
        const known = scene.know.knownAt(scene.tokens, one.first);
        if (
          known?.iso !== undefined &&
          known.words.length === one.last - one.first + 1 &&
          !byIso.has(known.iso)
        )
          byIso.set(known.iso, key);
      }
      const next = nextWhole(spoken, at);
      const other = next?.keys[0];
      if (next !== undefined && other !== undefined && isHeldBy(scene, one, next)) {
        if (one.kind === 'office') link(key, other);
        else link(other, key);
      }
      for (const office of infoOf(key)?.offices ?? []) link(office, key);
    }
  const { officeCountries, officePlaces } = placesOfOffices(paragraphs);
  const organ = organOf(paragraphs);
  const sides = sidesOf(paragraphs, organ, counts, infoOf);
  return {
    counts,
    byIso,
    holders,
    officesOf,
    organ,
    isInstrument: isInstrument(paragraphs),
    sides,
    kinds,
    speakers: speakersOf(paragraphs),
    speaker: speakerOf(paragraphs, organ, kinds),
    author: authorOf(paragraphs, counts, kinds),
    officeCountries,
    officePlaces,
    leaders: leadersOf(paragraphs),
    people: peopleOf(paragraphs),
    groups: listedGroups(paragraphs),
    isJoint: sides.length === 2 && isJoint(paragraphs, sides),
    infoOf,
    describedAt: (tokens, at) => names.describedAt(tokens, at),
  };
}

/** The countries in the words of offices: `U.S. Secretary of State`. */
function placesOfOffices(
  paragraphs: readonly SpokenParagraph[],
): Pick<PageFacts, 'officeCountries' | 'officePlaces'> {
  const officeCountries = new Map<string, string[]>();
  const officePlaces = new Map<string, readonly string[]>();
  for (const { scene, spoken } of paragraphs)
    for (const [index, { kind, keys, first, last, end }] of spoken.entries()) {
      const [key] = keys;
      if (kind !== 'office' || key === undefined) continue;
      const codes = officeCountries.get(key) ?? [];
      for (let at = first; at <= last; at += 1) {
        const iso = countryWordsAt(scene, at)?.iso;
        if (iso !== undefined && !codes.includes(iso)) codes.push(iso);
      }
      officeCountries.set(key, codes);
      if (officePlaces.has(key)) continue;
      for (let next = index + 1; (spoken[next]?.end ?? Number.POSITIVE_INFINITY) <= end; next += 1)
        if (spoken[next]?.kind === 'place') {
          officePlaces.set(key, spoken[next]?.keys ?? []);
          break;
        }
    }
  return { officeCountries, officePlaces };
}

/** How many paragraphs say whose text it is. */
const OPENING = 4;

function authorOf(
  paragraphs: readonly SpokenParagraph[],
  counts: ReadonlyMap<string, number>,
  kinds: ReadonlyMap<string, string>,
): string | undefined {
  const orgs = [...counts].filter(([key]) => kinds.get(key) === 'org').sort((a, b) => b[1] - a[1]);
  const [first, second] = orgs;
  if (first === undefined || first[1] < 2 || (second !== undefined && second[1] >= first[1]))
    return undefined;
  const isOpening = paragraphs
    .slice(0, OPENING)
    .some(({ spoken }) => spoken.some(({ keys, nested }) => keys[0] === first[0] && !nested));
  return isOpening ? first[0] : undefined;
}

function speakerOf(
  paragraphs: readonly SpokenParagraph[],
  organ: readonly string[],
  kinds: ReadonlyMap<string, string>,
): PageFacts['speaker'] {
  for (const { scene, spoken } of paragraphs.slice(0, 8)) {
    const we = scene.tokens.findIndex(({ lower }) => lower === 'we');
    if (we < 0 || we > 3 || scene.tokens[we + 1]?.gap !== ',') continue;
    const body = spoken.find(
      ({ kind, first, nested }) => !nested && first > we && first < we + 12 && kind === 'org',
    );
    if (body !== undefined) return { kind: body.kind, keys: body.keys };
  }
  const [only] = organ;
  return only === undefined || organ.length > 1 || kinds.get(only) !== 'org'
    ? undefined
    : { kind: 'org', keys: [only] };
}

/** `Defence Minister Rajnath Singh`, `Guy Parmelin, Head of …`. */
function isHeldBy({ tokens }: SpokenParagraph['scene'], one: Spoken, next: Spoken): boolean {
  const kinds = `${one.kind} ${next.kind}`;
  const gap = tokens.slice(one.last + 1, next.first + 1);
  const between = gap.slice(0, -1).map(({ lower }) => lower);
  if (kinds === 'office person')
    return (
      between.every((word) => /^(?:shri|mr|mrs|ms|dr|h\.e|his|her|excellency)\.?$/.test(word)) &&
      gap.every(({ gap: mark }) => /^[.,]?$/.test(mark))
    );
  if (kinds === 'person office')
    return gap[0]?.gap === ',' && between.every((word) => /^the$/.test(word));
  return false;
}

function leadersOf(paragraphs: readonly SpokenParagraph[]): readonly string[] {
  const people = new Map<string, number>();
  for (const { spoken } of paragraphs)
    for (const { kind, keys } of spoken)
      if (kind === 'person') for (const key of keys) people.set(key, (people.get(key) ?? 0) + 1);
  const often = [...people].filter(([, count]) => count > 1).map(([key]) => key);
  return people.size === 2 ? [...people.keys()] : often.length === 2 ? often : [];
}

/** A first paragraph that names a body and nothing else: `The Security Council,`. */
function organOf(paragraphs: readonly SpokenParagraph[]): readonly string[] {
  for (const { scene, spoken } of paragraphs.slice(0, 12)) {
    const { tokens, paragraph } = scene;
    if (
      tokens.length === 0 ||
      tokens.length > 40 ||
      !/[,:]\s*$/.test(paragraph.text) ||
      paragraph.form === 'heading'
    )
      continue;
    const whole = spoken.filter(
      ({ nested, kind }) => !nested && (kind === 'org' || kind === 'office' || kind === 'place'),
    );
    const rest = tokens.filter(
      (_, at) => !whole.some(({ first, last }) => first <= at && at <= last),
    );
    const isList = rest.every(
      ({ lower, capital }) =>
        /^(?:the|and|of|hereinafter|referred|to|as|parties|party|we|both|on|one|hand|other)$/.test(
          lower,
        ) || capital,
    );
    if (whole.length > 0 && isList)
      return distinct(
        paragraph.text.includes('“') || paragraph.text.includes('"')
          ? namedSides(scene, whole)
          : whole.filter(({ named }) => named).flatMap(({ keys }) => keys),
      );
  }
  return [];
}

/** `The Government of A (“A”) and the Government of B (“B”)`: the short names are those that promise. */
function namedSides(scene: SpokenParagraph['scene'], whole: readonly Spoken[]): readonly string[] {
  const quoted = whole.filter(({ first }) => /["“]/.test(scene.tokens[first]?.gap ?? ''));
  return (quoted.length > 0 ? quoted : whole).flatMap(({ keys }) => keys);
}

function isInstrument(paragraphs: readonly SpokenParagraph[]): boolean {
  let shall = 0;
  for (const { scene } of paragraphs) shall += shallsIn(scene);
  return shall >= 3;
}

const shallsIn = perObject(({ tokens }: SpokenParagraph['scene']): number => {
  let shall = 0;
  for (const { lower } of tokens) if (lower === 'shall') shall += 1;
  return shall;
});

function nextWhole(spoken: readonly Spoken[], at: number): Spoken | undefined {
  for (let next = at + 1; next < spoken.length; next += 1)
    if (spoken[next]?.nested === false) return spoken[next];
  return undefined;
}

/** All that page facts say, in one string: the same string, the same facts. */
export function signatureOf({ infoOf: _, describedAt: __, ...facts }: PageFacts): string {
  return JSON.stringify(facts, (___, value: unknown) =>
    value instanceof Map ? [...value] : value,
  );
}

export function distinct(keys: readonly string[]): readonly string[] {
  return [...new Set(keys)];
}
