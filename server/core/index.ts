// What the command line, the language server and the extension need of the core. Internal: the public API of the
// npm package is api/index.ts.
export * from './baseline/index.js';
export * from './brief/index.js';
export * from './dates/index.js';
export * from './features/index.js';
export * from './kinds/index.js';
export * from './language/index.js';
export * from './output/index.js';
export * from './parse/index.js';
export * from './rules/index.js';
export * from './text/index.js';
export * from './workspace/index.js';
