import { type SpokenParagraph, spokenAt } from '../discourse/model.js';
import type { Scene } from '../names/scene.js';
import { isListNumber } from './act-start.js';

/** `hopes to bring A and to widen B`: the small word of the marker stands again. */
function repeatsTo({ tokens }: Scene, and: number, form: 'bare' | 'to' | 'noun'): boolean {
  return form === 'to' && tokens[and + 1]?.lower === 'to';
}

/** Where further verbs begin that share the marker: `finalize A, expand B and strengthen C`. */
export function sharedStarts(
  paragraph: SpokenParagraph,
  first: number,
  last: number,
  { isGerund, form }: { readonly isGerund: boolean; readonly form: 'bare' | 'to' | 'noun' },
): readonly number[] {
  const { scene } = paragraph;
  const { tokens } = scene;
  const ands: number[] = [];
  for (let at = first + 2; at <= last; at += 1) {
    const verb = sharedVerb(paragraph, at, isGerund);
    if (
      verb !== undefined &&
      verb <= last &&
      (isListNumber(scene, verb - 1) ||
        repeatsTo(scene, at, form) ||
        !isInnerList(scene, first, at))
    )
      ands.push(verb);
  }
  if (ands.length === 0) return [];
  // Verbs behind commas count only where a verb behind an `and` ends the list.
  const final = ands[0] ?? last;
  const commas: number[] = [];
  for (let at = first + 2; at < final; at += 1) {
    const gap = tokens[at]?.gap;
    if (gap !== ',' && gap !== ';') continue;
    const verb = form === 'to' && tokens[at]?.lower === 'to' ? at + 1 : at;
    if (isVerbToSplit(paragraph, verb, isGerund, true)) commas.push(verb);
  }
  return [...commas, ...ands].sort((a, b) => a - b);
}

function sharedVerb(paragraph: SpokenParagraph, at: number, isGerund: boolean): number | undefined {
  const { scene } = paragraph;
  const { tokens, know } = scene;
  if (tokens[at]?.lower !== 'and') return undefined;
  let verb = at + 1;
  while (isListNumber(scene, verb)) verb += 1;
  const isNumbered = verb > at + 1;
  while (
    know.has('besideShared', tokens[verb]?.lower ?? '') ||
    (/^r/.test(know.partsOf(tokens[verb]?.lower ?? '') ?? '') &&
      /ly$/.test(tokens[verb]?.lower ?? ''))
  )
    verb += 1;
  if (tokens[at + 1]?.gap !== '' && !isNumbered) return undefined;
  // `and to share`: what follows can only be a verb.
  if (tokens[at + 1]?.lower === 'to' && /v/.test(know.partsOf(tokens[verb]?.lower ?? '') ?? ''))
    return verb;
  if (
    isNumbered &&
    (/v/.test(know.partsOf(tokens[verb]?.lower ?? '') ?? '') ||
      /ing$/.test(tokens[verb]?.lower ?? ''))
  )
    return verb;
  return isVerbToSplit(
    paragraph,
    verb,
    isGerund,
    tokens[at]?.gap === ',' || tokens[at]?.gap === ';',
  )
    ? verb
    : undefined;
}

/** Whether a word is a verb that begins an act of its own, and no noun: `and export controls` is none. */
function isVerbToSplit(
  paragraph: SpokenParagraph,
  at: number,
  isGerund: boolean,
  isApart: boolean,
): boolean {
  const { tokens, know, paragraph: read } = paragraph.scene;
  const token = tokens[at];
  const next = tokens[at + 1];
  if (token === undefined || token.capital || read.begins[at]) return false;
  if (spokenAt(paragraph, at) !== undefined) return false;
  const parts = know.partsOf(token.lower) ?? '';
  if (know.has('noAct', token.lower) || /^(?:be|remain|will|shall|would)$/.test(token.lower))
    return false;
  if (isGerund)
    return (
      /ing$/.test(token.lower) &&
      next?.gap === '' &&
      /g/.test(parts) &&
      next !== undefined &&
      (know.has('objectStart', next.lower) || next.capital || !/^[npa]/.test(parts))
    );
  if (!/v/.test(parts)) return false;
  if (next === undefined) return false;
  if (next.gap !== '') return false;
  const isOftenNoun = /^[na]/.test(parts);
  if (know.has('objectStart', next.lower)) return !isOftenNoun || know.has('nounStart', next.lower);
  // `…, train inspectors and …`: a plural that nothing introduces is an object.
  if (isOftenNoun)
    return (
      isApart &&
      (next.capital || /^[ap]/.test(know.partsOf(next.lower) ?? '') || /[^s]s$/.test(next.lower))
    );
  return next.capital || /[napg]/.test(know.partsOf(next.lower) ?? 'n');
}

/** Whether an inner infinitive stands between, to which the next verb belongs: `to support A and sustain B`. */
function isInnerList({ tokens, know }: Scene, first: number, and: number): boolean {
  for (let at = first + 1; at < and; at += 1) {
    const [to, verb] = [tokens[at], tokens[at + 1]];
    const isInfinitive = to?.lower === 'to' && /v/.test(know.partsOf(verb?.lower ?? '') ?? '');
    // `frameworks that will enhance and facilitate`
    if (to !== undefined && /^(?:that|which|who)$/.test(to.lower)) return true;
    // `continue to work`: the infinitive is the act.
    if (isInfinitive && at > first + 1) return true;
  }
  // Two verbs that are one act: `train and equip`.
  return and === first + 1;
}
