import { type Before, type Described, described, earlierSpoken, nameOf } from './before.js';
import { countryWordsAt } from './country-words.js';
import type { SpokenParagraph } from './model.js';
import type { PageFacts } from './page-facts.js';
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
  const country = countryWordsAt(paragraph.scene, next);
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

/** Whether an office that somebody holds is called by a country, or registered for it. */
function isOfCountry({ facts }: Before, person: string, iso: string): boolean {
  const key = facts.byIso.get(iso);
  if (key !== undefined && countriesOf(facts, person).includes(key)) return true;
  return (facts.officesOf.get(person) ?? []).some(
    (office) => facts.officeCountries.get(office)?.includes(iso) === true,
  );
}

/** Whose offices somebody holds. */
function countriesOf(facts: PageFacts, key: string): readonly string[] {
  const offices =
    facts.infoOf(key)?.kind === 'office' || key.startsWith('office:')
      ? [key]
      : (facts.officesOf.get(key) ?? []);
  return offices.flatMap((office) => {
    const places = facts.infoOf(office)?.places ?? [];
    return places.length > 0 ? places : (facts.officePlaces.get(office) ?? []);
  });
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
  const [country] = who === undefined ? [] : countriesOf(before.facts, who.one.keys[0] ?? '');
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
