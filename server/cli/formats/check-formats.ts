import { checkJson } from './check-json.js';
import { checkText } from './check-text.js';
import type { CheckFormat } from './lint-run.js';

/** The ways to write a check's report; the first is what is written unasked. */
export const CHECK_FORMATS: readonly CheckFormat[] = [checkText, checkJson];
