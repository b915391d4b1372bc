// What a page suggests to be tagged. Loaded by whoever asks for suggestions: it brings a lexicon along.
export type {
  Candidate,
  EntityInfo,
  Mention,
  SuggestedTerms,
} from './candidate.js';
export type { ParagraphText } from './reading/paragraph.js';
export { NameIndex, type RegisteredName } from './registry-names.js';
export { type PageText, suggest } from './suggest.js';
