import { fileByFile, nothing } from './file-by-file.js';
import { findingJson, jsonText } from './json-text.js';
import type { CheckFormat } from './lint-run.js';
import { openFindings } from './open-findings.js';

/** For programs that read as they go: nothing has to be held until the end. */
export const checkJsonl: CheckFormat = fileByFile(
  'jsonl',
  'JSON Lines: one JSON object on a line for each finding',
  {
    begin: nothing,
    *file(file, run) {
      for (const found of openFindings(file, run)) yield `${jsonText(findingJson(found))}\n`;
    },
    end: nothing,
  },
);
