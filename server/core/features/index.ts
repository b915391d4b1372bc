export * from './card.js';
export * from './memberships.js';
