// What is known of languages for reading untagged text: loaded by whoever suggests tags, and by nobody else.
export { englishLexicon } from './english/index.js';
export type {
  DiscourseWords,
  GrammarWords,
  Lexicon,
  NameWords,
  PeopleWords,
  PromiseWords,
} from './lexicon.js';
export { CITY_NAMES } from './places/cities.js';
export { COUNTRY_NAMES } from './places/countries.js';
