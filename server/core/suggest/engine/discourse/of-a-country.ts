import { type Before, type Described, described, earlierSpoken, nameOf } from './before.js';
import type { SpokenParagraph } from './model.js';
import { personBefore } from './pronouns.js';

/** `the top U.S. diplomat`, `the German leader`: the last one named who holds an office of that country. */
export function leaderAt(
  paragraph: SpokenParagraph,
  at: number,
  before: Before,
): Described | undefined {
  const { tokens, know } = paragraph.scene;
  let next = at + 1;
  while (
    next < at + 3 &&
    tokens[next]?.capital === false &&
    know.partsOf(tokens[next]?.lower ?? '')?.startsWith('a') === true
  )
    next += 1;
  if (tokens[next]?.capital !== true) return undefined;
  const country = countryWordsAt(paragraph, next);
  const noun = next + (country?.count ?? 0);
  if (
    country === undefined ||
    tokens[noun - 1]?.possessive ||
    !know.has('leaders', tokens[noun]?.lower ?? '')
  )
    return undefined;
  if (tokens[noun]?.gap !== '' || tokens[noun]?.capital) return undefined;
  for (const one of earlierSpoken(at, before)) {
    const [person = ''] = one.keys;
    if (one.kind !== 'person' || one.keys.length !== 1 || !isOfCountry(before, person, country.iso))
      continue;
    return described(
      paragraph,
      'person',
      [at, noun],
      [person],
      0.7,
      `${nameOf(before, person)} is the last one named who holds an office of that country.`,
    );
  }
  return undefined;
}

/** A country, or its adjective. */
function countryWordsAt(
  { scene: { tokens, know } }: SpokenParagraph,
  at: number,
): { iso: string; count: number } | undefined {
  const known = know.knownAt(tokens, at);
  if (known?.iso !== undefined) return { iso: known.iso, count: known.words.length };
  const demonym = know.demonymAt(tokens, at);
  return demonym === undefined || demonym.iso === '' ? undefined : demonym;
}

/** Whether an office that somebody holds is called by a country, or registered for it. */
function isOfCountry(before: Before, person: string, iso: string): boolean {
  const offices = before.facts.officesOf.get(person) ?? [];
  const key = before.facts.byIso.get(iso);
  if (key !== undefined && countriesOf(before, person).includes(key)) return true;
  return before.page.some((paragraph) =>
    paragraph.spoken.some(({ kind, keys, first, last }) => {
      if (kind !== 'office' || !offices.includes(keys[0] ?? '')) return false;
      for (let at = first; at <= last; at += 1)
        if (countryWordsAt(paragraph, at)?.iso === iso) return true;
      return false;
    }),
  );
}

/** Whose offices somebody holds. */
function countriesOf({ facts, page }: Before, key: string): readonly string[] {
  const offices =
    facts.infoOf(key)?.kind === 'office' || key.startsWith('office:')
      ? [key]
      : (facts.officesOf.get(key) ?? []);
  return offices.flatMap((office) => {
    const places = facts.infoOf(office)?.places ?? [];
    return places.length > 0 ? places : placesIn(page, office);
  });
}

/** The country inside the words of an office: `U.S. Secretary of State`. */
function placesIn(page: readonly SpokenParagraph[], office: string): readonly string[] {
  for (const { spoken } of page)
    for (const one of spoken) {
      if (one.kind !== 'office' || one.keys[0] !== office) continue;
      const inner = spoken.find(
        ({ kind, start, end }) => kind === 'place' && start >= one.start && end <= one.end,
      );
      if (inner !== undefined) return inner.keys;
    }
  return [];
}

/** `his country`: that of the office which the one spoken of holds. */
export function ownCountryAt(
  paragraph: SpokenParagraph,
  at: number,
  before: Before,
): Described | undefined {
  const { tokens, know } = paragraph.scene;
  if (
    !know.has('ownedBy', tokens[at]?.lower ?? '') ||
    !know.has('countryNouns', tokens[at + 1]?.lower ?? '') ||
    tokens[at + 1]?.gap !== ''
  )
    return undefined;
  const who = personBefore(paragraph, at, before);
  const [country] = who === undefined ? [] : countriesOf(before, who.one.keys[0] ?? '');
  return country === undefined
    ? undefined
    : described(
        paragraph,
        'place',
        [at, at + 1],
        [country],
        0.7,
        `${nameOf(before, who?.one.keys[0] ?? '')} holds an office of ${nameOf(before, country)}.`,
      );
}
