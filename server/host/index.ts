export * from './ignored.js';
export * from './memory.js';
export * from './node.js';
export * from './overlay.js';
export * from './portable.js';
export * from './roots.js';
export * from './walk.js';
export * from './write.js';
