import {
  findingWords,
  fixEntries,
  type Lines,
  type Page,
  type Report,
  relatedEntries,
  type Span,
  type SuppressedReport,
} from '../../core/index.js';
import type { LocatedFinding, SourceLine } from '../formats/located-finding.js';
import type { Places } from './places.js';

/** A report with the places it speaks of; a suppressed one with its reason. */
export function locateReport(
  report: Report | SuppressedReport,
  page: Page,
  places: Places,
): LocatedFinding {
  const { rule, severity, message, span } = report;
  const { file, range } = places.locate(report);
  const suppression = 'suppression' in report ? report.suppression : undefined;
  return {
    rule,
    severity,
    message,
    file,
    range,
    related: relatedEntries(report, places.locate),
    fixes: fixEntries(report, places.locate),
    source: sourceLineAt(page.text, places.linesOf(page.id), span),
    words: findingWords(page.text, span),
    state: suppression === undefined ? 'open' : 'suppressed',
    ...(suppression?.reason === undefined ? {} : { reason: suppression.reason }),
  };
}

/** A line may have millions of characters, and as many findings: no more than can be shown is kept. */
const MAX_SOURCE = 1200;

export function sourceLineAt(text: string, lines: Lines, span: Span): SourceLine {
  const line = lines.lineSpan(lines.positionAt(span.start).line);
  // A span may begin at the line end itself: then it stands after the last character.
  const start = Math.min(span.start, line.end);
  const from = Math.max(line.start, start - MAX_SOURCE);
  const end = Math.max(start, Math.min(span.end, start + MAX_SOURCE));
  return { text: text.slice(from, Math.min(line.end, end + MAX_SOURCE)), from };
}
