export { complete } from './complete.js';
export type {
  Completion,
  Completions,
  DocumentationKey,
  Icon,
} from './completion.js';
export { completionDocumentation } from './documentation.js';
