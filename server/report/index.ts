// Reports of commitments, for the command line and the language server. It runs wherever the core does.
export * from './frame/choice.js';
export { reportView } from './frame/make-view.js';
export type * from './frame/report-format.js';
export type * from './frame/report-view.js';
export * from './report-formats.js';
