export type * from './rule.js';
