import { checkGitlab } from './check-gitlab.js';
import { checkJson } from './check-json.js';
import { checkRdjson } from './check-rdjson.js';
import { checkSarif } from './check-sarif.js';
import { checkText } from './check-text.js';
import type { CheckFormat } from './lint-run.js';

/** The ways to write a check's report; the first is what is written unasked. */
export const CHECK_FORMATS: readonly CheckFormat[] = [
  checkText,
  checkJson,
  checkSarif,
  checkGitlab,
  checkRdjson,
];
