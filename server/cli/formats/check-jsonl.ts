import { findingJson, jsonText } from './json-text.js';
import type { CheckFormat } from './lint-run.js';
import { openFindings } from './open-findings.js';

/** For programs that read as they go: nothing has to be held until the end. */
export const checkJsonl: CheckFormat = {
  name: 'jsonl',
  summary: 'JSON Lines: one JSON object on a line for each finding',
  *write(run) {
    for (const file of run.files) {
      for (const found of openFindings(file, run)) yield `${jsonText(findingJson(found))}\n`;
    }
  },
};
