import {
  ACTORS,
  actsNext,
  isLedIn,
  isSubject,
  type Spoken,
  type SpokenParagraph,
  sentenceOf,
} from './model.js';
import { distinct, type PageFacts } from './page-facts.js';

/** Words that stand for something named elsewhere, and what. Offsets from the paragraph's start. */
export interface Described extends Spoken {
  readonly confidence: number;
  readonly reason: string;
}

/** What stands before a place in a page: earlier paragraphs, and the paragraph up to here. */
interface Before {
  readonly page: readonly SpokenParagraph[];
  readonly at: number;
  readonly facts: PageFacts;
  /** What of this paragraph was read, descriptions among it. */
  readonly here: readonly Spoken[];
  /** The paragraphs that follow. */
  readonly next: readonly SpokenParagraph[];
}

/** The words that begin a description. */
const POINTING =
  /^(?:he|she|they|it|we|both|our|the|these|those|their|each|this|that|said|his|her|three|four|five|six|seven|eight|nine|ten|eleven|twelve)$/;

/** The descriptions in a paragraph: `he`, `both countries`, `the Agreement`; in order. */
export function describedIn(
  page: readonly SpokenParagraph[],
  at: number,
  facts: PageFacts,
  next: readonly SpokenParagraph[] = [],
): readonly Described[] {
  const paragraph = page[at];
  if (paragraph === undefined || paragraph.scene.paragraph.form === 'heading') return [];
  const { tokens } = paragraph.scene;
  const found: Described[] = [];
  const here: Spoken[] = [...paragraph.spoken];
  for (let word = 0; word < tokens.length; word += 1) {
    if (!POINTING.test(tokens[word]?.lower ?? '')) continue;
    const covered = here.find(({ first, last }) => first <= word && word <= last);
    if (covered !== undefined) continue;
    const before: Before = {
      page,
      at,
      facts,
      here: here.filter(({ first }) => first < word),
      next,
    };
    const one =
      byRegistry(paragraph, word, before) ??
      pronounAt(paragraph, word, before) ??
      groupAt(paragraph, word, before) ??
      sideAt(paragraph, word, before) ??
      ownCountryAt(paragraph, word, before) ??
      countedAt(paragraph, word, before) ??
      leaderAt(paragraph, word, before) ??
      headAt(paragraph, word, before);
    if (one === undefined) continue;
    const isInWay = ({ first, last }: Spoken): boolean =>
      first <= one.last && one.first <= last && !(first > one.first && last < one.last);
    if (here.some(isInWay)) continue;
    found.push(one);
    here.push(one);
    word = one.last;
  }
  return found;
}

function described(
  paragraph: SpokenParagraph,
  kind: string,
  [first, last]: readonly [number, number],
  keys: readonly string[],
  confidence: number,
  reason: string,
): Described {
  const { tokens } = paragraph.scene;
  return {
    kind,
    keys,
    first,
    last,
    start: tokens[first]?.start ?? 0,
    end: tokens[last]?.end ?? 0,
    nested: false,
    named: false,
    confidence,
    reason,
  };
}

/** `the provisional agreement`, of what is registered as `provisional agreement on a cease-fire`. */
function byRegistry(
  paragraph: SpokenParagraph,
  at: number,
  { facts }: Before,
): Described | undefined {
  const { tokens } = paragraph.scene;
  if (
    !/^(?:the|this|that|these|those)$/.test(tokens[at]?.lower ?? '') ||
    tokens[at + 1]?.gap !== ''
  )
    return undefined;
  const meant = facts.describedAt(tokens, at + 1);
  if (meant === undefined) return undefined;
  return described(
    paragraph,
    meant.kind,
    [at, at + meant.words],
    [meant.id],
    0.75,
    `“${facts.infoOf(meant.id)?.name}” is registered, and begins with these words.`,
  );
}

