import { type Day, formatDay } from '../../dates/index.js';
import { counted } from '../../text/index.js';
import { assumedMark } from '../describe/commitment-words.js';
import type { ChartRow } from './chart-row.js';
import { timelineOf } from './timeline.js';
import { type OwingCell, whoOwesWhom } from './who-owes-whom.js';

/** What can be drawn of commitments. */
export const CHART_VIEWS = ['timeline', 'graph'] as const;

export type ChartView = (typeof CHART_VIEWS)[number];

/** Commitments as a diagram in the language of Mermaid, which GitHub, GitLab and editors draw in Markdown. */
export function mermaidOf(rows: readonly ChartRow[], view: ChartView, today: Day): string {
  return view === 'timeline' ? gantt(rows, today) : flowchart(rows);
}

/** Tools refuse to draw more. */
const MOST_ROWS = 300;
const MOST_EDGES = 250;

/** One line each: a day is a milestone, a month or a year a bar. */
function gantt(rows: readonly ChartRow[], today: Day): string {
  const { lanes, undated } = timelineOf(rows, today);
  const lines = [
    'gantt',
    `  title Commitments as of ${formatDay(today)}`,
    '  dateFormat YYYY-MM-DD',
    '  inclusiveEndDates',
  ];
  let left = MOST_ROWS;
  let dropped = 0;
  for (const { title, rows: held } of lanes) {
    const shown = held.slice(0, left);
    left -= shown.length;
    dropped += held.length - shown.length;
    if (shown.length > 0) lines.push(`  section ${plain(title) || 'Nobody named'}`);
    for (const row of shown) {
      const [first, last] = row.days;
      const marks = [MARKS[row.standing], ...(first === last ? ['milestone'] : [])];
      const span =
        first === last ? `${formatDay(last)}, 0d` : `${formatDay(first)}, ${formatDay(last)}`;
      lines.push(
        `  ${plain(row.words) || 'No words'}${assumedMark(row.assumed)} :${marks.join(', ')}, ${span}`,
      );
    }
  }
  if (lanes.length === 0) lines.push(`  Today :milestone, ${formatDay(today)}, 0d`);
  if (undated.length > 0)
    lines.push(`  %% ${counted(undated.length, 'more commitment')} without a day`);
  if (dropped > 0) lines.push(`  %% ${counted(dropped, 'more commitment')} with a day`);
  return `${lines.join('\n')}\n`;
}

const MARKS: Readonly<Record<ChartRow['standing'], string>> = {
  overdue: 'crit',
  open: 'active',
  over: 'done',
};

/** Who owes whom: an arrow each, with how much of it is open and overdue. */
function flowchart(rows: readonly ChartRow[]): string {
  const { by, to, cells } = whoOwesWhom(rows);
  const shown = cells.slice(0, MOST_EDGES);
  const named = new Set(shown.flatMap((cell) => [cell.by, cell.to]));
  const parties = [...new Set([...by, ...to])].filter((name) => named.has(name));
  const keys = new Map(parties.map((name, at) => [name, `p${at + 1}`]));
  const lines = [
    'flowchart LR',
    ...[...keys].map(([name, key]) => `  ${key}["${quoted(name) || 'nobody named'}"]`),
    ...shown.map(
      (cell) => `  ${keys.get(cell.by)} -- "${edgeWords(cell)}" --> ${keys.get(cell.to)}`,
    ),
  ];
  if (shown.length < cells.length)
    lines.push(`  %% ${counted(cells.length - shown.length, 'more pair')}`);
  return `${lines.join('\n')}\n`;
}

function edgeWords({ count, open, overdue }: OwingCell): string {
  const closed = count - open;
  const parts = [
    ...(open > 0 ? [`${open} open`] : []),
    ...(overdue > 0 ? [`${overdue} overdue`] : []),
    ...(closed > 0 ? [`${closed} closed`] : []),
  ];
  return parts.join(', ');
}

/** Without what a line of a chart would end or be split at. */
function plain(words: string): string {
  return words
    .replace(/[:;#%\n\r]+/g, ' ')
    .replace(/\s+/g, ' ')
    .trim();
}

/** As it may be between quotes. */
function quoted(words: string): string {
  return words
    .replaceAll('#', '#35;')
    .replaceAll('"', '#quot;')
    .replace(/[<>]/g, (sign) => (sign === '<' ? '#lt;' : '#gt;'))
    .replace(/\s+/g, ' ')
    .trim();
}
