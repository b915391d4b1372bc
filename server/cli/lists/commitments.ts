import {
  type Commitment,
  commitmentsIn,
  dueAsOf,
  type HistoryStep,
  isOverdue,
  progressAsOf,
  statusAsOf,
  type Workspace,
} from '../../core/index.js';
import type { Places } from '../report/places.js';
import { cellText, column, type ListDefinition, orNull, type Row } from './list-definition.js';

/** Every promise, with what became of it by the day the list is for. */
export const commitments: ListDefinition = {
  name: 'commitments',
  singular: 'commitment',
  summary: 'every promise: who, to whom, what, by when, and its status',
  keys: [
    'id',
    'by',
    'for',
    'to',
    'words',
    'what',
    'if',
    'under',
    'at',
    'made',
    'due',
    'dueText',
    'period',
    'strength',
    'strengthFrom',
    'marker',
    'saidBy',
    'status',
    'progress',
    'source',
    'overdue',
    'history',
    'file',
    'range',
  ],
  columns: [
    column('id', 'id', 6),
    column('by', 'by', 2),
    column('to', 'to', 2),
    { title: 'what', stretch: 3, text: (row) => cellText(row.what ?? row.words) },
    { title: 'due', stretch: 0, text: (row) => cellText(row.due ?? row.dueText) },
    column('strength', 'strength'),
    {
      title: 'status',
      stretch: 0,
      text: (row) => (row.overdue === true ? 'overdue' : cellText(row.status)),
    },
  ],
  *rows(page, { workspace, places }) {
    for (const commitment of commitmentsIn(workspace, page)) {
      yield commitmentRow(commitment, workspace, places);
    }
  },
};

export function commitmentRow(commitment: Commitment, { today }: Workspace, places: Places): Row {
  const { at } = commitment;
  return {
    id: orNull(commitment.id),
    by: commitment.by,
    for: commitment.for,
    to: commitment.to,
    words: commitment.words,
    what: orNull(commitment.what),
    if: orNull(commitment.if),
    under: orNull(commitment.under),
    at: orNull(commitment.event),
    made: orNull(commitment.made),
    due: orNull(dueAsOf(commitment, today)),
    dueText: orNull(commitment.dueText),
    period: orNull(commitment.period),
    strength: orNull(commitment.strength),
    strengthFrom: orNull(commitment.strengthFrom),
    marker: orNull(commitment.marker?.text),
    // One field for the speaker; several are rare, and none is lost.
    saidBy: commitment.saidBy.join(',') || null,
    status: orNull(statusAsOf(commitment, today)),
    progress: orNull(progressAsOf(commitment, today)),
    source: commitment.source,
    overdue: isOverdue(commitment, today),
    history: commitment.history.map((step) => stepOf(step, places)),
    ...places.locate({ page: at.page, span: at.tag.span }),
  };
}

function stepOf({ status, on, source, place }: HistoryStep, places: Places): object {
  return { status: orNull(status), on: orNull(on), source, ...places.locate(place) };
}
