export * from './list.js';
export * from './schema.js';
export * from './tables.js';
