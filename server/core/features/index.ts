export {
  type Addition,
  type AnnotatedTerms,
  type Annotation,
  type Annotations,
  annotationEdits,
  annotationsFor,
  type Correction,
  type Meaning,
  type NewTerms,
  type PageCandidates,
  type ProposedEntity,
  plainWords,
  readDeadline,
  saidVia,
  selectedWords,
  suggestionKey,
} from '../suggest/index.js';
export * from './actions/index.js';
export { type Acceptance, accept } from './annotate/accept.js';
export { neverAnywhere, neverHere } from './annotate/never.js';
export { promiseWords } from './annotate/promise-words.js';
export * from './annotate/review.js';
export * from './annotate/walk.js';
export * from './charts/chart-row.js';
export * from './charts/mermaid.js';
export * from './charts/timeline.js';
export * from './charts/who-owes-whom.js';
export * from './code-lenses.js';
export * from './completion/index.js';
export * from './describe/assessment-words.js';
export * from './describe/card.js';
export * from './describe/card-text.js';
export * from './describe/commitment-words.js';
export { promiseGroups } from './describe/describe-promises.js';
export * from './describe/hover.js';
export * from './describe/id-names.js';
export * from './describe/memberships.js';
export * from './describe/preview.js';
export type { RichText } from './describe/rich-text.js';
export { escaped, type LinkTo, markdownOf } from './describe/rich-text-markdown.js';
export { plainTextOf } from './describe/rich-text-plain.js';
export * from './inlay-hints.js';
export * from './lists/brief-list.js';
export * from './lists/commitment-groups.js';
export * from './lists/commitment-index.js';
export * from './lists/commitment-list.js';
export * from './lists/commitment-rows.js';
export * from './lists/commitment-search.js';
export * from './lists/entity-groups.js';
export * from './lists/entity-list.js';
export * from './lists/mention-tally.js';
export * from './mention/change-mentions.js';
export { mentionHere } from './mention/mention-at.js';
export { mergeEntities } from './merge/merge-entities.js';
export * from './navigation/asked-documents.js';
export * from './navigation/call-hierarchy.js';
export * from './navigation/definition.js';
export * from './navigation/document-highlights.js';
export * from './navigation/document-links.js';
export * from './navigation/hierarchy-item.js';
export * from './navigation/implementation.js';
export * from './navigation/navigation-targets.js';
export * from './navigation/references.js';
export * from './navigation/type-definition.js';
export * from './navigation/type-hierarchy.js';
export * from './outline/outline.js';
export type * from './outline/outline-item.js';
export * from './ranges/folding.js';
export * from './ranges/linked.js';
export * from './ranges/on-type.js';
export * from './ranges/selection.js';
export * from './reading-marks.js';
export { registryEntryEdits } from './registry-edit/registry-edit.js';
export { registriesFor } from './registry-edit/registry-edit-files.js';
export { otherNameEdits } from './registry-edit/registry-edit-names.js';
export * from './rename/moved-files.js';
export * from './rename/rename.js';
export * from './rename/rename-model.js';
export { stripIn } from './strip-range.js';
export * from './symbols/symbols.js';
export * from './target-at.js';
export * from './terms/change-terms.js';
export * from './tokens/kept-tokens.js';
export type * from './tokens/token.js';
export * from './tokens/token-edits.js';
export * from './tokens/token-legend.js';
export * from './tokens/tokens.js';
