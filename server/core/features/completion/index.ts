export { about } from './about.js';
export { complete } from './complete.js';
export type { About, Completion, Completions, CompletionTrigger, Icon } from './completion.js';
