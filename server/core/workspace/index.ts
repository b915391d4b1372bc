export {
  applyChanges,
  applyInSteps,
  emptyWorkspace,
  pagesDiffering,
  workspaceOfKnown,
} from './apply.js';
export {
  latestAssessments,
  scalesWith,
  stepOfScore,
} from './assessments.js';
export { isByBlock, partAt, partIn, partOfPage, tagsBefore, tagsIn } from './blocks.js';
export { CodecError } from './codec/bytes.js';
export { decodeFacts, decodePage, encodeFacts, encodePage } from './codec/page-codec.js';
export * from './commitment-links.js';
export * from './commitments.js';
export {
  assessmentTagsOf,
  definitionsIn,
  definitionsOf,
  entityOf,
  fitsUse,
  idOfPointer,
  idsOfKind,
  isOnlyHere,
  isUsed,
  kindsOfId,
  pagesDefining,
  pagesUsing,
  pointersTo,
  updatesOf,
  usesIn,
  usesOf,
} from './definitions.js';
export { mayDefineMore, suggestIds } from './did-you-mean.js';
export { dateOfEvent, dateOfPage, isOverBefore } from './effective-dates.js';
export { dumpGraph, FAMILIES, pageKey, pagesWith } from './graph.js';
export { type FamilyData, familyData, graphOfData } from './graph-data.js';
export { dayOfFollowUp, sourcesOf } from './history.js';
export { holdersOn, holdings, holdingsOf, mayHaveHeld } from './holders.js';
export { lazyPage } from './lazy-page.js';
export * from './links.js';
export { perKey, perNaming, perPage, perWorkspace } from './memo.js';
export { countMentions, countMentionsIn } from './mention-counts.js';
export type * from './model.js';
export { idsCalled, idsNamed, isSharedName, namesOfKind } from './names.js';
export { newCommitmentId, newEntityId, unusedId } from './new-id.js';
export * from './ordinary.js';
export type { OverlayMap } from './overlay-map.js';
export { looksSame } from './page-signature.js';
export { stubOf } from './page-stub.js';
export { symbolsOf } from './page-symbols.js';
export {
  languageOfPage,
  readClosedInSteps,
  readPage,
  readPageByBlock,
  readPageInSteps,
  syntaxOf,
  yamlOf,
} from './read-page.js';
export { isMentioned, mentionsIn, mentionsOf, resolve } from './resolve.js';
export * from './settings/index.js';
export * from './status.js';
export { addressesOf } from './symbols.js';
export { blocksTouched, pagesTouched, type Touched, touchedBy } from './touched.js';
