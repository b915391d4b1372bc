export {
  changedBlocks,
  definesNothing,
  definitionOf,
  factsOfBlocks,
  itemsWhere,
  letGoOfMoved,
  type PlacedFacts,
  partsOf,
  placedItem,
  tagOf,
  unplaced,
} from './block-facts.js';
export { namesOfReversedDates } from './date-pairs.js';
export * from './facts.js';
export { headingAttributes } from './heading-attributes.js';
export {
  EACH_OTHER,
  idFault,
  isAddress,
  isId,
  meansEachOther,
  nearId,
  sourceAddress,
  takesAddresses,
} from './ids.js';
export type { BlockFacts } from './move-facts.js';
export { decodeText } from './plain-text.js';
export { recognize } from './recognize.js';
export * from './recognize-by-block.js';
export * from './registry.js';
export * from './strip.js';
export * from './tag-signs.js';
export * from './vocabulary.js';
