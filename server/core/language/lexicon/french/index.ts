import type { Lexicon } from '../lexicon.js';
import { discourse } from './discourse.js';
import { grammar } from './grammar.js';
import { known } from './known.js';
import { people } from './people.js';
import { promises } from './promises.js';

/** As far as it goes: names by titles and as they are known, dates, promises, `les deux pays`, `ce dernier`. Who is meant by `il` is not read. */
export const frenchLexicon: Lexicon = {
  tag: 'fr',
  words: [],
  people,
  heads: {},
  known,
  demonyms: '',
  grammar,
  names: { crowned: 'roi reine pape prince princesse émir sultan', noble: '' },
  discourse,
  promises,
};
