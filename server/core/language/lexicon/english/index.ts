import type { Lexicon } from '../lexicon.js';
import { demonyms } from './demonyms.js';
import { discourse } from './discourse.js';
import { dates, grammar } from './grammar.js';
import { heads } from './heads.js';
import { known } from './known.js';
import { names } from './names.js';
import { people } from './people.js';
import { promises } from './promises.js';
import { WORDS } from './words.js';

export const englishLexicon: Lexicon = {
  tag: 'en',
  words: WORDS,
  people,
  heads,
  known,
  demonyms,
  grammar,
  names,
  discourse,
  promises,
  dates,
};
