export type * from './syntax.js';
export type * from './value.js';
