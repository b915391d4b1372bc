export * from './follow.js';
export * from './match.js';
export * from './model.js';
export * from './paths.js';
export * from './read.js';
export * from './renew.js';
export * from './write.js';
