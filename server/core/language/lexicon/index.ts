// What is known of languages for reading untagged text: loaded by whoever suggests tags, and by nobody else.
export { englishLexicon } from './english/index.js';
export type { Lexicon } from './lexicon.js';
export { CITY_NAMES } from './places/cities.js';
export { COUNTRY_NAMES } from './places/countries.js';
