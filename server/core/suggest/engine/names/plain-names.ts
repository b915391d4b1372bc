import { type FoundName, LIKELY, NO_NAMES, POSSIBLE, SURE } from './found.js';
import { knownAt } from './known-names.js';
import { foundName } from './make-name.js';
import { numberedEvent, withResolution } from './numbered-names.js';
import { unknownPerson } from './people.js';
import { isCommon, isNameWord, isNext, isSmallWord, runEnd, type Scene } from './scene.js';

/** A name that nothing around it explains. */
export function plainName(scene: Scene, at: number): readonly FoundName[] | undefined {
  const { tokens, know } = scene;
  const token = tokens[at];
  if (token === undefined || token.number) return undefined;
  const known = knownAt(scene, at);
  if (known !== undefined) return [...withResolution(scene, known), ...insideKnown(scene, known)];
  const demonym = know.demonymAt(tokens, at);
  if (demonym !== undefined) return undefined;
  if (!isNameWord(scene, at)) {
    const acting = tokens[at + 1]?.acronym ? actingRun(scene, at) : undefined;
    return acting && [acting];
  }
  const directed = directedPlace(scene, at);
  if (directed !== undefined) return [directed];
  const person = unknownPerson(scene, at);
  if (person !== undefined) return [inPlaceContext(scene, listed(scene, person))];
  const firm = firmAt(scene, at);
  if (firm !== undefined) return [firm];
  const numbered = numberedEvent(scene, at);
  if (numbered !== undefined) return [numbered];
  const acting = actingRun(scene, at);
  if (acting !== undefined) return [acting];
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
  return NO_NAMES;
}

/** `Mitsui & Co.` */
function firmAt(scene: Scene, at: number): FoundName | undefined {
  const { tokens, know } = scene;
  const last = runEnd(scene, at) + 1;
  const tail = tokens[last];
  const isTail = tail?.gap === '&' && tail.capital && know.has('companyTails', tail.lower);
  return isTail
    ? foundName(scene, 'org', at, last, SURE, `“${tail.text}” is a word for companies.`)
    : undefined;
}

