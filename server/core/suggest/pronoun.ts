import type { Language } from '../language/index.js';
import { languageOfPage, type Page, type Workspace } from '../workspace/index.js';
import { recentlyMentioned } from './recently-mentioned.js';
import type { Wrap } from './wrap-in-tag.js';

/** Whether words stand for someone named before and are no name themselves. */
export function isPronoun(words: string, { pronouns }: Language): boolean {
  return pronouns.one.test(words) || pronouns.several.test(words);
}

/** "the capital", "this framework": words that describe what was named before. */
export function isDescription(words: string, { pronouns: { pointing } }: Language): boolean {
  const [, first = '', rest = ''] = /^(\p{L}+(?:['’]|(?= ))) ?(.+)$/u.exec(words) ?? [];
  // In one expression that ignores case every letter would be a capital.
  return pointing.test(first) && rest !== '' && !/\p{Lu}/u.test(rest);
}

/** Whether words could be the name of something new; topics are named by plain words. */
export function mayBeName(words: string, kind: string, language: Language): boolean {
  if (isLong(words)) return false;
  return !isPronoun(words, language) && (kind === 'topic' || !isDescription(words, language));
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
  const { pronouns } = languageOfPage(workspace, page);
  if (pronouns.persons.test(words) && kind !== 'person') return undefined;
  if (pronouns.things.test(words) && kind === 'person') return undefined;
  const said = kindSaid(words, pronouns);
  if (said !== undefined && said !== kind) return undefined;
  const most = pronouns.several.test(words) ? 2 : 1;
  const ids = recentlyMentioned(workspace, page, { kind, before: span.start, most });
  return ids.length === most ? ids.toReversed().join(',') : undefined;
}

/** The kind that the head of the words speaks of: "both countries" are no people. */
export function kindSaid(
  words: string,
  { nouns, headFirst }: Language['pronouns'],
): string | undefined {
  const all = words.toLowerCase().match(/[\p{L}-]+/gu) ?? [];
  const kinds = (headFirst ? all : all.slice(-1)).map(
    (word) => nouns.find(([, heads]) => heads.test(word))?.[0],
  );
  return kinds.find((kind) => kind !== undefined);
}
