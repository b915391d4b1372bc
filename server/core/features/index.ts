export * from './card.js';
export * from './hover.js';
export * from './memberships.js';
export * from './thing.js';
export * from './words.js';
