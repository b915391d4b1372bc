import type { Found } from '../report/found.js';
import type { CheckFormat } from './lint-run.js';
import { openFindings } from './open.js';
import { summaryOf } from './summary.js';

/** One document; its shape is an interface, see docs/command-line.md. */
export const checkJson: CheckFormat = {
  name: 'json',
  summary: 'one JSON document, for programs',
  *write(run) {
    const findings = run.files.flatMap((file) => openFindings(file, run).map(findingOf));
    const tool = { name: 'rapporteur', version: run.version };
    const document = { tool, today: run.today, summary: summaryOf(run), findings };
    yield `${JSON.stringify(document, null, 2)}\n`;
  },
};

function findingOf({ rule, severity, message, file, range, related, fixes }: Found): object {
  return { rule, severity, message, file, range, related, fixes };
}