/** `Envision AESC will invest`: words with an acronym among them that act. */
function actingRun(scene: Scene, at: number): FoundName | undefined {
  const { tokens, paragraph } = scene;
  const last = runEnd(scene, at);
  if (
    paragraph.titled ||
    !tokens[at]?.capital ||
    last === at ||
    last > at + 3 ||
    !actsBehind(scene, last)
  )
    return undefined;
  const isSmall = tokens[at] !== undefined && isSmallWord(scene, tokens[at]);
  if (isSmall || (tokens[at - 1]?.capital && isNext(scene, at))) return undefined;
  const words = tokens.slice(at, last + 1);
  const hasAcronym = words.some(({ acronym, text }) => acronym && text.length > 2);
  return hasAcronym && words.every(({ text }) => /^[\p{L}&.'’-]+$/u.test(text))
    ? foundName(scene, 'org', at, last, LIKELY, 'Something with this name acts.')
    : undefined;
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
    return foundName(
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
  const last = runEnd(scene, at + 1);
  // `Northern Powergrid said`
  if (know.has('saying', tokens[last + 1]?.lower ?? ''))
    return foundName(scene, 'org', at, last, LIKELY, 'Somebody with this name says something.');
  return foundName(
    scene,
    'place',
    at,
    last,
    LIKELY,
    `“${tokens[at]?.text}” comes before the name of a place.`,
  );
}

/** In a list of companies or the like a name is one of them. */
function listed(scene: Scene, person: FoundName): FoundName {
  return isListed(scene, person.first) &&
    !scene.know.has('firstNames', scene.tokens[person.first]?.lower ?? '')
    ? { ...person, kind: 'org', reason: 'It is in a list of organizations.' }
    : person;
}

/** How far before a name, in characters, the word for what is listed may stand. */
const LIST_REACH = 160;

function isListed({ tokens, know }: Scene, first: number): boolean {
  const from = (tokens[first]?.start ?? 0) - LIST_REACH;
  for (let at = first - 1; at >= 0; at -= 1) {
    const token = tokens[at];
    const gap = tokens[at + 1]?.gap ?? '';
    if (token === undefined || token.start < from) return false;
    if (gap !== '' && /[.;]/.test(gap)) return false;
    if (know.has('listedBodies', token.lower)) return true;
    if (token.text.includes('.')) return false;
  }
  return false;
}

function inPlaceContext(scene: Scene, found: FoundName): FoundName {
  if (found.kind !== 'person' || found.confidence >= SURE) return found;
  const before = scene.tokens[found.first - 1];
  const next = scene.tokens[found.last + 1];
  const isIn =
    before !== undefined &&
    scene.know.has('placedBy', before.lower) &&
    scene.tokens[found.first]?.gap === '';
  const isOfCountry =
    next?.gap === ',' && scene.know.knownAt(scene.tokens, found.last + 1)?.iso !== undefined;
  return isIn || isOfCountry
    ? { ...found, kind: 'place', reason: 'Something is there or happens there.' }
    : found;
}

function acronymOrSingle(scene: Scene, at: number): FoundName | undefined {
  const { tokens, know, paragraph } = scene;
  const token = tokens[at];
  if (token === undefined || paragraph.titled) return undefined;
  const before = tokens[at - 1]?.lower ?? '';
  const isRun = isNext(scene, at) && tokens[at - 1]?.capital && !tokens[at - 1]?.possessive;
  if (isRun && !know.has('determiners', before)) return undefined;
  if (token.acronym) {
    if (
      know.has('notNames', token.text) ||
      !/^[\p{Lu}\d&-]{2,8}$/u.test(token.text.replaceAll('.', '').replace(/s$/, ''))
    )
      return undefined;
    if (/^[IVXLC]+$|s$/.test(token.text) || /\d/.test(token.text[0] ?? '')) return undefined;
    // `CASA-1000`, `US$`
    if (/^(?:[-–]\d|[$€£¥])/.test(paragraph.text.slice(token.end, token.end + 2))) return undefined;
    const acts = actsBehind(scene, at);
    const isSure = acts || token.possessive || before === 'the';
    return foundName(
      scene,
      'org',
      at,
      at,
      isSure || isListed(scene, at) ? LIKELY : POSSIBLE,
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
  if (/^\p{Lu}\p{Ll}{3,}bank$/u.test(token.text) && !paragraph.begins[at + 1])
    return foundName(scene, 'org', at, at, LIKELY, 'The names of banks end so.');
  if (runEnd(scene, at) > at) return undefined;
  const isOne = isListed(scene, at) && !know.has('firstNames', token.lower);
  const one = foundName(scene, 'person', at, at, POSSIBLE, 'An unusual word is written as a name.');
  if (isOne)
    return {
      ...one,
      kind: 'org',
      reason: 'It is in a list of organizations.',
      confidence: LIKELY,
    };
  if (before === 'of' && know.has('settlements', tokens[at - 2]?.lower ?? ''))
    return {
      ...one,
      kind: 'place',
      confidence: SURE,
      reason: `A ${tokens[at - 2]?.lower} is called so.`,
    };
  if (token.gap === '' && /^(?:in|at|near)$/.test(before))
    return {
      ...one,
      kind: 'place',
      confidence: LIKELY,
      reason: 'Something is there or happens there.',
    };
  if (isListedPlace(scene, at))
    return { ...one, kind: 'place', confidence: LIKELY, reason: 'It is in a list of places.' };
  const next = tokens[at + 1];
  if (next?.gap === ',' && know.knownAt(tokens, at + 1)?.iso !== undefined)
    return { ...one, kind: 'place', confidence: LIKELY, reason: 'A country comes after it.' };
  if (actsBehind(scene, at) && know.has('saying', next?.lower ?? ''))
    return { ...one, confidence: LIKELY, reason: 'Somebody with this name says something.' };
  return one;
}

/** `in Headingley, Roundhay and Seacroft`: names of one word that are listed where something is. */
function isListedPlace({ tokens, know }: Scene, at: number): boolean {
  let last = at;
  for (let steps = 0; steps < 6; steps += 1) {
    const isAnd = know.has('and', tokens[last - 1]?.lower ?? '') && tokens[last]?.gap === '';
    if (!isAnd && tokens[last]?.gap !== ',') return false;
    const before = last - (isAnd ? 2 : 1);
    const token = tokens[before];
    if (token === undefined || !token.capital) return false;
    if (token.gap === '' && /^(?:in|at|near)$/.test(tokens[before - 1]?.lower ?? '')) return true;
    last = before;
  }
  return false;
}

function actsBehind(scene: Scene, at: number): boolean {
  const next = scene.tokens[at + 1];
  if (next === undefined || next.gap !== '' || next.capital || scene.paragraph.begins[at + 1])
    return false;
  if (scene.know.has('acting', next.lower)) return next.lower !== 'and';
  return (
    scene.know.has('saying', next.lower) || /^[dsv]/.test(scene.know.partsOf(next.lower) ?? '')
  );
}
