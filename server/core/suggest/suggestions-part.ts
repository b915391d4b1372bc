import { type LazyPart, lazyPart } from '../text/index.js';
import type { Suggestions } from './suggestions/index.js';

/** What suggests tags. It brings a lexicon along, so it is read by whoever asks for suggestions, and nobody else. */
export const suggestionsPart: LazyPart<Suggestions> = lazyPart(async () =>
  (await import('./suggestions/index.js')).createSuggestions(),
);
