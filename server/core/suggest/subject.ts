import { anyOf, type Language, leading } from '../language/index.js';
import { perObject } from '../text/index.js';
import type { Page } from '../workspace/index.js';
import { datesInWords } from './dates-in-words.js';
import type { Group } from './party-groups.js';
import { lastMarker, speechIn } from './speech.js';

/** Those who are named in a sentence, and where its marker stands. */
export interface Clause {
  readonly groups: readonly Group[];
  readonly turn: number;
}

/**
 * The subject of a marker. Nobody, where it may be somebody else whom the text does not name: "India said that
 * ministers will", "Lee praised Roe and his commitment to".
 */
export function subjectOf(
  page: Page,
  { groups, turn }: Clause,
  language: Language,
): Group | undefined {
  const before = groups.filter(({ span }) => span.end <= turn);
  const marker = page.text.slice(turn, turn + 40);
  const last = before.at(-1);
  if (last === undefined) return undefined;
  const patterns = patternsOf(language);
  const near = wordsBetween(page, last, turn, language);
  if (isRightBehind(near, marker, patterns) && canStandBefore(page, last, language)) return last;
  const leads = before.filter((group) => isFree(group, language));
  const one = leads.at(-1);
  if (one === undefined) return undefined;
  const words = wordsBetween(page, one, turn, language);
  if (language.parties.openers.includes(one.lead) && words.includes(',')) return undefined;
  if (patterns.otherSubject.test(words)) return undefined;
  if (patterns.pronoun.test(words))
    return isMeantBy(words, one, before, language) ? one : undefined;
  if (patterns.opener.test(words)) return undefined;
  return patterns.sameSubject.test(words) || ownsNoun(words, marker, patterns) ? one : undefined;
}

/** Nothing but adverbs and the like stands between, or words between commas; or it is the owner of a noun. */
function isRightBehind(words: string, marker: string, patterns: Patterns): boolean {
  if (patterns.beside.test(words.replace(patterns.aside, ' '))) return true;
  return patterns.owner.test(words) && patterns.noun.test(marker);
}

/** Not "with India", but "the government of India". */
function canStandBefore(page: Page, group: Group, { parties }: Language): boolean {
  const { lead, span, mayNotBeAlone } = group;
  if (mayNotBeAlone) return false;
  if (!parties.facing.includes(lead) && !parties.placing.includes(lead)) return true;
  return parties.wholes.test(page.text.slice(Math.max(0, span.start - 60), span.start));
}

/** At the start of a clause, where no verb can have it for an object. */
function isFree({ lead, isLedByTitle, mayNotBeAlone }: Group, { parties }: Language): boolean {
  if (mayNotBeAlone || parties.facing.includes(lead) || parties.placing.includes(lead))
    return false;
  return (
    lead === '' || isLedByTitle || [...parties.coordinating, ...parties.openers].includes(lead)
  );
}

/** `announced its commitment to`: the subject of the verb is who is committed. */
function ownsNoun(words: string, marker: string, patterns: Patterns): boolean {
  if (patterns.owned.test(words) && patterns.noun.test(marker)) return true;
  return patterns.ownedNearby.test(words) && patterns.nounOrVerb.test(marker);
}

/** "it", "they": whoever is named, if there is only one and the number fits. */
function isMeantBy(
  words: string,
  one: Group,
  before: readonly Group[],
  language: Language,
): boolean {
  const { pronouns, parties } = language;
  const named = before.filter(({ lead }) => !parties.placing.includes(lead));
  if (named.length !== 1) return false;
  const { beside, pronoun } = patternsOf(language);
  const word = pronoun.exec(words)?.[1]?.trim() ?? '';
  if (beside.test(word)) return false;
  if (one.ids.length > 1) return pronouns.several.test(word);
  const isPerson = one.kinds.every((kind) => kind === 'person' || kind === 'office');
  return isPerson
    ? pronouns.persons.test(word) && !pronouns.several.test(word)
    : pronouns.things.test(word);
}

/** The words between somebody and the marker, without dates, places and tags' signs, with single spaces. */
function wordsBetween(page: Page, { span }: Group, turn: number, language: Language): string {
  const { words } = speechIn(page, { start: span.end, end: turn });
  const { place, date } = patternsOf(language);
  let rest = '';
  let at = 0;
  for (const found of datesInWords(words, { start: 0, end: words.length }, language)) {
    if (found.span.start < at) continue;
    rest += `${words.slice(at, found.span.start)}\u0001`;
    at = found.span.end;
  }
  rest += words.slice(at);
  // "agreed to seek to": two markers of one subject.
  const outer = lastMarker(rest, language);
  if (outer !== undefined && rest.slice(outer.end).trim() === '') rest = rest.slice(0, outer.start);
  return rest.replace(date, ' ').replace(place, ' ').replace(/\s+/g, ' ').replace(/^ ,/, ',');
}

type Patterns = ReturnType<typeof patternsOf>;

const patternsOf = perObject(({ parties, pronouns }: Language) => {
  const { placing, articles, indefinite, possessives, coordinating, openers, and } = parties;
  const begin = '(?<![\\p{L}\\p{N}])';
  const word = "[\\p{Ll}\\p{M}'’-]+ ";
  const beside = `(?:${parties.beside.source})`;
  const determiner = leading([...articles, ...indefinite, ...possessives]);
  const conjoined = `(?:${begin}${leading(coordinating)}|, ?)`;
  const ownVerb = `(?!${leading(parties.judging)}|${determiner})${word}`;
  const tail = `(?:^ ?|${conjoined})(?:${beside})*${ownVerb}`;
  return {
    /** Nothing that says who else acts. */
    beside: new RegExp(`^[ ,)–—]*(?:${beside})*[ ,]*$`, 'iu'),
    /** `, speaking in Delhi,` */
    aside: /^[ ]*[,(–—](?! ?(?:and|et) )[^,;:()–—]{1,120}[,)–—]/u,
    /** `'s strong ` */
    owner: new RegExp(`^['’]\\p{L}? (?:${word}){0,2}$`, 'u'),
    noun: new RegExp(`^(?:${parties.promises.source})`, 'iu'),
    nounOrVerb: new RegExp(
      `^(?:${parties.promises.source}|${parties.promisesOrVerbs.source})`,
      'iu',
    ),
    /** `'s ministers`, `and Kenya`, `of`: the subject is longer or another. */
    otherSubject: new RegExp(`^(?:['’]| ?,? ?${leading(and)})|[;:]`, 'iu'),
    opener: new RegExp(`${begin}${leading(openers)}`, 'iu'),
    /** `signed it and also` */
    sameSubject: new RegExp(`${conjoined}(?:${beside})*$`, 'iu'),
    /** `announced its strong ` */
    owned: new RegExp(`${tail}(?:${determiner}(?:${word}){0,2})$`, 'u'),
    /** `announced ` */
    ownedNearby: new RegExp(`${tail}${determiner}?$`, 'u'),
    /** `said that it has ` */
    pronoun: new RegExp(`^ ?(?:${word}){1,3}(${pronouns.subjects.source}) (?:${beside})*$`, 'iu'),
    /** A day or a place between: `in Delhi`, `on Monday`. */
    place: new RegExp(
      `${begin}(?:${placing.map((one) => anyOf([one])).join('|')}) ${determiner}?\\p{Lu}[\\p{L}\\p{M}.-]*(?: \\p{Lu}[\\p{L}\\p{M}.-]*)* ?`,
      'gu',
    ),
    date: new RegExp(`${begin}${leading(placing)}?${leading(articles)}?\u0001`, 'giu'),
  };
});
