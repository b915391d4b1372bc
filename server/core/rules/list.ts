import type { Rule } from './rule.js';

/** Every rule, by name: one line each. */
export const RULES: readonly Rule[] = [
];