/** `he`, `they`, `it`, `we` where they act. */
function pronounAt(paragraph: SpokenParagraph, at: number, before: Before): Described | undefined {
  const { scene } = paragraph;
  const word = scene.tokens[at]?.lower;
  if (word === undefined || !/^(?:he|she|they|it|we)$/.test(word) || scene.tokens[at]?.acronym)
    return undefined;
  if (!actsNext(scene, at + 1) || scene.tokens[at + 1]?.gap !== '') return undefined;
  if (word === 'he' || word === 'she') return oneDescribed(paragraph, at, before);
  if (word === 'they') return severalDescribed(paragraph, at, before);
  if (word === 'it') return itDescribed(paragraph, at, before);
  return weDescribed(paragraph, at, before);
}

/** The person that the sentence or the one before is about, else the last one named. */
function oneDescribed(
  paragraph: SpokenParagraph,
  at: number,
  before: Before,
): Described | undefined {
  const meant = personBefore(paragraph, at, before);
  if (meant === undefined) return undefined;
  const [key = ''] = meant.one.keys;
  return described(
    paragraph,
    meant.one.kind,
    [at, at],
    meant.one.keys,
    meant.sure ? 0.85 : 0.6,
    `${nameOf(before, key)} is ${meant.sure ? 'whom the sentence before is about' : 'the last person named before'}.`,
  );
}

function personBefore(
  paragraph: SpokenParagraph,
  at: number,
  before: Before,
): { one: Spoken; sure: boolean } | undefined {
  let passed = 0;
  for (const sentence of sentencesBefore(paragraph, at, before)) {
    const people = sentence.spoken.filter(
      (one) =>
        (one.kind === 'person' || isLoneOffice(sentence, one)) &&
        one.keys.length === 1 &&
        !one.nested,
    );
    if (people.length > 0) {
      const subject = people.find((one) => isSubject(sentence.paragraph.scene, one));
      const distinctPeople = distinct(people.map(({ keys }) => keys[0] ?? ''));
      const one = subject ?? people[0];
      if (one !== undefined)
        return { one, sure: subject !== undefined || distinctPeople.length === 1 };
    }
    passed += 1;
    if (passed > 3) return undefined;
  }
  return undefined;
}

/** An office that nobody is named with. */
function isLoneOffice({ spoken }: { readonly spoken: readonly Spoken[] }, one: Spoken): boolean {
  return (
    one.kind === 'office' &&
    !spoken.some(
      ({ kind, first }) => kind === 'person' && first > one.last && first <= one.last + 3,
    )
  );
}

interface SaidBefore {
  readonly paragraph: SpokenParagraph;
  readonly spoken: readonly Spoken[];
}

/** The sentence up to a word, then the sentences before it, the last first. */
function* sentencesBefore(
  paragraph: SpokenParagraph,
  at: number,
  { page, at: index, here }: Before,
): Iterable<SaidBefore> {
  for (let number = sentenceOf(paragraph, at); number >= 0; number -= 1) {
    const sentence = paragraph.sentences[number];
    if (sentence === undefined) continue;
    yield {
      paragraph,
      spoken: here.filter(
        ({ first }) => first >= sentence.first && first <= sentence.last && first < at,
      ),
    };
  }
  for (let back = index - 1; back >= Math.max(0, index - 3); back -= 1) {
    const earlier = page[back];
    if (earlier === undefined || earlier.scene.paragraph.form === 'heading') continue;
    for (const { first, last } of [...earlier.sentences].reverse())
      yield {
        paragraph: earlier,
        spoken: earlier.spoken.filter((one) => one.first >= first && one.first <= last),
      };
  }
}

/** Two or more that were named together as those who act. */
function severalDescribed(
  paragraph: SpokenParagraph,
  at: number,
  before: Before,
): Described | undefined {
  let passed = 0;
  for (const { paragraph: earlier, spoken } of sentencesBefore(paragraph, at, before)) {
    const several = spoken.find((one) => one.keys.length > 1 && ACTORS.has(one.kind));
    if (several !== undefined)
      return described(
        paragraph,
        several.kind,
        [at, at],
        several.keys,
        0.7,
        `${namesOf(before, several.keys)} are named together before.`,
      );
    const groups = groupsIn(earlier, spoken);
    const group =
      groups.find((members) => members.length > 1 && isActingGroup(earlier, members)) ??
      groups.find((members) => members.length === 2 && members[0]?.kind === 'person');
    if (group !== undefined && group.length <= 3) {
      const keys = distinct(group.flatMap(({ keys: own }) => own));
      return described(
        paragraph,
        group[0]?.kind ?? 'person',
        [at, at],
        keys,
        0.65,
        `${namesOf(before, keys)} are named together before.`,
      );
    }
    passed += 1;
    if (passed > 2) return undefined;
  }
  return undefined;
}

