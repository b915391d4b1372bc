import { perObject } from '../../../text/index.js';
import type { EntityInfo } from '../candidate.js';
import { plain } from '../reading/tokens.js';
import type { NameIndex } from '../registry-names.js';
import { countryWordsAt } from './country-words.js';
import { actsNext, isLedIn, isPair, type Spoken, type SpokenParagraph } from './model.js';
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
  /** By the office, the codes of the countries that its words name, and the keys of the places in them. */
  readonly officeCountries: ReadonlyMap<string, readonly string[]>;
  readonly officePlaces: ReadonlyMap<string, readonly string[]>;
  /** The people that the page names, where they are two. */
  readonly leaders: readonly string[];
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
    officeCountries,
    officePlaces,
    leaders: leadersOf(paragraphs),
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

/** The two that are named together most; countries before all else. */
function sidesOf(
  paragraphs: readonly SpokenParagraph[],
  organ: readonly string[],
  counts: ReadonlyMap<string, number>,
  infoOf: (key: string) => EntityInfo | undefined,
): readonly string[] {
  if (organ.length === 2) return organ;
  const pairs = new Map<string, number>();
  for (const { scene, spoken } of paragraphs)
    for (const [at, one] of spoken.entries()) {
      if (!isSide(one)) continue;
      const other = nextBehind(spoken, at);
      if (other === undefined || !isSide(other) || one.keys[0] === other.keys[0]) continue;
      if (!isPair(scene, one, other)) continue;
      const weight = pairWeight(scene, one, other);
      const key = [one.keys[0], other.keys[0]].join('\0');
      const same = [other.keys[0], one.keys[0]].join('\0');
      const kept = pairs.has(same) ? same : key;
      pairs.set(kept, (pairs.get(kept) ?? 0) + weight);
    }
  const best = [...pairs].sort((a, b) => b[1] - a[1])[0];
  if (best !== undefined && best[1] > 0) return best[0].split('\0');
  const places = new Map<string, number>();
  for (const { spoken } of paragraphs)
    for (const { kind, keys } of spoken)
      if (kind === 'place' && keys.length === 1 && isCountry(keys[0] ?? '', infoOf))
        places.set(keys[0] ?? '', counts.get(keys[0] ?? '') ?? 0);
  const top = [...places].sort((a, b) => b[1] - a[1]);
  return top.length === 2 || (top.length > 2 && (top[1]?.[1] ?? 0) >= 3 * (top[2]?.[1] ?? 0))
    ? top.slice(0, 2).map(([key]) => key)
    : [];
}

/** Two that act together, or are spoken of as two; not two places where something is. */
function pairWeight(
  { tokens, paragraph, know }: SpokenParagraph['scene'],
  one: Spoken,
  other: Spoken,
): number {
  if (other.first === one.last + 1 && tokens[other.first]?.gap !== '') return 1;
  const lead =
    tokens[one.first - 1]?.lower === 'the' ? tokens[one.first - 2] : tokens[one.first - 1];
  if (paragraph.begins[one.first] || lead === undefined) return 2;
  if (lead.lower === 'between') return 2;
  return know.has('where', lead.lower) ? 0 : 1;
}

function isCountry(key: string, infoOf: (key: string) => EntityInfo | undefined): boolean {
  return infoOf(key)?.classification === 'country' || plain(key).startsWith('place:');
}

function isSide({ kind, keys, named }: Spoken): boolean {
  return (kind === 'place' || kind === 'org') && keys.length === 1 && named;
}

/** The one behind another: of those inside others what stands inside, too. */
function nextBehind(spoken: readonly Spoken[], at: number): Spoken | undefined {
  const end = spoken[at]?.end ?? 0;
  for (let next = at + 1; next < spoken.length; next += 1) {
    const other = spoken[next];
    if (other !== undefined && other.start >= end) return other;
  }
  return undefined;
}

/** The two act together again and again, and nobody speaks for himself. */
function isJoint(paragraphs: readonly SpokenParagraph[], [one, other]: readonly string[]): boolean {
  let together = 0;
  for (const { scene, spoken } of paragraphs) {
    if (scene.tokens.some(({ text, lower }) => text === 'I' || lower === 'my')) return false;
    for (const [at, first] of spoken.entries()) {
      const second = nextBehind(spoken, at);
      if (second === undefined) continue;
      const keys = [first.keys[0], second.keys[0]];
      if (
        keys.includes(one) &&
        keys.includes(other) &&
        isPair(scene, first, second) &&
        !isLedIn(scene, first.first) &&
        actsNext(scene, second.last + 1)
      )
        together += 1;
    }
  }
  return together >= 2;
}

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
