import type { Severity } from '../../core/index.js';
import { oneLine } from '../terminal/escape-controls.js';
import { fileByFile } from './file-by-file.js';
import type { CheckFormat } from './lint-run.js';
import type { LocatedFinding } from './located-finding.js';
import { openFindings } from './open-findings.js';
import { XML_DECLARATION, xmlTag } from './xml.js';

/** What Checkstyle 4.3 wrote, and nearly every tool for reviews has read ever since. */
export const checkCheckstyle: CheckFormat = fileByFile(
  'checkstyle',
  'XML as Checkstyle 4.3 writes it',
  {
    *begin() {
      yield `${XML_DECLARATION}<checkstyle version="4.3">\n`;
    },
    *file(file, run) {
      const findings = openFindings(file, run);
      // A file that is named without errors tells a tool that it was checked.
      if (findings.length === 0) yield `  ${xmlTag('file/', { name: file.file })}\n`;
      else {
        yield `  ${xmlTag('file', { name: file.file })}\n`;
        for (const found of findings) yield `    ${xmlTag('error/', attributesOf(found))}\n`;
        yield '  </file>\n';
      }
    },
    *end() {
      yield '</checkstyle>\n';
    },
  },
);

/** Checkstyle knows no hints. */
const SEVERITIES: Readonly<Record<Severity, string>> = {
  error: 'error',
  warning: 'warning',
  info: 'info',
  hint: 'info',
};

function attributesOf({
  range,
  severity,
  message,
  rule,
}: LocatedFinding): Record<string, string | number> {
  return {
    line: range.start.line,
    column: range.start.column,
    severity: SEVERITIES[severity],
    message: oneLine(message),
    source: `rapporteur.${rule}`,
  };
}
