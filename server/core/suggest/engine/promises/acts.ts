import type { Sentence, SpokenParagraph } from '../discourse/model.js';
import type { Scene } from '../names/scene.js';
import { type Act, actStart, isListNumber } from './act-start.js';
import { clauseEnd } from './clause-end.js';
import { sharedStarts } from './shared-acts.js';

/** The acts behind a marker: one for each verb that shares it. Empty where no act follows. */
export function actsBehind(
  paragraph: SpokenParagraph,
  sentence: Sentence,
  at: number,
  form: 'bare' | 'to' | 'noun',
): readonly Act[] {
  const { scene } = paragraph;
  const first = actStart(scene, sentence, at, form);
  if (first === undefined) return [];
  const end = clauseEnd(paragraph, sentence, first, form === 'noun');
  const isGerund = /^[g]|ing$/.test(verbForm(scene, first));
  const goal = isNounAct(scene, first) ? gerundOfGoal(scene, first, end.last) : undefined;
  const again = form === 'noun' ? againBehind(scene, at - 1, first, end.last) : [];
  const starts = isNounAct(scene, first)
    ? [
        first,
        ...again,
        ...(goal === undefined
          ? []
          : sharedStarts(paragraph, goal, end.last, { isGerund: true, form })),
      ]
    : [first, ...sharedStarts(paragraph, first, end.last, { isGerund, form })];
  const acts = starts.map((start, index): Act => {
    const next = starts[index + 1];
    const upTo = next === undefined ? end.last : lastBefore(scene, next);
    const last = again.length === 0 ? upTo : beforeBoth(scene, start, upTo);
    return { first: start, last, condition: next === undefined ? end.condition : undefined };
  });
  return [...acts, ...numberedBehind(paragraph, sentence, end.last + 1)];
}

/** `; and (ii) adopt …`: numbered acts behind the end of the first. */
function numberedBehind(
  paragraph: SpokenParagraph,
  sentence: Sentence,
  from: number,
): readonly Act[] {
  const { scene } = paragraph;
  const { tokens, know } = scene;
  const acts: Act[] = [];
  for (let at = from; at <= sentence.last; at += 1) {
    if (tokens[at]?.gap.includes('(') !== true || !isListNumber(scene, at)) continue;
    const verb = tokens[at + 1];
    if (
      verb === undefined ||
      verb.capital ||
      !(/v/.test(know.partsOf(verb.lower) ?? '') || /ing$/.test(verb.lower))
    )
      continue;
    const { last, condition } = clauseEnd(paragraph, sentence, at + 1);
    acts.push({ first: at + 1, last, condition });
    at = last;
  }
  return acts;
}

/** `hope for A and for B`: what follows where the small word of the marker stands again. */
function againBehind({ tokens }: Scene, small: number, first: number, last: number): number[] {
  const word = tokens[small]?.lower;
  const starts: number[] = [];
  for (let at = first + 1; at + 2 <= last; at += 1)
    if (tokens[at]?.lower === 'and' && tokens[at + 1]?.lower === word) starts.push(at + 2);
  return starts;
}

/** `A and B, both within the year`: what is said of both is no part of one. */
function beforeBoth({ tokens }: Scene, first: number, last: number): number {
  for (let at = first + 1; at <= last; at += 1)
    if (tokens[at]?.lower === 'both' && tokens[at]?.gap === ',') return at - 1;
  return last;
}

/** `a collective goal of reducing …`: the act that is the goal. */
function gerundOfGoal({ tokens }: Scene, first: number, last: number): number | undefined {
  for (let at = first; at <= Math.min(last, first + 5); at += 1)
    if (
      /^(?:goals?|targets?|aims?|objectives?)$/.test(tokens[at]?.lower ?? '') &&
      tokens[at + 1]?.lower === 'of' &&
      /ing$/.test(tokens[at + 2]?.lower ?? '')
    )
      return at + 2;
  return undefined;
}

function verbForm({ tokens, know }: Scene, at: number): string {
  const token = tokens[at];
  if (token === undefined) return '';
  const parts = know.partsOf(token.lower) ?? '';
  // `bring` is none.
  return /ing$/.test(token.lower) && !/^v/.test(parts) ? 'ing' : parts;
}

/** A noun that stands for an act: `commitment to climate neutrality`, `a collective goal of`. */
function isNounAct({ tokens, know }: Scene, at: number): boolean {
  const token = tokens[at];
  if (token === undefined) return true;
  if (/ing$/.test(token.lower)) return false;
  return !/v/.test(know.partsOf(token.lower) ?? '');
}

function lastBefore({ tokens }: Scene, next: number): number {
  let last = next - 1;
  while (
    /^(?:and|to|for|also|further|then|jointly|not|i{1,3}|iv|v|[a-d]|\d)$/.test(
      tokens[last]?.lower ?? '',
    )
  )
    last -= 1;
  return last;
}
