export * from './facts.js';
export type { Detail } from './faults.js';
export * from './strength.js';
export * from './vocabulary.js';
