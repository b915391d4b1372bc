// Findings, entities and commitments as a reader outside gets them: by file, line and column, as JSON writes them.
export * from './commitment.js';
export * from './entity.js';
export * from './finding.js';
export * from './located.js';
export * from './markdown-text.js';
