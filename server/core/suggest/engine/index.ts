// What a page suggests to be tagged. Loaded by whoever asks for suggestions: it brings a lexicon along.
export type { Candidate } from './candidate.js';
export { NameIndex } from './registry-names.js';
export { suggest } from './suggest.js';
