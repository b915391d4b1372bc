import { findingJson, jsonItems, jsonText } from './json-text.js';
import type { CheckFormat } from './lint-run.js';
import { openFindings } from './open-findings.js';
import { writeShard } from './shard-json.js';
import { summaryOf } from './summary.js';

/** One document; its shape is an interface, see docs/formats.md. Written some findings at a time. */
export const checkJson: CheckFormat = {
  name: 'json',
  summary: 'one JSON document, for programs',
  *write(run) {
    const tool = { name: 'rapporteur', version: run.version };
    const head = jsonText({ tool, today: run.today, summary: summaryOf(run) }, 2);
    yield `${head.slice(0, -'\n}'.length)},\n  "findings": [`;
    let between = '';
    for (const file of run.files) {
      const found = openFindings(file, run);
      for (let at = 0; at < found.length; at += MAX_AT_ONCE) {
        yield between + jsonItems(found.slice(at, at + MAX_AT_ONCE).map(findingJson));
        between = ',';
      }
    }
    yield between === ',' ? '\n  ]' : ']';
    if (run.shard !== undefined) yield* writeShard(run);
    yield '\n}\n';
  },
};

/** A file may have a million findings, and their text must not be made at once. */
const MAX_AT_ONCE = 200;
