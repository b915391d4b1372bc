import { l10n } from 'vscode';
import type { Overview, OverviewRow } from '../../server/lsp/protocol.js';
import { plurals } from '../plurals.js';
import { html } from './markup.js';

/** All commitments as a table: what the timeline draws, and what has no day. */
export function commitmentTable({ lanes, undated, left }: Overview): string {
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
  const more = left > 0 ? `<p>${html(l10n.t('{0} more are not shown.', left))}</p>` : '';
  return `<table><caption>${html(plurals.commitments(rows.length + left))}</caption><thead><tr>${heads
    .map((head) => `<th scope="col">${html(head)}</th>`)
    .join('')}</tr></thead><tbody>${rows.map(tableRow).join('')}</tbody></table>${more}`;
}

function tableRow(row: OverviewRow): string {
  const { key, words, by, to, deadline, due, status, extended, scores, brief } = row;
  const said = words === '' ? l10n.t('(no words)') : words;
  const when = [deadline, due, extended].filter((part) => part !== '').join(', ');
  const cells = [by.join(', '), to.join(', '), when, status.replaceAll('-', ' '), scores, brief];
  return `<tr><th scope="row"><button class="link" data-key="${html(key)}">${html(said)}</button></th>${cells
    .map((cell) => `<td>${html(cell)}</td>`)
    .join('')}</tr>`;
}

/** Who owes whom: how many commitments, and how many of them are overdue. */
export function matrixTable({ matrix: { by, to, cells } }: Overview): string {
  if (cells.length === 0) return `<p>${html(l10n.t('There are no commitments.'))}</p>`;
  const name = (party: string): string => (party === '' ? l10n.t('nobody named') : party);
  const rows = by.map((debtor) => {
    const row = to.map((creditor) => {
      const cell = cells.find((each) => each.by === debtor && each.to === creditor);
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
