export { english } from './english/english.js';
export { french } from './french/french.js';
export * from './language.js';
export * from './list.js';
export * from './marker-reader.js';
export * from './phrases.js';
export * from './strength.js';
export * from './table.js';
