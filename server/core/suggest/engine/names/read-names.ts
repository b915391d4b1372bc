import type { NameKind } from '../reading/knowledge.js';
import { type FoundName, LIKELY, POSSIBLE, SURE } from './found.js';
import { personEnd, unknownPerson } from './people.js';
import { isCommon, isNameWord, isNext, isSmallWord, runEnd, type Scene } from './scene.js';
import { nestedIn, type Structure, structureAt } from './structure.js';

/**
 * The names in a paragraph as far as it tells them by itself: by what is known, by titles and offices, by nouns
 * that say what a name is of, as acronyms. In reading order, the outer before the inner.
 */
export function readNames(scene: Scene): readonly FoundName[] {
  const found: FoundName[] = [];
  for (let at = 0; at < scene.tokens.length; ) {
    const names = namesAt(scene, at);
    for (const name of names) found.push(name);
    at = Math.max(at + 1, ...names.map(({ last }) => last + 1));
  }
  return found;
}

function namesAt(scene: Scene, at: number): readonly FoundName[] {
  const token = scene.tokens[at];
  if (token === undefined) return NONE;
  if (!token.capital && !token.number) {
    const known = knownAt(scene, at);
    return known === undefined ? numberedInstrument(scene, at) : [known];
  }
  return (
    titledPerson(scene, at) ??
    rankedPerson(scene, at) ??
    ledByPlace(scene, at) ??
    structured(scene, at) ??
    plainName(scene, at) ??
    NONE
  );
}

const NONE: readonly FoundName[] = [];

const TWO_WORDS = /^(?:prime minister|vice president|vice premier|vice chancellor|deputy premier)$/;
const CROWNED = /^(?:king|queen|pope|prince|princess|emir|sultan|emperor)$/;

/** `President Biden`, `Prime Minister Modi`; before a full name the rank is no part: `Deputy` Mary McDonald. */
function rankedPerson(scene: Scene, at: number): readonly FoundName[] | undefined {
  const { tokens, know } = scene;
  const [rank, second] = [tokens[at], tokens[at + 1]];
  if (rank === undefined || second === undefined || !know.has('ranks', rank.lower))
    return undefined;
  const isTwo = TWO_WORDS.test(`${rank.lower} ${second.lower}`) && isNext(scene, at + 1);
  const from = at + (isTwo ? 2 : 1);
  const next = tokens[from];
  if (
    next === undefined ||
    !isNext(scene, from) ||
    next.gap === '-' ||
    !next.capital ||
    rank.possessive
  )
    return undefined;
  if (
    know.headOf(next.lower) !== undefined ||
    know.has('officeModifiers', next.lower) ||
    know.demonymAt(tokens, from) !== undefined
  )
    return undefined;
  if (know.knownAt(tokens, from) !== undefined && !know.has('firstNames', next.lower))
    return undefined;
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
  const isPart = capitals === 1 || CROWNED.test(rank.lower);
  return [
    name(
      scene,
      'person',
      isPart ? at : from,
      last,
      SURE + 0.1,
      `“${tokens[from - 1]?.text}” comes before a name.`,
    ),
  ];
}

/** `Mr. Lavrov`; of a full name the title is no part: `Shri` Piyush Goyal. */
function titledPerson(scene: Scene, at: number): readonly FoundName[] | undefined {
  const { tokens, know } = scene;
  const token = tokens[at];
  if (token === undefined || !know.has('honorifics', token.lower.replace(/\.$/, '')))
    return undefined;
  if (token.text.length < 2) return undefined;
  let from = at + 1;
  while (
    know.has('honorifics', (tokens[from]?.lower ?? '').replace(/\.$/, '')) &&
    tokens[from]?.capital
  )
    from += 1;
  const next = tokens[from];
  if (
    next === undefined ||
    !next.capital ||
    !/^\.?$/.test(next.gap) ||
    scene.paragraph.begins[from]
  )
    return undefined;
  if (know.headOf(next.lower)?.has('office')) return undefined;
  const last = personEnd(scene, from, 'title');
  if (last === undefined) return undefined;
  const isFull = tokens.slice(from, last + 1).filter(({ capital }) => capital).length > 1;
  const first = isFull ? from : from - 1;
  return [name(scene, 'person', first, last, SURE + 0.1, `“${token.text}” comes before a person.`)];
}

