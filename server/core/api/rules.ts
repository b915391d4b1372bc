import { RULES as ALL } from '../rules/index.js';
import type { Level } from '../workspace/index.js';

/** What a rule is, for a list of rules or a settings page. */
export interface RuleInfo {
  /** As configurations and findings name it: `unresolved-name`. */
  readonly name: string;
  /** One sentence: what it finds. */
  readonly summary: string;
  /** A paragraph: why it matters, and what to do. */
  readonly reason: string;
  /** Its level where no configuration says another. */
  readonly level: Level;
}

/**
 * Every rule, in the order of the guide.
 *
 * @example
 * ```ts
 * import { RULES } from 'rapporteur';
 *
 * RULES.find(({ name }) => name === 'unresolved-name')?.level; // => 'error'
 * ```
 */
export const RULES: readonly RuleInfo[] = ALL.map(({ name, summary, reason, level }) => ({
  name,
  summary,
  reason,
  level,
}));
