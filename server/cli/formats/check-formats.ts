import { checkAzure } from './check-azure.js';
import { checkCheckstyle } from './check-checkstyle.js';
import { checkCompact } from './check-compact.js';
import { checkGithub } from './check-github.js';
import { checkGitlab } from './check-gitlab.js';
import { checkJson } from './check-json.js';
import { checkJsonl } from './check-jsonl.js';
import { checkJunit } from './check-junit.js';
import { checkMarkdown } from './check-markdown.js';
import { checkRdjson } from './check-rdjson.js';
import { checkSarif } from './check-sarif.js';
import { checkTap } from './check-tap.js';
import { checkText } from './check-text.js';
import type { CheckFormat } from './lint-run.js';

/** The ways to write a check's report; the first is what is written unasked. */
export const CHECK_FORMATS: readonly CheckFormat[] = [
  checkText,
  checkCompact,
  checkJson,
  checkJsonl,
  checkSarif,
  checkGithub,
  checkGitlab,
  checkAzure,
  checkJunit,
  checkCheckstyle,
  checkRdjson,
  checkTap,
  checkMarkdown,
];
