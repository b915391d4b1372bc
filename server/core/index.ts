export * from './brief/index.js';
export * from './dates/index.js';
export * from './features/index.js';
export * from './kinds/index.js';
export * from './parse/index.js';
export * from './rules/index.js';
export * from './text/index.js';
export * from './workspace/index.js';
