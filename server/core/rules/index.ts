export * from './finding-words.js';
export * from './fix.js';
export { doesGather, gatheringOf, gatherReports, reportsAndGathered } from './gather.js';
export { idsSharingWords, suggestion } from './id-suggestions.js';
export {
  byPlace,
  examine,
  lint,
  type SuppressedReport,
} from './lint.js';
export {
  type Found,
  findAfterEdit,
  findAll,
  findAllInSteps,
  leftIn,
} from './lint-after-edit.js';
export * from './list.js';
export {
  hasRule,
  mostSerious,
  NO_REPORTS,
  type ReportChunk,
  type ReportList,
  reportList,
  reportsOf,
} from './report-list.js';
export type * from './rule.js';
export * from './rule-pages.js';
export { asksDocuments, levelsToSuggest, loadParts } from './rule-parts.js';
export { maySuggest } from './rule-scope.js';
export { addAttributeEdit, removeAttributeEdit } from './tag-edits.js';
export { writtenAddress } from './unregistered-source.js';
export {
  aKind,
  kindTitle,
  listOf,
  nameAndId,
  shortened,
  valueInWords,
} from './wording.js';
