import type { Severity } from '../../core/index.js';

/** The words a reader knows; settings and options say `info`. */
export const SEVERITY_WORDS: Readonly<Record<Severity, string>> = {
  error: 'error',
  warning: 'warning',
  info: 'note',
  hint: 'hint',
};
