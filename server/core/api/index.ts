// The public API of the npm package `rapporteur`: what stands here is kept from version to version. What the
// command line, the language server and the extension need beyond it is in ../index.ts, which is internal.
// All offsets are UTF-16 code units, from 0, half-open; all dates are EDTF.
export {
  type Attribute,
  type AttributeSpec,
  type AttributeType,
  customKind,
  type Definition,
  type Facts,
  type Fault,
  type Kind,
  recognize,
  type Tag,
  type Use,
  type Vocabulary,
} from '../brief/index.js';
export { describeDate } from '../dates/index.js';
export { KINDS, registrySchema, vocabularyOf } from '../kinds/index.js';
export type { Strength } from '../language/index.js';
export type {
  CommitmentEntry as Commitment,
  EntityEntry as Entity,
  FileRange,
  FindingEntry as Finding,
  FixEntry as Fix,
  HistoryEntry,
} from '../output/index.js';
export { parse, type Syntax, type Value } from '../parse/index.js';
export {
  applyEdits,
  linesOf,
  type Point,
  type Range,
  type Span,
  type TextEdit,
  type Written,
} from '../text/index.js';
export type { Level, Severity, Status } from '../workspace/index.js';
export {
  type CheckOptions,
  type CheckResult,
  type ConfigProblem,
  check,
} from './check.js';
export { type DaySpan, daysOf } from './days.js';
export type { SourceFile } from './file-tree.js';
export { RULES, type RuleInfo } from './rules.js';
export { strip } from './strip.js';
