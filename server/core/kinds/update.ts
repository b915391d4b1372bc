import type { Kind } from '../brief/index.js';
import { date, idOf, idsOf, oneOf } from './common.js';
import { PROGRESS_CHOICES, STATUS_CHOICES } from './status.js';

export const update: Kind = {
  tag: 'update',
  title: 'Update',
  plural: 'Updates',
  summary: 'News of a commitment: what became of it, on which day, on what source.',
  role: 'update',
  forms: ['record'],
  attributes: [
    {
      name: 'of',
      type: idOf('commitment'),
      required: true,
      summary: 'The commitment it is about.',
    },
    {
      name: 'status',
      type: oneOf(STATUS_CHOICES),
      summary: 'How the commitment stands from then on.',
    },
    { name: 'progress', type: oneOf(PROGRESS_CHOICES), summary: 'How much of it is done.' },
    {
      name: 'due',
      type: { type: 'date', closed: true },
      summary: 'The new deadline, if it was moved.',
    },
    { name: 'on', type: date, summary: "When it happened; else the brief's date." },
    { name: 'source', type: idsOf('source'), summary: 'Where the news is from.' },
    {
      name: 'correction',
      type: { type: 'flag' },
      summary: 'yes: what was reported before was wrong; needs a source.',
    },
  ],
  example:
    '::update[Letter of offer signed]{of=c-sales status=fulfilled on=2025-11-03 source=dsca-2025-11}',
  aliases: ['news'],
  look: { icon: 'history', symbol: 'EnumMember', completion: 'EnumMember', tint: 'gold' },
};
