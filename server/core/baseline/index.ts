export { followed } from './follow.js';
export { knownAmong } from './match.js';
export {
  BASELINE_NAME,
  type Baseline,
  EMPTY_BASELINE,
  foldPath,
  type Known,
  sizeOf,
  type Tally,
} from './model.js';
export { idInBaseline, pathInBaseline } from './paths.js';
export { type BaselineFault, readBaseline } from './read.js';
export { countStale, type Looked, pruned, renewed } from './renew.js';
export { writeBaseline } from './write.js';
