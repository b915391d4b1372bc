import type { Page, Workspace } from '../../workspace/index.js';
import { recentlyMentioned } from './recently-mentioned.js';
import type { Wrap } from './wrap-in-tag.js';

const ONE = /^(?:he|she|it|him|her|his|hers|its|who|whose|this|that|the (?:former|latter))$/i;
const SEVERAL =
  /^(?:they|them|their|theirs|these|those|both|the (?:two|pair|parties|sides)|(?:both|the two) \p{L}+|(?:both|two) of (?:them|these))$/iu;

/** Whether words stand for someone named before and are no name themselves. */
export function isPronoun(words: string): boolean {
  return ONE.test(words) || SEVERAL.test(words);
}

/** "the capital", "this framework": words that describe what was named before. */
export function isDescription(words: string): boolean {
  const [, first = '', rest = ''] = /^(\p{L}+) (.+)$/u.exec(words) ?? [];
  // In one expression that ignores case every letter would be a capital.
  return POINTING.test(first) && rest !== '' && !/\p{Lu}/u.test(rest);
}

const POINTING = /^(?:the|this|that|these|those|his|her|its|their)$/i;

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
  const said = kindSaid(words);
  if (said !== undefined && said !== kind) return undefined;
  const most = SEVERAL.test(words) ? 2 : 1;
  const ids = recentlyMentioned(workspace, page, { kind, before: span.start, most });
  return ids.length === most ? ids.toReversed().join(',') : undefined;
}

/** The kind that the last word speaks of: "both countries" are no people. */
function kindSaid(words: string): string | undefined {
  const last = /[\p{L}-]+$/u.exec(words.toLowerCase())?.[0] ?? '';
  return NOUNS.find(([, nouns]) => nouns.test(last))?.[0];
}

const NOUNS: readonly (readonly [string, RegExp])[] = [
  [
    'place',
    /^(?:countr(?:y|ies)|nations?|states?|governments?|capitals?|republics?|neighbou?rs?)$/,
  ],
  [
    'person',
    /^(?:leaders?|ministers?|presidents?|secretar(?:y|ies)|officials?|diplomats?|envoys?|ambassadors?|men|man|wom[ae]n|counterparts?)$/,
  ],
  [
    'org',
    /^(?:organi[sz]ations?|ministr(?:y|ies)|agenc(?:y|ies)|compan(?:y|ies)|alliances?|departments?|bod(?:y|ies))$/,
  ],
  [
    'agreement',
    /^(?:agreements?|treat(?:y|ies)|frameworks?|accords?|pacts?|deals?|memorand(?:um|a)|conventions?)$/,
  ],
  ['event', /^(?:meetings?|calls?|summits?|dialogues?|talks|signings?|visits?|conferences?)$/],
];

const PERSONAL = /^(?:he|she|him|her|his|hers)$/i;
