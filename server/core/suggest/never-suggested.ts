import { parseYaml, type Value } from '../parse/index.js';
import { foldCase } from '../text/index.js';
import {
  leastLevelOf,
  type Page,
  type Settings,
  SUGGESTION_LEVELS,
  syntaxOf,
  type Workspace,
} from '../workspace/index.js';
import type { Candidate } from './engine/candidate.js';

/**
 * Words that somebody said are not to be suggested, as `foldCase` has them: in the front matter of a brief
 * (`rapporteur: { not: [May, Georgia] }`), or in the settings for all briefs (`suggest: { never: […] }`).
 */
export function neverSuggested({ settings }: Workspace, page: Page): ReadonlySet<string> {
  return new Set([...settings.suggest.never, ...neverIn(page)].map(foldCase));
}

/** Whether a candidate is of a kind and as sure as the settings ask for. */
export function isAskedFor(
  { suggest }: Pick<Settings, 'suggest'>,
  { kind, level }: Pick<Candidate, 'kind' | 'level'>,
): boolean {
  if (suggest.kinds !== undefined && !suggest.kinds.includes(kind)) return false;
  const least = leastLevelOf(suggest, kind);
  return SUGGESTION_LEVELS.indexOf(level) <= SUGGESTION_LEVELS.indexOf(least);
}

function neverIn(page: Page): readonly string[] {
  const { frontMatter, text } = syntaxOf(page);
  if (frontMatter === undefined) return [];
  const body = text.slice(frontMatter.body.start, frontMatter.body.end);
  if (!/^(?:rapporteur|"rapporteur"|'rapporteur')\s*:/m.test(body)) return [];
  const own = entryIn(parseYaml(body).value, 'rapporteur');
  const not = entryIn(own, 'not');
  const items = not?.type === 'list' ? not.items : not === undefined ? [] : [not];
  return items.flatMap((item) =>
    item.type === 'scalar' && item.text.trim() !== '' ? [item.text] : [],
  );
}

function entryIn(value: Value | undefined, key: string): Value | undefined {
  return value?.type === 'mapping'
    ? value.entries.find((entry) => entry.key.text === key)?.value
    : undefined;
}
