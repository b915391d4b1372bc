import { type FoundName, LIKELY, POSSIBLE, SURE } from './found.js';
import { isCommon, isNameWord, isNext, type Scene } from './scene.js';

/** How many words a name of a person has at most, particles counted. */
const LONGEST = 6;

/** The last word of the name of a person that begins at a word; `undefined` where none can begin. */
export function personEnd(
  scene: Scene,
  at: number,
  after: 'title' | 'nothing',
): number | undefined {
  const { tokens, know } = scene;
  const first = tokens[at];
  if (first === undefined) return undefined;
  // `Mr. de Wit`
  if (!first.capital)
    return after === 'title' && know.has('particles', first.lower) && isNext(scene, at + 1)
      ? personEnd(scene, at + 1, after)
      : undefined;
  if (after === 'nothing' && !isNameWord(scene, at)) return undefined;
  if (!mayBeName(scene, at, after)) return undefined;
  let last = at;
  for (let next = at + 1; next < at + LONGEST; next += 1) {
    const token = tokens[next];
    if (token === undefined || !isNext(scene, next) || tokens[next - 1]?.possessive) break;
    // `Park Jun. The Secretary`
    if (token.gap === '.' && know.has('determiners', token.lower)) break;
    // `Ban Ki-moon`
    if (
      !token.capital &&
      token.gap === '-' &&
      !token.spaced &&
      know.partsOf(token.lower) !== 'x' &&
      last === next - 1 &&
      next > at + 1
    ) {
      last = next;
      continue;
    }
    if (know.has('particles', token.lower) && !token.acronym) {
      // Particles belong to the name only with what follows them.
      let name = next + 1;
      while (know.has('particles', tokens[name]?.lower ?? '') && isNext(scene, name)) name += 1;
      if (tokens[name]?.capital && isNext(scene, name)) continue;
      break;
    }
    if (!token.capital || token.number || !mayBeName(scene, next, 'title')) break;
    if (know.headOf(token.lower)?.has('office') && tokens[next - 1]?.gap !== '.') break;
    last = next;
  }
  return withSuffix(scene, at, last);
}

/** `Joseph Biden, Jr.`, `Abdullah II` */
function withSuffix({ tokens }: Scene, first: number, last: number): number {
  const next = tokens[last + 1];
  if (next === undefined) return last;
  if (/^,?$/.test(next.gap) && last > first && /^(?:Jr|Sr)$/.test(next.text)) return last + 1;
  return next.gap === '' && /^(?:I{2,3}|IV|VI{0,3}|XI{0,3}V?)$/.test(next.text) ? last + 1 : last;
}

/** Days of the week are no names of people. */
const CALENDAR = /^(?:mon|tues|wednes|thurs|fri|satur|sun)day$/;

function mayBeName(scene: Scene, at: number, after: 'title' | 'nothing'): boolean {
  const token = scene.tokens[at];
  if (token === undefined || token.number || CALENDAR.test(token.lower) || /\d/.test(token.text))
    return false;
  const isInitial = token.text.length === 1 || /^(?:\p{Lu}\.)+$/u.test(token.text);
  if (token.acronym && !isInitial) return false;
  if (scene.know.demonymAt(scene.tokens, at) !== undefined && after === 'nothing') return false;
  const { know } = scene;
  if (know.has('prepositions', token.lower) || know.has('conjunctions', token.lower)) return false;
  if (after === 'title') return true;
  return !scene.know.has('notAlone', token.lower);
}

/** `Micron Technology, Inc.` */
function businessAt(scene: Scene, at: number, last: number): FoundName | undefined {
  const { tokens, know } = scene;
  const [first, end, next] = [tokens[at], tokens[last], tokens[last + 1]];
  if (first === undefined || end === undefined) return undefined;
  const isLimited =
    next !== undefined &&
    /^,?$/.test(next.gap) &&
    know.has('companyForms', next.lower) &&
    next.capital;
  if (!isLimited && !(know.has('business', end.lower) && !isCommon(scene, first))) return undefined;
  const final = isLimited ? last + 1 : last;
  return {
    kind: 'org',
    first: at,
    last: final,
    start: first.start,
    end: tokens[final]?.end ?? end.end,
    confidence: LIKELY + 0.1,
    reason: `“${tokens[final]?.text}” is a word for companies.`,
  };
}

/** A run of capitals that nothing explains: whether it is a person. */
export function unknownPerson(scene: Scene, at: number): FoundName | undefined {
  const { tokens, know, paragraph } = scene;
  const last = personEnd(scene, at, 'nothing');
  if (last === undefined || last === at) return undefined;
  const words = tokens.slice(at, last + 1);
  // `C-130J Super Hercules`
  if (/\d/.test(tokens[at - 1]?.text ?? '') && isNext(scene, at)) return undefined;
  // `KwaZulu-Natal` is one word.
  if (words.slice(1).every(({ gap, spaced }) => gap === '-' && !spaced)) return undefined;
  const first = words[0];
  if (first === undefined) return undefined;
  const business = businessAt(scene, at, last);
  if (business !== undefined) return business;
  const isGiven = know.has('firstNames', first.lower);
  const unknown = words.filter(
    (word) => !isCommon(scene, word) && !know.has('particles', word.lower),
  );
  if (!isGiven && unknown.length * 2 < words.length) return undefined;
  if (
    !isGiven &&
    words.some((word) => word.capital && isCommon(scene, word) && know.headOf(word.lower))
  )
    return undefined;
  if (unknown.length === 0 && !(isGiven && words.length === 2)) return undefined;
  const isSaying = saysSomething(scene, last + 1);
  const isInitial = words.some(({ text }) => text.length === 1) || first.text.endsWith('.');
  const [confidence, reason] = isGiven
    ? [SURE, `“${first.text}” is a first name.`]
    : isSaying
      ? [SURE, 'Somebody with this name says or does something.']
      : isInitial
        ? [SURE, 'An initial comes before a name.']
        : [
            (paragraph.titled && unknown.length < words.length) ||
            /[“"‘«]/.test(first.gap) ||
            isThing(scene, last)
              ? POSSIBLE
              : LIKELY,
            'Two unusual words are written as a name.',
          ];
  return {
    kind: 'person',
    first: at,
    last,
    start: first.start,
    end: tokens[last]?.end ?? first.end,
    confidence,
    reason,
  };
}

/** `Harrogate Line`: a common noun ends the name of a thing rather than of a person. */
function isThing({ tokens, know }: Scene, last: number): boolean {
  const parts = know.partsOf(tokens[last]?.lower ?? '');
  return (
    parts !== undefined && /^n/.test(parts) && !know.has('firstNames', tokens[last]?.lower ?? '')
  );
}

function saysSomething(scene: Scene, at: number): boolean {
  const token = scene.tokens[at];
  if (token === undefined || token.capital || scene.paragraph.begins[at]) return false;
  return (
    (token.gap === '' || token.gap === ',') &&
    (scene.know.has('saying', token.lower) || token.lower === 'who')
  );
}