function isActingGroup({ scene }: SpokenParagraph, members: readonly Spoken[]): boolean {
  const [first, last] = [members[0], members.at(-1)];
  return (
    first !== undefined &&
    last !== undefined &&
    !isLedIn(scene, first.first) &&
    actsNext(scene, last.last + 1)
  );
}

/** Those of one kind that are joined by commas and `and`. */
function groupsIn(
  { scene }: SpokenParagraph,
  spoken: readonly Spoken[],
): readonly (readonly Spoken[])[] {
  const groups: Spoken[][] = [];
  for (const one of spoken) {
    if (one.nested || !ACTORS.has(one.kind) || one.keys.length !== 1) continue;
    const last = groups.at(-1);
    const previous = last?.at(-1);
    if (last !== undefined && previous !== undefined && isJoined(scene, previous, one)) {
      // Of an office and its holder it is the holder who counts.
      if (previous.kind === 'office' && one.kind === 'person') last.pop();
      last.push(one);
    } else groups.push([one]);
  }
  return groups.map((members) =>
    members.some(({ kind }) => kind === 'person')
      ? members.filter(({ kind }) => kind === 'person')
      : members,
  );
}

function isJoined({ tokens }: SpokenParagraph['scene'], one: Spoken, other: Spoken): boolean {
  if (other.first - one.last > 6) return false;
  for (let at = one.last + 1; at <= other.first; at += 1) {
    const token = tokens[at];
    if (token === undefined || /[.;:()]/.test(token.gap.replace(/^\.$/, ''))) return false;
    if (
      at < other.first &&
      !/^(?:and|the|his|her|its|mr|mrs|ms|dr|shri|both|as|well|counterpart|along|together|with|h\.e\.?)$/.test(
        token.lower,
      )
    )
      return false;
  }
  return !(
    other.first === one.last + 1 &&
    tokens[other.first]?.gap === '' &&
    !(one.kind === 'office' && other.kind === 'person')
  );
}

/** `Russia has said it will`: the one who says so; at a sentence's start the one it was about. */
function itDescribed(
  paragraph: SpokenParagraph,
  at: number,
  before: Before,
): Described | undefined {
  const { scene } = paragraph;
  const own = paragraph.sentences[sentenceOf(paragraph, at)];
  if (own === undefined) return undefined;
  const isBody = ({ kind, keys, nested }: Spoken): boolean =>
    (kind === 'org' || kind === 'place') && keys.length === 1 && !nested;
  // What `it` stood for in this sentence, it goes on to.
  const again = before.here.find(
    (one) =>
      !one.named &&
      one.first >= own.first &&
      scene.tokens[one.first]?.lower === 'it' &&
      isBody(one),
  );
  if (again !== undefined)
    return described(
      paragraph,
      again.kind,
      [at, at],
      again.keys,
      0.7,
      `${nameOf(before, again.keys[0] ?? '')} is what “it” means before.`,
    );
  const said = before.here.filter(
    (one) => isBody(one) && one.first >= own.first && isSubject(scene, one),
  );
  const subject =
    said.at(0) ?? (own.first === at ? subjectBefore(paragraph, at, before) : undefined);
  if (subject === undefined || !isBody(subject)) return undefined;
  const verb = scene.tokens[at + 1]?.lower ?? '';
  const saysSo =
    before.here.includes(subject) && subject.first >= own.first && saysIt(scene, subject, at);
  // `It is …` is mostly nobody.
  if (
    /^(?:is|was|would|may|can|could|seems|appears|takes|took|became|remains|will)$/.test(verb) &&
    !saysSo
  )
    return undefined;
  if (
    /^(?:is|was)$/.test(verb) &&
    /^(?:important|necessary|clear|vital|essential|time|possible|hoped|expected|likely|critical|crucial|not|his|her|our|the|a|an|imperative|understood|estimated|recalled|noted|agreed|hard|difficult|true)$/.test(
      scene.tokens[at + 2]?.lower ?? '',
    )
  )
    return undefined;
  return described(
    paragraph,
    subject.kind,
    [at, at],
    subject.keys,
    saysSo ? 0.75 : 0.45,
    `${nameOf(before, subject.keys[0] ?? '')} is what the ${saysSo ? 'sentence' : 'sentence before'} is about.`,
  );
}

