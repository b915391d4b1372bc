export type * from './day.js';
