import type { Level, Settings } from '../workspace/index.js';
import { RULES } from './list.js';
import type { Rule } from './rule.js';

/** Reads the parts of the program that rules ask which are on anywhere; then pages can be linted. */
export async function loadParts(settings: LevelSettings): Promise<void> {
  const rules = RULES.filter((rule) => rule.part !== undefined && isOn(rule, settings));
  await Promise.all(rules.map(({ part }) => part?.load()));
}

/** Whether a rule is on that has something to say of files which are no briefs yet. */
export function asksDocuments(settings: LevelSettings): boolean {
  return RULES.some((rule) => rule.reads === 'documents' && isOn(rule, settings));
}

/** The levels of the rules that `--suggest` switches on. */
export const levelsToSuggest: ReadonlyMap<string, Level> = new Map(
  RULES.flatMap(({ name, levelToSuggest }) =>
    levelToSuggest === undefined ? [] : [[name, levelToSuggest]],
  ),
);

type LevelSettings = Pick<Settings, 'levels' | 'overrides'>;

function isOn({ name, level }: Rule, { levels, overrides }: LevelSettings): boolean {
  const all = [levels.get(name) ?? level, ...overrides.map((one) => one.levels.get(name) ?? 'off')];
  return all.some((one) => one !== 'off');
}
