import { l10n } from 'vscode';
import type { Overview, OverviewRow } from '../../server/lsp/protocol.js';
import { plurals } from '../plurals.js';
import { html } from './markup.js';
import { type Part, type Piece, partMarkup, piece } from './parts.js';

/** All commitments as a table: what the timeline draws, and what has no day. */
export function commitmentTable({ lanes, undated, left }: Overview): TableParts {
  const rows = [...lanes.flatMap((lane) => lane.rows), ...undated];
  const heads = [
    l10n.t('Commitment'),
    l10n.t('By'),
    l10n.t('To'),
    l10n.t('Deadline'),
    l10n.t('Status'),
    l10n.t('Score'),
    l10n.t('Brief'),
  ];
  const caption = html(plurals.commitments(rows.length + left));
  const more = html(l10n.t('{0} more are not shown.', left));
  return {
    caption: {
      ...{ id: 'count', tag: 'caption', attributes: [] },
      pieces: [piece('count', 'span', [], caption)],
    },
    head: `<thead><tr>${heads.map((head) => `<th scope="col">${html(head)}</th>`).join('')}</tr></thead>`,
    body: { id: 'rows', tag: 'tbody', attributes: [], pieces: rows.map(tableRow) },
    more: {
      ...{ id: 'left', tag: 'div', attributes: [] },
      pieces: left > 0 ? [piece('left', 'p', [], more)] : [],
    },
  };
}

export interface TableParts {
  readonly caption: Part;
  /** The same in every table. */
  readonly head: string;
  readonly body: Part;
  readonly more: Part;
}

export function tableMarkup({ caption, head, body, more }: TableParts): string {
  return `<table>${partMarkup(caption)}${head}${partMarkup(body)}</table>${partMarkup(more)}`;
}

function tableRow(row: OverviewRow): Piece {
  const { key, words, by, to, deadline, due, status, extended, scores, brief } = row;
  const said = words === '' ? l10n.t('(no words)') : words;
  const when = [deadline, due, extended].filter((part) => part !== '').join(', ');
  const cells = [by.join(', '), to.join(', '), when, status.replaceAll('-', ' '), scores, brief];
  const first = `<th scope="row"><button class="link" data-key="${html(key)}">${html(said)}</button></th>`;
  return piece(key, 'tr', [], `${first}${cells.map((cell) => `<td>${html(cell)}</td>`).join('')}`);
}

/** Who owes whom: how many commitments, and how many of them are overdue. */
export function matrixPart(overview: Overview): Part {
  const table = piece('matrix', 'div', [], matrixTable(overview));
  return { id: 'matrix-table', tag: 'div', attributes: [], pieces: [table] };
}

function matrixTable({ matrix: { by, to, cells } }: Overview): string {
  if (cells.length === 0) return `<p>${html(l10n.t('There are no commitments.'))}</p>`;
  const name = (party: string): string => (party === '' ? l10n.t('nobody named') : party);
  const known = new Map(cells.map((cell) => [`${cell.by}\0${cell.to}`, cell]));
  const rows = by.map((debtor) => {
    const row = to.map((creditor) => {
      const cell = known.get(`${debtor}\0${creditor}`);
      if (cell === undefined) return '<td></td>';
      const { count, open, overdue } = cell;
      const words = [
        plurals.commitments(count),
        ...(open > 0 ? [l10n.t('{0} open', open)] : []),
        ...(overdue > 0 ? [plurals.overdue(overdue)] : []),
      ].join(', ');
      const label = l10n.t('{0} to {1}: {2}', name(debtor), name(creditor), words);
      const late = overdue > 0 ? `<br><small>${html(plurals.overdue(overdue))}</small>` : '';
      return `<td class="count${overdue > 0 ? ' overdue' : ''}"><button data-by="${html(debtor)}" data-to="${html(creditor)}" aria-label="${html(label)}">${open} / ${count}${late}</button></td>`;
    });
    return `<tr><th scope="row">${html(name(debtor))}</th>${row.join('')}</tr>`;
  });
  const heads = to.map((creditor) => `<th scope="col">${html(name(creditor))}</th>`);
  const caption = l10n.t('Who (left) owes whom (above): open commitments of all');
  return `<table class="matrix"><caption>${html(caption)}</caption><thead><tr><td></td>${heads.join('')}</tr></thead><tbody>${rows.join('')}</tbody></table>`;
}
