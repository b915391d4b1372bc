export * from './decode.js';
export * from './host.js';
export * from './ignored.js';
export * from './memory.js';
export * from './node.js';
export * from './roots.js';
export * from './walk.js';
export * from './write.js';
