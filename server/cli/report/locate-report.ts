import {
  findingWords,
  fixEntries,
  type Gathering,
  gatheringOf,
  type Lines,
  type Page,
  type Report,
  relatedEntries,
  type Span,
  type SuppressedReport,
} from '../../core/index.js';
import type { GatheredPlace, LocatedFinding, SourceLine } from '../formats/located-finding.js';
import type { Places } from './places.js';

/** A report with the places it speaks of; a suppressed one with its reason. */
export function locateReport(
  report: Report | SuppressedReport,
  page: Page,
  places: Places,
): LocatedFinding {
  const { rule, severity, message, span } = report;
  const { file, range } = places.locate(report);
  const gathering = gatheringOf(rule);
  const suppression = 'suppression' in report ? report.suppression : undefined;
  return {
    rule,
    severity,
    message,
    file,
    range,
    related: relatedEntries(report, places.locate),
    fixes: fixEntries(report, places.locate),
    ...textAt(page, places, span),
    state: suppression === undefined ? 'open' : 'suppressed',
    ...(suppression?.reason === undefined ? {} : { reason: suppression.reason }),
    ...(gathering === undefined ? {} : { gathered: gatheredPlace(gathering, page, places) }),
  };
}

function textAt({ id, text }: Page, places: Places, span: Span) {
  return {
    source: sourceLineAt(text, places.linesOf(id), span),
    words: findingWords(text, span),
  };
}

function gatheredPlace(gathering: Gathering, page: Page, places: Places): GatheredPlace {
  const span = gathering.place(page);
  if (span === undefined) return 'first';
  const { range } = places.locate({ page: page.id, span });
  return { range, ...textAt(page, places, span) };
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
