import {
  type AssessmentEntry,
  commitmentEntry,
  commitmentsIn,
  extensionWords,
} from '../../core/index.js';
import { cellText, column, type ListDefinition, type Row } from './list-definition.js';

/** `2026-01-31 (assumed)`, `2027 (extended twice)`. */
function dueText({ due, dueText: said, dueAssumed, extended }: Row): string {
  const notes = [
    ...(dueAssumed === true ? ['assumed'] : []),
    ...(typeof extended === 'number' && extended > 0
      ? [extensionWords({ extensions: extended }) ?? '']
      : []),
  ];
  const note = notes.length === 0 ? '' : ` (${notes.join(', ')})`;
  return `${cellText(due ?? said)}${note}`;
}

/** With each assessor's last word, the newest first: `active, +1 (g20-rg), limited (irm)`. */
function statusText({ overdue, status, assessments }: Row): string {
  const all = Array.isArray(assessments) ? (assessments as readonly AssessmentEntry[]) : [];
  const scores = all.flatMap(({ by, score, party, latest }) => {
    const who = [...by, ...party.map((id) => `for ${id}`)].join(', ');
    return latest ? [who === '' ? score : `${score} (${who})`] : [];
  });
  return [overdue === true ? 'overdue' : cellText(status), ...scores.reverse()].join(', ');
}

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
    'dueAssumed',
    'extended',
    'dueText',
    'period',
    'strength',
    'strengthFrom',
    'marker',
    'saidBy',
    'status',
    'progress',
    'guideline',
    'source',
    'overdue',
    'history',
    'assessments',
    'file',
    'range',
  ],
  columns: [
    column('id', 'id', 6),
    column('by', 'by', 2),
    column('to', 'to', 2),
    { title: 'what', stretch: 3, text: (row) => cellText(row.what ?? row.words) },
    { title: 'due', stretch: 0, text: dueText },
    column('strength', 'strength'),
    { title: 'status', stretch: 1, text: statusText },
  ],
  *rows(page, { workspace, places }) {
    for (const commitment of commitmentsIn(workspace, page)) {
      yield { ...commitmentEntry(commitment, workspace, places.locate) };
    }
  },
};
