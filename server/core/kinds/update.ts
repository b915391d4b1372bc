import type { Kind } from '../brief/index.js';
import { date, idOf, idsOf, oneOf } from './common.js';
import { MOVED_DEADLINE, PROGRESS_CHOICES, STATUS_CHOICES } from './status.js';

export const update: Kind = {
  tag: 'update',
  title: 'Update',
  plural: 'Updates',
  summary: 'What happened to a commitment, on which day, according to which source.',
  role: 'update',
  forms: ['record'],
  attributes: [
    {
      name: 'of',
      type: idOf('commitment'),
      required: true,
      summary: 'The commitment that it is about.',
    },
    {
      name: 'status',
      type: oneOf(STATUS_CHOICES, MOVED_DEADLINE),
      summary: 'The status of the commitment from then on.',
    },
    { name: 'progress', type: oneOf(PROGRESS_CHOICES), summary: 'How much of it is done.' },
    {
      name: 'due',
      type: { type: 'date', closed: true },
      summary: 'The new deadline, if it was changed.',
    },
    { name: 'on', type: date, summary: 'When it happened. If left out: the date of the brief.' },
    { name: 'source', type: idsOf('source'), summary: 'Where the report comes from.' },
    {
      name: 'correction',
      type: { type: 'flag' },
      summary: 'yes: an earlier report was wrong. Needs a source.',
    },
  ],
  example:
    '::update[Letter of offer signed]{of=c-sales status=fulfilled on=2025-11-03 source=dsca-2025-11}',
  aliases: ['news'],
  look: { icon: 'history', symbol: 'EnumMember', completion: 'EnumMember', tint: 'gold' },
};
