import { l10n } from 'vscode';
import type { Overview, OverviewRow } from '../../server/lsp/protocol.js';
import { partiesInWords } from '../lists/commitment-list.js';
import { cut, html } from './markup.js';
import { type Part, type Piece, piece } from './parts.js';

/** In the units of the picture, which are about as large as letters want it in a panel. */
const ALL = 640;
const LEFT = 8;
const WIDTH = 616;
const LANE = 26;
const ROW = 38;
const HEAD = 34;
const WORDS = 90;

/** Deadlines on an axis of time: a day is a diamond, a month or a year a bar. */
export function timelineParts({ lanes, ticks, todayAt, today }: Overview): readonly Part[] {
  const pieces: Piece[] = [];
  let y = HEAD;
  for (const [at, { title, rows }] of lanes.entries()) {
    const name = title === '' ? l10n.t('Nobody named') : title;
    const place = [
      ['class', 'lane'],
      ['x', '0'],
      ['y', String(y + 18)],
    ] as const;
    pieces.push(piece(`lane ${at}`, 'text', place, html(cut(name, 80))));
    y += LANE;
    for (const row of rows) {
      pieces.push(rowPiece(row, y));
      y += ROW;
    }
  }
  const height = y + 8;
  const lines = ticks.map(({ at, words }) => {
    const x = place(at);
    return `<line class="tick" x1="${x}" y1="${HEAD - 8}" x2="${x}" y2="${height}"/><text class="tick-words" ${beside(x)} y="14">${html(words)}</text>`;
  });
  const now = place(todayAt);
  const todayWords = html(l10n.t('today, {0}', today));
  const todayLine = `<line class="today" x1="${now}" y1="${HEAD - 8}" x2="${now}" y2="${height}"/><text class="today-words" ${beside(now)} y="${HEAD - 2}">${todayWords}</text>`;
  const isEmpty = lanes.length === 0;
  const axis = piece('axis', 'g', [], `${lines.join('')}${todayLine}`);
  const none = piece('none', 'p', [], html(l10n.t('No commitment has a day.')));
  return [
    { id: 'no-days', tag: 'div', attributes: [], pieces: isEmpty ? [none] : [] },
    {
      id: 'days',
      tag: 'svg',
      attributes: [
        ['viewBox', `0 0 ${ALL} ${isEmpty ? 0 : height}`],
        ['role', 'group'],
        ['aria-label', l10n.t('Deadlines in time')],
      ],
      pieces: isEmpty ? [] : [axis, ...pieces],
    },
  ];
}

function rowPiece(row: OverviewRow, y: number): Piece {
  const { key, words, standing, from = 0, until = 0 } = row;
  const said = words === '' ? l10n.t('(no words)') : words;
  const middle = y + 27;
  const [start, end] = [place(from), place(until)];
  const isDay = end - start < 9;
  const mark = isDay
    ? `<path class="mark ${standing}" d="M${start} ${middle - 6} l6 6 l-6 6 l-6 -6 z"/>`
    : `<rect class="mark ${standing}" x="${start}" y="${y + 21}" width="${round(end - start)}" height="12" rx="2"/>`;
  return piece(
    key,
    'g',
    [
      ['class', 'row'],
      ['role', 'button'],
      ['tabindex', '0'],
      ['data-key', key],
      ['aria-label', rowInWords(row)],
    ],
    `<rect class="ground" x="0" y="${y}" width="${ALL}" height="${ROW}"/><title>${html(rowInWords(row))}</title><text x="${LEFT}" y="${y + 15}">${html(cut(said, WORDS))}</text>${mark}`,
  );
}

/** All that a row says, for who hears it. */
function rowInWords(row: OverviewRow): string {
  const { words, deadline, due, status, scores, brief } = row;
  return [words, partiesInWords(row), deadline, due, status.replaceAll('-', ' '), scores, brief]
    .filter((part) => part !== '')
    .join(' · ');
}

/** Words behind a line; near the right edge before it. */
function beside(x: number): string {
  return x > ALL - 90 ? `x="${x - 3}" text-anchor="end"` : `x="${x + 3}"`;
}

function place(at: number): number {
  return round(LEFT + at * WIDTH);
}

function round(length: number): number {
  return Math.round(length * 10) / 10;
}
