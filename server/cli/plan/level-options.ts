import {
  didYouMean,
  LEVEL_SYNONYMS,
  LEVELS,
  type Level,
  levelsToSuggest,
  RULES,
  unknownRule,
} from '../../core/index.js';
import type { Invocation, Option } from '../invocation/command.js';
import { listOf } from '../invocation/shared-options.js';
import { Failure } from '../terminal/failure.js';

/** Options about which rules count, and how much. */
export const levelOptions: readonly Option[] = [
  {
    syntax: '--rule <name=level>',
    summary: `set a rule to ${LEVELS.join(', ')}, overriding the configuration; can be repeated`,
    many: true,
  },
  {
    syntax: '--suggest',
    summary: 'also report names and promises that are not tagged, as hints; see annotate',
  },
  {
    syntax: '--no-inline-config',
    summary: 'also report findings that comments in the texts suppress',
  },
];

/** @throws Failure for a rule or a level that there is not. */
export function levelsOf(invocation: Invocation): ReadonlyMap<string, Level> {
  const names = RULES.map(({ name }) => name);
  return new Map(listOf(invocation, 'rule').map((written) => levelIn(written, names)));
}

function levelIn(written: string, names: readonly string[]): readonly [string, Level] {
  const [, name = '', word = ''] = /^([^=]*)=(.*)$/s.exec(written) ?? [];
  if (name === '' || word === '') {
    throw new Failure(
      `--rule: '${written}' sets no level. Write the rule, '=' and the level: --rule ${names[0]}=off.`,
    );
  }
  if (!names.includes(name)) throw new Failure(`--rule: ${unknownRule(name, names)}`);
  const level = LEVELS.find((each) => each === word);
  if (level !== undefined) return [name, level];
  const meant = LEVEL_SYNONYMS.get(word.toLowerCase());
  const near = meant === undefined ? didYouMean(word, LEVELS) : `Did you mean '${meant}'?`;
  throw new Failure(
    `--rule: '${word}' is not a level. ${near ?? `The levels are ${LEVELS.join(', ')}.`}`,
  );
}

/** Levels that count where no configuration names the rule. */
export function usualLevelsOf({ options }: Invocation): ReadonlyMap<string, Level> {
  return options.suggest === true ? levelsToSuggest : new Map();
}

export function commentsOf({ options }: Invocation): 'respected' | 'ignored' {
  return options.inlineConfig === false ? 'ignored' : 'respected';
}