const GOVERNMENTS = /^(?:government|administration|parliament|government-in-exile)$/;

/** `Syrian government`, `India's Defence Minister`, `Turkey's U.N. ambassador`. */
function ledByPlace(scene: Scene, at: number): readonly FoundName[] | undefined {
  const { tokens, know } = scene;
  const place = know.knownAt(tokens, at);
  const demonym = know.demonymAt(tokens, at);
  const isPlace = place?.kind === 'place';
  if (!isPlace && demonym === undefined) return undefined;
  const count = Math.max(isPlace ? (place?.words.length ?? 0) : 0, demonym?.count ?? 0);
  const after = at + count;
  const next = tokens[after];
  if (next === undefined || next.gap !== '' || scene.paragraph.begins[after]) return undefined;
  const owner = tokens[after - 1];
  if (!owner?.possessive && GOVERNMENTS.test(next.lower) && !tokens[after]?.possessive)
    return withNested(
      scene,
      name(scene, 'org', at, after, SURE, 'A government is called by its country.'),
    );
  if (!owner?.possessive && GOVERNMENTS.test(next.lower))
    return withNested(
      scene,
      name(scene, 'org', at, after, SURE, 'A government is called by its country.'),
    );
  const war = tokens[after + (next.lower === 'civil' ? 1 : 0)];
  if (!owner?.possessive && war?.lower === 'war' && war.gap === '')
    return withNested(
      scene,
      name(
        scene,
        'event',
        at,
        after + (next.lower === 'civil' ? 1 : 0),
        LIKELY,
        'A war is called by its country.',
      ),
    );
  const head = officeHead(scene, after);
  if (head === undefined) return undefined;
  if (!owner?.possessive && tokens[head]?.capital) return undefined;
  // `the Norwegian minister` describes somebody.
  if (head === after && !owner?.possessive && personBehind(scene, head).length === 0)
    return undefined;
  const office = name(scene, 'office', at, head, SURE, 'An office is called by its country.');
  return [...withNested(scene, office), ...personBehind(scene, head)];
}