/** `Russia has said it`, `X complained …, and it`: the one who says so goes on. */
function saysIt({ tokens, know }: SpokenParagraph['scene'], { last }: Spoken, at: number): boolean {
  const before = tokens[at - 1]?.lower ?? '';
  if (before === 'and' || before === 'but') return true;
  const verb = before === 'that' ? at - 2 : at - 1;
  if (!know.has('saying', tokens[verb]?.lower ?? '')) return false;
  return tokens
    .slice(last + 1, verb)
    .every(({ lower }) => /^(?:has|have|had|also|also|later|earlier|repeatedly)$/.test(lower));
}

function subjectBefore(paragraph: SpokenParagraph, at: number, before: Before): Spoken | undefined {
  let passed = 0;
  for (const { paragraph: earlier, spoken } of sentencesBefore(paragraph, at, before)) {
    if (passed === 1) return spoken.find((one) => !one.nested && isSubject(earlier.scene, one));
    passed += 1;
  }
  return undefined;
}

/** `We, the Leaders of the G7`: the body that speaks in all of the text. */
function weDescribed(
  paragraph: SpokenParagraph,
  at: number,
  before: Before,
): Described | undefined {
  const { facts, page } = before;
  const speaker = speakerOf(page, facts);
  if (speaker !== undefined)
    return described(
      paragraph,
      speaker.kind,
      [at, at],
      speaker.keys,
      0.65,
      'All of the text is said in this name.',
    );
  if (!facts.isJoint) return undefined;
  return described(
    paragraph,
    kindOf(before, facts.sides),
    [at, at],
    facts.sides,
    0.6,
    `${namesOf(before, facts.sides)} speak together in all of the text.`,
  );
}

function speakerOf(page: readonly SpokenParagraph[], facts: PageFacts): Spoken | undefined {
  for (const { scene, spoken } of page.slice(0, 8)) {
    const we = scene.tokens.findIndex(({ lower }) => lower === 'we');
    if (we < 0 || we > 3 || scene.tokens[we + 1]?.gap !== ',') continue;
    const body = spoken.find(
      ({ kind, first, nested }) => !nested && first > we && first < we + 12 && kind === 'org',
    );
    if (body !== undefined) return body;
  }
  return facts.organ.length === 1
    ? page
        .flatMap(({ spoken }) => spoken)
        .find(({ keys, kind }) => kind === 'org' && keys[0] === facts.organ[0])
    : undefined;
}

const COUNTRIES =
  /^(?:countries|nations|states|governments|sides|parties|powers|neighbours|neighbors|republics|capitals|economies|democracies)$/;
const PEOPLE =
  /^(?:leaders|ministers|presidents|secretaries|principals|officials|men|women|diplomats|counterparts|premiers|chancellors|envoys|heads|commanders|ambassadors|officers|dignitaries)$/;
const BODIES =
  /^(?:organizations|organisations|agencies|institutions|companies|ministries|unions|banks|commissions|councils|departments|signatories|participants|partners|governments|sides|parties)$/;

