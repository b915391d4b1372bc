// What is known of languages for reading untagged text: loaded by whoever suggests tags, and by nobody else.
export type {
  DateLexicon,
  DiscourseWords,
  GrammarWords,
  Lexicon,
  NameWords,
  PeopleWords,
  PromiseWords,
} from './lexicon.js';
export { lexicons } from './list.js';
export { CITY_NAMES } from './places/cities.js';
export { COUNTRY_NAMES } from './places/countries.js';
