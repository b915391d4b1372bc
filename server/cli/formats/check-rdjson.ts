import type { Point, Range, Severity } from '../../core/index.js';
import { jsonText } from './json-text.js';
import type { CheckFormat } from './lint-run.js';
import type { LocatedFinding } from './located-finding.js';
import { openFindings } from './open-findings.js';
import { suggestionsOf } from './rdjson-suggestions.js';

/** The Reviewdog Diagnostic Format; reviewdog refuses what its messages do not know. */
export const checkRdjson: CheckFormat = {
  name: 'rdjson',
  summary: 'for reviewdog, with its suggestions',
  *write(run) {
    yield '{"source":{"name":"rapporteur"},"diagnostics":[';
    let parting = '\n';
    for (const file of run.files) {
      for (const found of openFindings(file, run)) {
        yield `${parting}${jsonText(diagnosticOf(found))}`;
        parting = ',\n';
      }
    }
    yield '\n]}\n';
  },
};

function diagnosticOf(found: LocatedFinding): object {
  const { rule, message, severity, file, range } = found;
  const suggestions = suggestionsOf(found).map((one) => ({
    range: byteRange(one.range),
    text: one.text,
  }));
  return {
    message,
    location: { path: file, range: byteRange(range) },
    severity: SEVERITIES[severity],
    code: { value: rule },
    ...(suggestions.length === 0 ? {} : { suggestions }),
  };
}

const SEVERITIES: Readonly<Record<Severity, string>> = {
  error: 'ERROR',
  warning: 'WARNING',
  info: 'INFO',
  hint: 'INFO',
};

/** Columns count from 1 in bytes of UTF-8; the end is the place behind. */
function byteRange({ start, end }: Range): object {
  return { start: positionOf(start), end: positionOf(end) };
}

function positionOf({ line, byte }: Point): object {
  return { line, column: byte };
}
