import type { Report } from '../../core/index.js';
import type { Places } from '../places.js';
import type { CheckFormat } from './lint-run.js';
import { summaryOf } from './summary.js';

/** One document; its shape is an interface, see docs/command-line.md. */
export const checkJson: CheckFormat = {
  name: 'json',
  summary: 'one JSON document, for programs',
  *write(run) {
    const findings = run.files.flatMap(({ reports, places }) =>
      reports.map((report) => findingOf(report, places)),
    );
    const tool = { name: 'rapporteur', version: run.version };
    const document = { tool, today: run.today, summary: summaryOf(run), findings };
    yield `${JSON.stringify(document, null, 2)}\n`;
  },
};

function findingOf(report: Report, places: Places): object {
  const { rule, severity, message, page, span, related = [], fixes = [] } = report;
  return {
    rule,
    severity,
    message,
    ...places.locate({ page, span }),
    related: related.map((other) => ({ message: other.message, ...places.locate(other) })),
    fixes: fixes.map(({ title, edits }) => ({
      title,
      edits: edits.map((edit) => ({ ...places.locate(edit), text: edit.text })),
    })),
  };
}
