export * from './edits.js';
export * from './fold.js';
export * from './lines.js';
export * from './span.js';
