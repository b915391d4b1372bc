export * from './facts.js';
export * from './strength.js';
export * from './vocabulary.js';
