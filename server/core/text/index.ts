export * from './edits.js';
export * from './fold.js';
export * from './glob.js';
export * from './lines.js';
export * from './memo.js';
export * from './points.js';
export * from './span.js';
