export {
  BASELINE_NAME,
  type Baseline,
  EMPTY_BASELINE,
  foldPath,
  type KnownFinding,
  knownAmong,
  sizeOf,
} from './model.js';
export { followMovedFiles } from './moved-files.js';
export { idInBaseline, pathInBaseline } from './paths.js';
export { type BaselineFault, readBaseline } from './read.js';
export { type CheckedFiles, countStale, prunedBaseline, updatedBaseline } from './update.js';
export { writeBaseline } from './write.js';
