import type { Page, Workspace } from '../../workspace/index.js';
import { recentlyMeant } from './recent.js';
import type { Wrap } from './wrap.js';

const ONE = /^(?:he|she|it|him|her|his|hers|its|who|whose|this|that|the (?:former|latter))$/i;
const SEVERAL =
  /^(?:they|them|their|theirs|these|those|both|the (?:two|pair|parties|sides)|(?:both|the two) \p{L}+|(?:both|two) of (?:them|these))$/iu;

/** Whether words stand for someone named before and are no name themselves. */
export function isPronoun(words: string): boolean {
  return ONE.test(words) || SEVERAL.test(words);
}

/** "the capital", "this framework": words that describe what was named before. */
export function isDescription(words: string): boolean {
  return /^(?:the|this|that|these|those|his|her|its|their) [^\p{Lu}]+$/iu.test(words);
}

/** Whether words could be the name of something new; topics are named by plain words. */
export function mayBeName(words: string, kind: string): boolean {
  if (isLong(words)) return false;
  return !isPronoun(words) && (kind === 'topic' || !isDescription(words));
}

/** More words than a name or a date has: a part of a sentence. */
export function isLong(words: string): boolean {
  return words.split(' ').length > 10;
}

/** The ids for `ref` of whom the words most likely mean: those of that kind spoken of last. */
export function meantByPronoun(
  workspace: Workspace,
  page: Page,
  kind: string,
  { words, span }: Pick<Wrap, 'words' | 'span'>,
): string | undefined {
  if (PERSONAL.test(words) && kind !== 'person') return undefined;
  if (/^its?$/i.test(words) && kind === 'person') return undefined;
  const most = SEVERAL.test(words) ? 2 : 1;
  const ids = recentlyMeant(workspace, page, { kind, before: span.start, most });
  return ids.length === most ? ids.toReversed().join(',') : undefined;
}

const PERSONAL = /^(?:he|she|him|her|his|hers)$/i;
