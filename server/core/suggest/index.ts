// What a text suggests to be tagged, and as what: pure functions over a page and a span of it that read
// names, dates, parties, terms, pronouns and sentences out of prose, tagged or not, in the language of the
// page; and how a tag is put around words without breaking what stands there. Code actions, completion and
// whatever else offers tags are their callers. Nothing here words a message or writes to a file.

export { annotationsFor } from './annotations/annotate.js';
export type * from './annotations/annotation.js';
export { saidVia } from './annotations/annotation.js';
export { annotationEdits } from './annotations/annotation-edits.js';
export { askedOf } from './annotations/asked-of.js';
export {
  type Addition,
  type Correction,
  type Meaning,
  type NewTerms,
  suggestionKey,
  withAdditions,
} from './annotations/corrections.js';
export { idsIn, neededIn } from './annotations/propose-entities.js';
export * from './dates-in-words.js';
export { deadlineIn, readDeadline } from './deadline-words.js';
export * from './dry-run.js';
export type { Candidate } from './engine/candidate.js';
export * from './names-in-words.js';
export { isReadInParts, partsNear } from './near-place.js';
export * from './never-suggested.js';
export * from './page-for-suggestions.js';
export { plainWords } from './page-words.js';
export * from './paragraphs.js';
export * from './parties.js';
export * from './pronoun.js';
export * from './prose-at.js';
export * from './recently-mentioned.js';
export * from './sentence.js';
export * from './speech.js';
export * from './suggestions-part.js';
export * from './terms.js';
export * from './words-at-cursor.js';
export * from './wrap-in-tag.js';
