import { createHash } from 'node:crypto';
import { type ChartRow, type Day, formatDay } from '../../core/index.js';
import type { ReportFormat } from './report-format.js';

/**
 * RFC 5545: each deadline as a whole day, that of its end; a commitment without a day is in no calendar. What was
 * withdrawn or replaced is cancelled there.
 */
export const calendar: ReportFormat = {
  name: 'ics',
  summary: 'a calendar of the deadlines, for Outlook and others',
  views: [],
  *write(rows, { today }) {
    yield* lines(['BEGIN:VCALENDAR', 'VERSION:2.0', 'PRODID:-//Rapporteur//report//EN']);
    const used = new Map<string, number>();
    for (const row of rows) {
      if (row.days === undefined) continue;
      const key = keyOf(row);
      const count = used.get(key) ?? 0;
      used.set(key, count + 1);
      yield* lines(event(row, row.days[1], today, count === 0 ? key : `${key}-${count + 1}`));
    }
    yield* lines(['END:VCALENDAR']);
  },
};

function event(row: ChartRow, due: Day, today: Day, key: string): readonly string[] {
  const { by, to, words, under, status, overdue, deadline, brief } = row;
  const who = by.join(', ');
  const summary = `${overdue ? 'Overdue: ' : ''}${who === '' ? '' : `${who}: `}${words}`;
  const said = [
    ...(to.length > 0 ? [`To: ${to.join(', ')}`] : []),
    ...(under === undefined ? [] : [`Under: ${under}`]),
    `Deadline: ${deadline}`,
    `Status: ${status}`,
    `Brief: ${brief}`,
  ];
  return [
    'BEGIN:VEVENT',
    `UID:${key}@rapporteur`,
    `DTSTAMP:${compact(today)}T000000Z`,
    `DTSTART;VALUE=DATE:${compact(due)}`,
    `DTEND;VALUE=DATE:${compact(due + 1)}`,
    `SUMMARY:${text(summary)}`,
    `DESCRIPTION:${text(said.join('\n'))}`,
    `CATEGORIES:${text(overdue ? 'overdue' : status)}`,
    `STATUS:${/^(?:withdrawn|superseded)$/.test(status) ? 'CANCELLED' : 'CONFIRMED'}`,
    'TRANSP:TRANSPARENT',
    'END:VEVENT',
  ];
}

/** The same for a commitment as long as its id stays, and its brief and words where it has none. */
function keyOf({ id, brief, words }: ChartRow): string {
  return createHash('sha256')
    .update(id ?? `${brief}\0${words}`)
    .digest('hex')
    .slice(0, 24);
}

function compact(day: Day): string {
  return formatDay(day).replaceAll('-', '');
}

/** A value of type TEXT: RFC 5545, section 3.3.11. */
function text(words: string): string {
  return words
    .replace(/(?![\n])\p{Cc}/gu, ' ')
    .replace(/[\\;,]/g, (sign) => `\\${sign}`)
    .replaceAll('\n', '\\n');
}

/** Lines of at most 75 bytes, longer ones folded between characters: section 3.1. */
function* lines(all: readonly string[]): Iterable<string> {
  for (const line of all) {
    let folded = '';
    let bytes = 0;
    for (const character of line) {
      const size = Buffer.byteLength(character);
      if (bytes + size > 75) {
        folded += '\r\n ';
        bytes = 1;
      }
      folded += character;
      bytes += size;
    }
    yield `${folded}\r\n`;
  }
}
