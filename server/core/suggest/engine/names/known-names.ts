import type { NameKind } from '../reading/knowledge.js';
import { ARTICLES, type FoundName, LIKELY, POSSIBLE, SURE } from './found.js';
import { foundName } from './make-name.js';
import { isCommon, isMoney, isNext, isSmallWord, type Scene } from './scene.js';

export function knownAt(scene: Scene, at: number): FoundName | undefined {
  const { tokens, know } = scene;
  const known = know.knownAt(tokens, at);
  if (known === undefined) return undefined;
  const last = at + known.words.length - 1;
  if (scene.paragraph.begins.slice(at + 1, last + 1).includes(true)) return undefined;
  if (/^[$€£¥]/.test(scene.paragraph.text.slice(tokens[last]?.end, (tokens[last]?.end ?? 0) + 1)))
    return undefined;
  if (known.kind === 'place' && isMoney(scene, last + 1)) return undefined;
  const token = tokens[at];
  if (token !== undefined && isPartOfLonger(scene, at, last, known.kind, known.weak === true))
    return undefined;
  const found = foundName(
    scene,
    known.kind,
    at,
    last,
    known.weak ? weakPlace(scene, at, last) : SURE + 0.15,
    `“${known.full}” is known as ${known.iso ? 'a country' : ARTICLES[known.kind]}.`,
  );
  return { ...found, full: known.full, ...(known.iso === undefined ? {} : { iso: known.iso }) };
}

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
  if (scene.know.has('towards', before)) return LIKELY + 0.1;
  if (next?.gap === ',' && scene.know.knownAt(scene.tokens, last + 1)?.kind === 'place')
    return LIKELY + 0.1;
  return first === last ? POSSIBLE : LIKELY;
}
