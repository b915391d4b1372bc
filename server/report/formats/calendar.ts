import { counted, type Day, formatDay } from '../../core/index.js';
import type { ReportFormat } from '../frame/report-format.js';
import type { ReportCommitment } from '../frame/report-view.js';
import { stableKey } from '../frame/stable-key.js';
import { utf8Length } from '../frame/utf8.js';

/**
 * RFC 5545: each deadline as a whole day, that of its end; a commitment without a day is in no calendar. What was
 * withdrawn or replaced is cancelled there.
 */
export const calendar: ReportFormat = {
  name: 'ics',
  extension: 'ics',
  summary: 'a calendar of the deadlines, for Outlook and others',
  views: [],
  holds: ['deadlines'],
  leavesOut({ commitments }) {
    const count = commitments.filter(({ days }) => days === undefined).length;
    return count === 0 ? [] : [`${counted(count, 'commitment')} without a day`];
  },
  *write({ commitments, today }) {
    yield* lines(['BEGIN:VCALENDAR', 'VERSION:2.0', 'PRODID:-//Rapporteur//report//EN']);
    for (const commitment of commitments)
      if (commitment.days !== undefined) yield* lines(event(commitment, commitment.days[1], today));
    yield* lines(['END:VCALENDAR']);
  },
};

function event(
  { key, row, dueAssumed }: ReportCommitment,
  due: Day,
  today: Day,
): readonly string[] {
  const { by, to, words, under, status, overdue, deadline, brief } = row;
  const who = by.join(', ');
  const summary = `${overdue ? 'Overdue: ' : ''}${who === '' ? '' : `${who}: `}${words}${dueAssumed ? ' (assumed deadline)' : ''}`;
  const said = [
    ...(to.length > 0 ? [`To: ${to.join(', ')}`] : []),
    ...(under === undefined ? [] : [`Under: ${under}`]),
    `Deadline: ${deadline}`,
    `Status: ${status}`,
    `Brief: ${brief}`,
  ];
  return [
    'BEGIN:VEVENT',
    `UID:${stableKey(key)}@rapporteur`,
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
      const size = utf8Length(character);
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
