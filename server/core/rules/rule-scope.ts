import type { Touched } from '../workspace/index.js';
import { RULES } from './list.js';
import type { Rule } from './rule.js';

const RULE_BY_NAME: ReadonlyMap<string, Rule> = new Map(RULES.map((rule) => [rule.name, rule]));

/** Whether what a rule finds in a block depends on the block and on what stands near it, and on names and ids alone. */
export function isSeenInBlock(rule: string): boolean {
  const sees = RULE_BY_NAME.get(rule)?.sees;
  return sees !== undefined && sees !== 'text';
}

/** Whether what a rule reports may say which other names and ids come near: it may differ with any of them. */
export function maySuggest(rule: string): boolean {
  return RULE_BY_NAME.get(rule)?.names !== 'exact';
}

/** The rules that are asked about all of the page. */
export function* rulesOfPage({ isTold, isMoved, isNamed }: Touched): Iterable<string> {
  const isSeen = isTold || isMoved || isNamed;
  for (const { name, sees } of RULES) {
    const isAsked = sees === undefined ? isSeen : sees === 'anchors' && isMoved;
    if (sees === 'text' || isAsked) yield name;
  }
}
