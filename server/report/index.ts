// Reports of commitments, for the command line and the language server. It runs wherever the core does.
export { CHOSEN_STATUSES, hasStatus, type ReportChoice } from './frame/choice.js';
export { reportView } from './frame/make-view.js';
export { unknownParties } from './frame/parties.js';
export type * from './frame/report-format.js';
export type * from './frame/report-view.js';
export * from './report-formats.js';
