import { commitmentEntry, commitmentsIn } from '../../core/index.js';
import { cellText, column, type ListDefinition } from './list-definition.js';

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
      yield { ...commitmentEntry(commitment, workspace, places.locate) };
    }
  },
};
