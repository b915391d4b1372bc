import { englishLexicon } from './english/index.js';
import { frenchLexicon } from './french/index.js';
import type { Lexicon } from './lexicon.js';

/** One line for each language in which untagged text is read. */
export const lexicons: readonly Lexicon[] = [englishLexicon, frenchLexicon];
