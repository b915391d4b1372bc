export type * from './graph.js';
export type * from './model.js';
export * from './settings.js';