/** `both countries`, `the two leaders`, `the Parties`, `each side`. */
function groupAt(paragraph: SpokenParagraph, at: number, before: Before): Described | undefined {
  const { tokens } = paragraph.scene;
  const [one, two, three] = [
    tokens[at]?.lower ?? '',
    tokens[at + 1]?.lower ?? '',
    tokens[at + 2]?.lower ?? '',
  ];
  if ((tokens[at + 1]?.gap ?? '') !== '') return undefined;
  let noun = -1;
  if (/^(?:both|our)$/.test(one)) noun = at + 1;
  if (/^(?:the|these|our|those|our|their)$/.test(one) && /^(?:two|both)$/.test(two)) noun = at + 2;
  if (one === 'both' && two === 'the') noun = at + 2;
  if (one === 'both' && two === 'our') noun = at + 2;
  if (
    one === 'the' &&
    /^(?:parties|signatories|participants|sides)$/.test(two) &&
    (before.facts.organ.length > 1 || (two === 'parties' && (tokens[at + 1]?.capital ?? false)))
  )
    noun = at + 1;
  if (one === 'each' && /^(?:side|party|country)$/.test(two)) noun = at + 1;
  if (one === 'our' && noun === at + 1 && !COUNTRIES.test(two)) return undefined;
  if (one === 'our' && noun === at + 1) return undefined;
  if (noun < 0) return undefined;
  const word = /^each$/.test(one)
    ? two
        .replace(/^(?:side|party)$/, (found) => (found === 'side' ? 'sides' : 'parties'))
        .replace('country', 'countries')
    : (tokens[noun]?.lower ?? '');
  if (noun === at + 2 && (tokens[noun]?.gap ?? '') !== '') return undefined;
  if (isModified(paragraph, noun)) return undefined;
  void three;
  if (PEOPLE.test(word)) {
    const pair = pairOf(paragraph, at, before, ['person', 'office']);
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
  if (COUNTRIES.test(word) || BODIES.test(word)) {
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

/** `the two countries of …`: what is meant is said behind. */
function isModified({ scene }: SpokenParagraph, noun: number): boolean {
  const next = scene.tokens[noun + 1];
  return (
    next !== undefined &&
    next.gap === '' &&
    /^(?:of|that|which|who|to|in|from|with)$/.test(next.lower) &&
    /^(?:of|that|which|from)$/.test(next.lower)
  );
}

function kindOf({ page, facts }: Before, keys: readonly string[]): string {
  const kinds = keys.map(
    (key) =>
      facts.infoOf(key)?.kind ??
      page.flatMap(({ spoken }) => spoken).find((one) => one.keys[0] === key)?.kind,
  );
  return kinds.every((kind) => kind === kinds[0]) ? (kinds[0] ?? 'place') : 'place';
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
  const kinds = /^(?:countries|nations|states|republics)$/.test(word)
    ? ['place']
    : ['place', 'org'];
  let passed = 0;
  for (const { paragraph: earlier, spoken } of sentencesBefore(paragraph, at, before)) {
    const all = spoken.filter(
      ({ kind, keys, named }) => kinds.includes(kind) && keys.length === 1 && named,
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
  return before.facts.sides.length === 2 ? before.facts.sides : undefined;
}

/** `in Syria and Iraq` says where, and of nobody. */
function isWhere({ scene }: SpokenParagraph, one: Spoken): boolean {
  return /^(?:in|from|at|across|on|near|into|throughout|including|like)$/.test(
    scene.tokens[one.first - 1]?.lower ?? '',
  );
}

/** `India and Sweden`, `India–Sweden`, `between India and Sweden`; no third beside them. */
function isNear({ scene }: SpokenParagraph, one: Spoken, other: Spoken): boolean {
  const { tokens } = scene;
  const gap = tokens[other.first]?.gap ?? '';
  if (other.first === one.last + 1) return /^[-–—/]$/.test(gap);
  const words = tokens.slice(one.last + 1, other.first).map(({ lower }) => lower);
  const isPairOfTwo = words.every((word) => /^(?:and|the)$/.test(word)) && words.includes('and');
  const isThird =
    tokens[one.first]?.gap === ',' ||
    (tokens[other.last + 1]?.gap === ',' && /^(?:and)$/.test(tokens[other.last + 1]?.lower ?? ''));
  return (
    isPairOfTwo &&
    !isThird &&
    tokens.slice(one.last + 1, other.first + 1).every(({ gap: mark }) => mark === '')
  );
}

/** `the Chinese side`. */
function sideAt(paragraph: SpokenParagraph, at: number, before: Before): Described | undefined {
  const { tokens, know } = paragraph.scene;
  if (!/^(?:the)$/.test(tokens[at]?.lower ?? '')) return undefined;
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

const LEADERS =
  /^(?:diplomat|leader|president|premier|chancellor|minister|ruler|king|monarch|envoy|secretary|head|statesman)$/;

/** `the top U.S. diplomat`, `the German leader`: the last one named who holds an office of that country. */
function leaderAt(paragraph: SpokenParagraph, at: number, before: Before): Described | undefined {
  const { tokens, know } = paragraph.scene;
  let next = at + 1;
  while (
    next < at + 3 &&
    /^a/.test(know.partsOf(tokens[next]?.lower ?? '') ?? '') &&
    !tokens[next]?.capital
  )
    next += 1;
  const country = countryWordsAt(paragraph, next);
  const noun = next + (country?.count ?? 0);
  if (
    country === undefined ||
    tokens[noun - 1]?.possessive ||
    !LEADERS.test(tokens[noun]?.lower ?? '')
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
function ownCountryAt(
  paragraph: SpokenParagraph,
  at: number,
  before: Before,
): Described | undefined {
  const { tokens } = paragraph.scene;
  if (
    !/^(?:his|her)$/.test(tokens[at]?.lower ?? '') ||
    !/^(?:country|nation)$/.test(tokens[at + 1]?.lower ?? '') ||
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

const NUMBERS = [
  'three',
  'four',
  'five',
  'six',
  'seven',
  'eight',
  'nine',
  'ten',
  'eleven',
  'twelve',
];

/** `eight countries`: just as many that are listed next, or were named together before. */
function countedAt(paragraph: SpokenParagraph, at: number, before: Before): Described | undefined {
  const { tokens } = paragraph.scene;
  const hasThe = /^(?:the|these|all)$/.test(tokens[at]?.lower ?? '');
  const number = at + (hasThe ? 1 : 0);
  const count = NUMBERS.indexOf(tokens[number]?.lower ?? '') + 3;
  if (
    count < 3 ||
    !/^(?:countries|nations|states|governments)$/.test(tokens[number + 1]?.lower ?? '') ||
    tokens[number + 1]?.gap !== ''
  )
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
    before.next
      .slice(0, count + 4)
      .filter(({ scene }) => scene.tokens.length < 8)
      .flatMap(({ spoken }) => spoken),
  );
  const groups = [
    listed,
    ...[...sentencesBefore(paragraph, at, before)]
      .slice(0, 4)
      .map(({ spoken }) => countries(spoken)),
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

const AGREEMENTS =
  /^(?:agreement|treaty|framework|memorandum|pledge|convention|protocol|charter|declaration|pact|accord|order|resolution|partnership|act|strategy|plan|regulation|directive|communiqué|statement|mou|roadmap|deal|compact|arrangement|policy)$/;
const BODY_NOUNS =
  /^(?:council|commission|committee|ministry|department|agency|union|company|bank|fund|group|organization|organisation|alliance|association|assembly|mission|board|authority|parliament|institute|foundation|corporation|office|secretariat|court|force|coalition)$/;
const OFFICE_NOUNS =
  /^(?:minister|president|secretary|secretary-general|premier|chancellor|representative|ambassador|director|director-general|commissioner|chairman|chair|governor|king|envoy|councillor|prime)$/;

/** `the Agreement`, `this framework`, `the Council`, `the Special Representative`. */
function headAt(paragraph: SpokenParagraph, at: number, before: Before): Described | undefined {
  const { tokens } = paragraph.scene;
  const determiner = tokens[at]?.lower ?? '';
  if (!/^(?:the|this|that|said|these)$/.test(determiner)) return undefined;
  let noun = at + 1;
  // `the Special Representative`, `the Foreign Minister`, `the Prime Minister`
  while (
    noun < at + 3 &&
    (paragraph.scene.know.has('officeModifiers', tokens[noun]?.lower ?? '') ||
      /^(?:secretary)$/.test(tokens[noun]?.lower ?? '')) &&
    paragraph.scene.know.headOf(tokens[noun + 1]?.lower ?? '')?.has('office') &&
    /^-?$/.test(tokens[noun + 1]?.gap ?? '')
  )
    noun += 1;
  const token = tokens[noun];
  if (token === undefined || !/^-?$/.test(token.gap) || tokens[at + 1]?.gap !== '')
    return undefined;
  const next = tokens[noun + 1];
  // More of a name or of a longer description follows.
  if (
    next !== undefined &&
    /^-?$/.test(next.gap) &&
    (next.capital || next.number || /^(?:on|of|between|for|to)$/.test(next.lower)) &&
    !paragraph.scene.paragraph.begins[noun + 1] &&
    !(next.lower === 'to' || next.lower === 'for' || next.lower === 'on')
  )
    return undefined;
  if (
    next !== undefined &&
    next.gap === '' &&
    /^n/.test(paragraph.scene.know.partsOf(next.lower) ?? '') &&
    !/v/.test(paragraph.scene.know.partsOf(next.lower) ?? '')
  )
    return undefined;
  const word = tokens
    .slice(noun, noun + 1)
    .map(({ lower }) => lower)
    .join('');
  if (AGREEMENTS.test(word)) return agreementAt(paragraph, [at, noun], word, before);
  if (/^(?:this|that|said|these)$/.test(determiner)) return undefined;
  if (BODY_NOUNS.test(word) && token.capital)
    return namedByHead(paragraph, [at, noun], word, before, 'org');
  const office = tokens
    .slice(at + 1, noun + 1)
    .map(({ lower }) => lower)
    .join(' ');
  if (OFFICE_NOUNS.test(word)) return officeAt(paragraph, [at, noun], office, before);
  return undefined;
}

function agreementAt(
  paragraph: SpokenParagraph,
  span: readonly [number, number],
  word: string,
  before: Before,
): Described | undefined {
  const isGeneric = word === 'agreement' || word === 'deal';
  const isLoose =
    /^(?:order|resolution|act|strategy|plan|policy|statement|deal|partnership|framework|roadmap)$/.test(
      word,
    ) && !(paragraph.scene.tokens[span[1]]?.capital ?? false);
  for (const one of earlierSpoken(span[0], before)) {
    if (one.kind !== 'agreement' || one.keys.length !== 1) continue;
    const isOfHead = namesOfKey(before, one).some((name) =>
      new RegExp(`(?<!\\p{L})${word}s?(?!\\p{L})`, 'iu').test(name),
    );
    if (isOfHead)
      return described(
        paragraph,
        'agreement',
        span,
        one.keys,
        isLoose ? 0.6 : 0.8,
        `${nameOf(before, one.keys[0] ?? '')} is the last ${word} named before.`,
      );
    if (isGeneric && !isLoose) continue;
  }
  return undefined;
}

function namedByHead(
  paragraph: SpokenParagraph,
  span: readonly [number, number],
  word: string,
  before: Before,
  kind: string,
): Described | undefined {
  for (const one of earlierSpoken(span[0], before)) {
    if (one.kind !== kind || one.keys.length !== 1 || !one.named) continue;
    const isOfHead = namesOfKey(before, one).some((name) =>
      new RegExp(`(?<!\\p{L})${word}(?!\\p{L})`, 'iu').test(name),
    );
    if (isOfHead)
      return described(
        paragraph,
        kind,
        span,
        one.keys,
        0.7,
        `${nameOf(before, one.keys[0] ?? '')} is the last ${word} named before.`,
      );
  }
  return undefined;
}

/** Of several offices of that name it is the one whose holder the page speaks of most. */
function officeAt(
  paragraph: SpokenParagraph,
  span: readonly [number, number],
  words: string,
  before: Before,
): Described | undefined {
  const { facts } = before;
  const again = describedBefore(paragraph, span, before);
  if (again !== undefined)
    return described(
      paragraph,
      'office',
      span,
      again,
      0.7,
      `${nameOf(before, again[0] ?? '')} is called so before.`,
    );
  const offices = new Map<string, number>();
  for (const one of earlierSpoken(span[0], before)) {
    const [key = ''] = one.keys;
    if (one.keys.length !== 1) continue;
    if (one.kind === 'office' && isOffice(before, one, words)) {
      const holders = facts.holders.get(key) ?? [];
      offices.set(
        key,
        Math.max(
          offices.get(key) ?? 0,
          (facts.counts.get(key) ?? 0) +
            holders.reduce((sum, holder) => sum + (facts.counts.get(holder) ?? 0), 0),
        ),
      );
    }
    if (one.kind === 'person')
      for (const office of facts.officesOf.get(key) ?? [])
        if (facts.infoOf(office) !== undefined && hasHead(facts.infoOf(office)?.name ?? '', words))
          offices.set(
            office,
            Math.max(
              offices.get(office) ?? 0,
              (facts.counts.get(key) ?? 0) + (facts.counts.get(office) ?? 0),
            ),
          );
  }
  const best = [...offices].sort((a, b) => b[1] - a[1])[0];
  if (best === undefined) return undefined;
  return described(
    paragraph,
    'office',
    span,
    [best[0]],
    offices.size === 1 ? 0.8 : 0.6,
    `${nameOf(before, best[0])} is the office of this name that the text names most.`,
  );
}

/** The same words stand for the same before. */
function describedBefore(
  { scene }: SpokenParagraph,
  [first, last]: readonly [number, number],
  { page, at, here }: Before,
): readonly string[] | undefined {
  const wordsOf = (tokens: SpokenParagraph['scene']['tokens'], from: number, to: number): string =>
    tokens
      .slice(from, to + 1)
      .map(({ lower }) => lower)
      .join(' ');
  const words = wordsOf(scene.tokens, first, last);
  for (const one of here)
    if (!one.named && one.last < first && wordsOf(scene.tokens, one.first, one.last) === words)
      return one.keys;
  for (let back = at - 1; back >= Math.max(0, at - 10); back -= 1)
    for (const one of page[back]?.spoken ?? [])
      if (!one.named && wordsOf(page[back]?.scene.tokens ?? [], one.first, one.last) === words)
        return one.keys;
  return undefined;
}

function isOffice(before: Before, one: Spoken, words: string): boolean {
  return namesOfKey(before, one).some((name) => hasHead(name, words));
}

/** Whether the words are the head of an office's name, before what it is an office of. */
function hasHead(name: string, words: string): boolean {
  const head = name.split(/\s(?:of|for|to|on|in|at)\s/)[0]?.toLowerCase() ?? '';
  return head.replaceAll('-', ' ').endsWith(words.replaceAll('-', ' '));
}

/** What was spoken of before a word, the last first. */
function* earlierSpoken(at: number, { page, at: index, here }: Before): Iterable<Spoken> {
  for (const one of [...here].reverse()) if (one.first < at) yield one;
  for (let back = index - 1; back >= Math.max(0, index - 40); back -= 1)
    yield* [...(page[back]?.spoken ?? [])].reverse();
}

/** All that it is called, here and in the registry. */
function namesOfKey({ page, facts }: Before, one: Spoken): readonly string[] {
  const [key = ''] = one.keys;
  const info = facts.infoOf(key);
  if (info !== undefined) return [info.name, ...info.otherNames];
  void page;
  return [key.slice(key.indexOf(':') + 1)];
}

function nameOf({ facts }: Before, key: string): string {
  return facts.infoOf(key)?.name ?? key.slice(key.indexOf(':') + 1);
}

function namesOf(before: Before, keys: readonly string[]): string {
  return keys.map((key) => nameOf(before, key)).join(' and ');
}
