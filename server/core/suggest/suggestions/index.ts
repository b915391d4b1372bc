// What is suggested in the pages of a workspace by an engine that was read.
export * from './suggestions-from.js';
