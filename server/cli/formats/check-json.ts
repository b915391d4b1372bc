import { findingJson, jsonText } from './json-text.js';
import type { CheckFormat } from './lint-run.js';
import { openFindings } from './open-findings.js';
import { writeShard } from './shard-json.js';
import { summaryOf } from './summary.js';

/** One document; its shape is an interface, see docs/formats.md. Written a finding at a time. */
export const checkJson: CheckFormat = {
  name: 'json',
  summary: 'one JSON document, for programs',
  *write(run) {
    const tool = { name: 'rapporteur', version: run.version };
    const head = jsonText({ tool, today: run.today, summary: summaryOf(run) }, 2);
    yield `${head.slice(0, -'\n}'.length)},\n  "findings": [`;
    let between = '\n    ';
    for (const file of run.files) {
      for (const found of openFindings(file, run)) {
        yield between + jsonText(findingJson(found), 2).replaceAll('\n', '\n    ');
        between = ',\n    ';
      }
    }
    yield between.startsWith(',') ? '\n  ]' : ']';
    if (run.shard !== undefined) yield* writeShard(run);
    yield '\n}\n';
  },
};