/** The head of an office, over its modifiers: `foreign minister`, `U.N. ambassador`. */
function officeHead(scene: Scene, from: number): number | undefined {
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
      know.headOf(token.lower)?.has('office') === true &&
      !/^(?:head|leader|general|state|judge|marshal|chair)$/.test(token.lower);
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
function personBehind(scene: Scene, office: number): readonly FoundName[] {
  const { tokens } = scene;
  let at = office + 1;
  while (
    scene.know.has('honorifics', (tokens[at]?.lower ?? '').replace(/\.$/, '')) &&
    tokens[at + 1]?.capital
  )
    at += 1;
  if (!isNext(scene, at) || tokens[office]?.possessive || !tokens[at]?.capital) return NONE;
  const known = scene.know.knownAt(tokens, at);
  if (known !== undefined && known.kind !== 'place') return NONE;
  const last = personEnd(scene, at, 'title');
  if (last === undefined) return NONE;
  return [name(scene, 'person', at, last, SURE + 0.1, 'An office comes before the name.')];
}

function structured(scene: Scene, at: number): readonly FoundName[] | undefined {
  const known = knownAt(scene, at);
  const structure = structureAt(scene, at);
  if (structure === undefined || (known !== undefined && known.last >= structure.last))
    return undefined;
  if (structure.kind === 'office') return officeAndHolder(scene, structure);
  const kind =
    structure.kind === 'place' && !isPlaceName(scene, structure) ? undefined : structure.kind;
  if (kind === undefined) return undefined;
  return withNested(scene, ofStructure(scene, structure), structure);
}

/** A noun for places makes one with a name, or in a country's own: `Republic of Korea`, `Aral Sea`. */
function isPlaceName(scene: Scene, { first, head, last }: Structure): boolean {
  if (last > head) return true;
  for (let at = first; at < head; at += 1) {
    const token = scene.tokens[at];
    if (token !== undefined && !isCommon(scene, token)) return true;
  }
  return false;
}

function ofStructure(
  scene: Scene,
  { kind, first, last, end, confidence, reason }: Structure,
): FoundName {
  return { ...name(scene, kind, first, last, confidence, reason), end };
}

/** `Federal Councillor` Guy Parmelin; a rank belongs to a surname alone: `Minister Goyal`. */
function officeAndHolder(scene: Scene, structure: Structure): readonly FoundName[] {
  const { tokens, know } = scene;
  const { first, head, last } = structure;
  const holder = personBehind(scene, last);
  const person = holder[0];
  const isRank =
    last === head &&
    (first === head || /^(?:prime|vice|deputy)$/.test(tokens[first]?.lower ?? '')) &&
    head - first <= 1 &&
    know.has('ranks', tokens[first]?.lower ?? '');
  if (person !== undefined && isRank) {
    const capitals = tokens
      .slice(person.first, person.last + 1)
      .filter(({ capital }) => capital).length;
    if (
      capitals === 1 ||
      /^(?:king|queen|pope|prince|princess|emir|sultan|emperor)$/.test(tokens[first]?.lower ?? '')
    )
      return [
        {
          ...name(
            scene,
            'person',
            first,
            person.last,
            SURE + 0.1,
            `“${tokens[head]?.text}” comes before a name.`,
          ),
        },
      ];
  }
  const office = ofStructure(
    scene,
    person === undefined ? structure : { ...structure, confidence: SURE },
  );
  return [...withNested(scene, office, structure), ...holder];
}

/** What stands in a name and names another thing. */
function withNested(scene: Scene, outer: FoundName, structure?: Structure): readonly FoundName[] {
  const parts: Structure = structure ?? {
    kind: outer.kind,
    first: outer.first,
    head: outer.last,
    last: outer.last,
    end: outer.end,
    confidence: 0,
    reason: '',
    parts: [outer.first, outer.first + 1, outer.first + 2],
  };
  const inner = nestedIn(parts, (at, isPart) => {
    const known = knownAt(scene, at);
    if (at === outer.first)
      return known !== undefined && namesAnother(known, outer) ? [known] : NONE;
    if (isPart)
      return structure === undefined
        ? namesAt(scene, at).filter(({ kind }) => kind !== outer.kind)
        : namesAt(scene, at);
    const isBeside = known?.kind === 'org' && scene.tokens[at]?.gap === '-';
    return known !== undefined && (known.kind === 'place' || isBeside) ? [known] : NONE;
  });
  return [outer, ...inner.filter(({ start, end }) => start >= outer.start && end <= outer.end)];
}

/** `UN` in `UN General Assembly` and `Volvo` in `Volvo Group` are no mentions of their own. */
function namesAnother({ first, last, kind }: FoundName, outer: FoundName): boolean {
  return kind === 'place' || (kind === 'org' && (first < last || outer.kind !== 'org'));
}

function knownAt(scene: Scene, at: number): FoundName | undefined {
  const { tokens, know } = scene;
  const known = know.knownAt(tokens, at);
  if (known === undefined) return undefined;
  const last = at + known.words.length - 1;
  if (scene.paragraph.begins.slice(at + 1, last + 1).includes(true)) return undefined;
  const token = tokens[at];
  if (token !== undefined && isPartOfLonger(scene, at, last, known.kind, known.weak === true))
    return undefined;
  const found = name(
    scene,
    known.kind,
    at,
    last,
    known.weak ? weakPlace(scene, at, last) : SURE + 0.15,
    `“${known.full}” is known as ${known.iso ? 'a country' : ARTICLES[known.kind]}.`,
  );
  return { ...found, full: known.full, ...(known.iso === undefined ? {} : { iso: known.iso }) };
}

const ARTICLES: Readonly<Record<NameKind, string>> = {
  person: 'a person',
  office: 'an office',
  org: 'an organization',
  place: 'a place',
  agreement: 'an agreement',
  event: 'an event',
};

/** `Jordan Peterson`, `Vladimir Putin`, `Chad Smith`: a place's name that belongs to a person. */
function isPartOfLonger(
  scene: Scene,
  first: number,
  last: number,
  kind: NameKind,
  weak: boolean,
): boolean {
  const { tokens, know } = scene;
  if (kind !== 'place') return false;
  const next = tokens[last + 1];
  const previous = tokens[first - 1];
  const isUnknown = (at: number): boolean => {
    const token = tokens[at];
    return (
      token?.capital === true &&
      !token.acronym &&
      !/^(?:mon|tues|wednes|thurs|fri|satur|sun)day$/.test(token.lower) &&
      !isCommon(scene, token) &&
      !isSmallWord(scene, token) &&
      know.knownAt(tokens, at) === undefined &&
      know.demonymAt(tokens, at) === undefined
    );
  };
  if (
    previous?.capital &&
    know.has('firstNames', previous.lower) &&
    isNext(scene, first) &&
    tokens[first]?.gap === ''
  )
    return true;
  if (!weak && !know.has('firstNames', tokens[first]?.lower ?? '')) return false;
  return (
    next !== undefined &&
    isNext(scene, last + 1) &&
    next.gap === '' &&
    !tokens[last]?.possessive &&
    isUnknown(last + 1)
  );
}

/** Of a city that is not widely known: what stands around it says whether it is meant. */
function weakPlace(scene: Scene, first: number, last: number): number {
  const before = scene.tokens[first - 1]?.lower ?? '';
  const next = scene.tokens[last + 1];
  if (/^(?:in|at|near|from|to|outside|around|toward|towards|through|of)$/.test(before))
    return LIKELY + 0.1;
  if (next?.gap === ',' && scene.know.knownAt(scene.tokens, last + 1)?.kind === 'place')
    return LIKELY + 0.1;
  return first === last ? POSSIBLE : LIKELY;
}

/** `resolution 1739 (2007)` with a small letter; `Security Council resolution 2231`. */
function numberedInstrument(scene: Scene, at: number): readonly FoundName[] {
  const { tokens, paragraph } = scene;
  const word = tokens[at];
  const number = tokens[at + 1];
  if (word === undefined || number === undefined || !number.number || number.gap !== '')
    return NONE;
  if (
    !/^(?:resolution|directive|regulation|decree|protocol|decision)$/.test(word.lower) ||
    paragraph.begins[at + 1]
  )
    return NONE;
  if (!/^\d{2,}/.test(number.text) && !/^[/]/.test(paragraph.text.slice(number.end))) return NONE;
  const tail =
    /^(?:[/-][\p{L}\p{N}]+)*(?:\s?\((?:19|20)\d\d\))?/u.exec(
      paragraph.text.slice(number.end),
    )?.[0] ?? '';
  const end = number.end + tail.length;
  let last = at + 1;
  while ((tokens[last + 1]?.end ?? Number.POSITIVE_INFINITY) <= end) last += 1;
  return [
    {
      ...name(scene, 'agreement', at, last, SURE, `A ${word.lower} is called by its number.`),
      end,
    },
  ];
}

/** A name that nothing around it explains. */
function plainName(scene: Scene, at: number): readonly FoundName[] | undefined {
  const { tokens, know } = scene;
  const token = tokens[at];
  if (token === undefined || token.number) return undefined;
  const known = knownAt(scene, at);
  if (known !== undefined) return [...withResolution(scene, known), ...insideKnown(scene, known)];
  const demonym = know.demonymAt(tokens, at);
  if (demonym !== undefined) return undefined;
  if (!isNameWord(scene, at)) return undefined;
  const directed = directedPlace(scene, at);
  if (directed !== undefined) return [directed];
  const person = unknownPerson(scene, at);
  if (person !== undefined) return [inPlaceContext(scene, listed(scene, person))];
  const numbered = numberedEvent(scene, at);
  if (numbered !== undefined) return [numbered];
  const single = acronymOrSingle(scene, at);
  return single && [single];
}

/** `Charter of the` United Nations: what a known name has behind a small word is another thing. */
function insideKnown(scene: Scene, known: FoundName): readonly FoundName[] {
  for (let at = known.first + 2; at <= known.last; at += 1) {
    const before = scene.tokens[at - 1];
    if (before?.capital) continue;
    const inner = knownAt(scene, at);
    if (inner !== undefined && inner.last === known.last && inner.kind !== known.kind)
      return [inner];
  }
  return NONE;
}

/** `Security Council` resolution 1739 (2007) is one name, and the Council another. */
function withResolution(scene: Scene, known: FoundName): readonly FoundName[] {
  const [resolution] = numberedInstrument(scene, known.last + 1);
  if (resolution === undefined || known.kind !== 'org' || !isNext(scene, known.last + 1))
    return [known];
  return [{ ...resolution, first: known.first, start: known.start }, known];
}

/** `Greater London`, `Lake Chad`, `Cape Verde`: a direction or the like before a name. */
function directedPlace(scene: Scene, at: number): FoundName | undefined {
  const { tokens, know } = scene;
  if (
    !know.has('placeBefore', tokens[at]?.lower ?? '') ||
    !isNext(scene, at + 1) ||
    tokens[at + 1]?.gap !== ''
  )
    return undefined;
  const known = know.knownAt(tokens, at + 1);
  if (known?.kind === 'place') {
    return name(
      scene,
      'place',
      at,
      at + known.words.length,
      SURE,
      `“${known.full}” is known as a place.`,
    );
  }
  const next = tokens[at + 1];
  if (next === undefined || !next.capital || isCommon(scene, next)) return undefined;
  return name(
    scene,
    'place',
    at,
    runEnd(scene, at + 1),
    LIKELY,
    `“${tokens[at]?.text}” comes before the name of a place.`,
  );
}

/** In a list of companies or the like a name is one of them. */
function listed(scene: Scene, person: FoundName): FoundName {
  const lead = scene.paragraph.text.slice(Math.max(0, person.start - 160), person.start);
  const isList =
    /\b(?:companies|firms|corporations|banks|organi[sz]ations|agencies|institutions|manufacturers|businesses|startups|universities)\b[^.;]*$/i.test(
      lead,
    );
  return isList && !scene.know.has('firstNames', scene.tokens[person.first]?.lower ?? '')
    ? { ...person, kind: 'org', reason: 'It is in a list of organizations.' }
    : person;
}

function inPlaceContext(scene: Scene, found: FoundName): FoundName {
  if (found.kind !== 'person' || found.confidence >= SURE) return found;
  const before = scene.tokens[found.first - 1];
  const next = scene.tokens[found.last + 1];
  const isIn =
    before !== undefined &&
    /^(?:in|at|near|outside|around)$/.test(before.lower) &&
    scene.tokens[found.first]?.gap === '';
  const isOfCountry =
    next?.gap === ',' && scene.know.knownAt(scene.tokens, found.last + 1)?.iso !== undefined;
  return isIn || isOfCountry
    ? { ...found, kind: 'place', reason: 'Something is there or happens there.' }
    : found;
}

/** `COP26`, `COP 26`. */
function numberedEvent(scene: Scene, at: number): FoundName | undefined {
  const { tokens } = scene;
  const token = tokens[at];
  if (token === undefined) return undefined;
  if (/^(?:COP|CMP|CMA|MC|CP|G20)\d{1,2}$/.test(token.text) && !/^G20/.test(token.text))
    return name(
      scene,
      'event',
      at,
      at,
      SURE,
      'Conferences of parties are called by their numbers.',
    );
  const next = tokens[at + 1];
  if (
    !/^(?:COP|CMP|CMA|MC)$/.test(token.text) ||
    next === undefined ||
    !/^\d{1,2}$/.test(next.text)
  )
    return undefined;
  if (next.gap !== '' && next.gap !== '-') return undefined;
  return name(
    scene,
    'event',
    at,
    at + 1,
    SURE,
    'Conferences of parties are called by their numbers.',
  );
}

function acronymOrSingle(scene: Scene, at: number): FoundName | undefined {
  const { tokens, know, paragraph } = scene;
  const token = tokens[at];
  if (token === undefined || paragraph.titled) return undefined;
  if (isNext(scene, at) && tokens[at - 1]?.capital && !tokens[at - 1]?.possessive) return undefined;
  const before = tokens[at - 1]?.lower ?? '';
  if (token.acronym) {
    if (
      know.has('notNames', token.text) ||
      !/^[\p{Lu}\d&-]{2,8}$/u.test(token.text.replaceAll('.', '').replace(/s$/, ''))
    )
      return undefined;
    if (/^[IVXLC]+$|s$/.test(token.text) || /\d/.test(token.text[0] ?? '')) return undefined;
    const acts = actsBehind(scene, at);
    const isSure = acts || token.possessive || before === 'the';
    const isListed = listed(scene, name(scene, 'person', at, at, POSSIBLE, '')).kind === 'org';
    return name(
      scene,
      'org',
      at,
      at,
      isSure || isListed ? LIKELY : POSSIBLE,
      acts ? 'An acronym does something.' : 'Acronyms are mostly organizations.',
    );
  }
  if (
    isCommon(scene, token) ||
    token.text.length < 3 ||
    /\d/.test(token.text) ||
    know.has('notAlone', token.lower)
  )
    return undefined;
  if (runEnd(scene, at) > at) return undefined;
  const one = name(scene, 'person', at, at, POSSIBLE, 'An unusual word is written as a name.');
  if (listed(scene, one).kind === 'org') return { ...listed(scene, one), confidence: LIKELY };
  if (
    before === 'of' &&
    /^(?:city|town|village|port|province|district|region|state|capital|island|county)$/.test(
      tokens[at - 2]?.lower ?? '',
    )
  )
    return {
      ...one,
      kind: 'place',
      confidence: SURE,
      reason: `A ${tokens[at - 2]?.lower} is called so.`,
    };
  if (/^(?:in|at|near)$/.test(before) && token.gap === '')
    return {
      ...one,
      kind: 'place',
      confidence: LIKELY,
      reason: 'Something is there or happens there.',
    };
  const next = tokens[at + 1];
  if (next?.gap === ',' && know.knownAt(tokens, at + 1)?.iso !== undefined)
    return { ...one, kind: 'place', confidence: LIKELY, reason: 'A country comes after it.' };
  if (actsBehind(scene, at) && know.has('saying', next?.lower ?? ''))
    return { ...one, confidence: LIKELY, reason: 'Somebody with this name says something.' };
  return one;
}

function actsBehind(scene: Scene, at: number): boolean {
  const next = scene.tokens[at + 1];
  if (next === undefined || next.gap !== '' || next.capital || scene.paragraph.begins[at + 1])
    return false;
  if (
    /^(?:will|has|have|had|is|was|are|were|would|can|may|should|shall|must|also|and)$/.test(
      next.lower,
    )
  )
    return next.lower !== 'and';
  return (
    scene.know.has('saying', next.lower) || /^[dsv]/.test(scene.know.partsOf(next.lower) ?? '')
  );
}

export function name(
  scene: Scene,
  kind: NameKind,
  first: number,
  last: number,
  confidence: number,
  reason: string,
): FoundName {
  return {
    kind,
    first,
    last,
    start: scene.tokens[first]?.start ?? 0,
    end: scene.tokens[last]?.end ?? 0,
    confidence:
      scene.paragraph.titled && confidence < SURE + 0.1
        ? Math.min(confidence, POSSIBLE)
        : confidence,
    reason,
  };
}
