import type { Kind } from '../brief/index.js';
import { date, idOf, idsOf, parties, text } from './common.js';

/** How well a promise was kept, as somebody judges it: never its status. */
export const assessment: Kind = {
  tag: 'assessment',
  title: 'Assessment',
  plural: 'Assessments',
  summary: 'How well a commitment was kept, on a scale, in the judgement of somebody.',
  role: 'assessment',
  forms: ['record'],
  attributes: [
    {
      name: 'of',
      type: idOf('commitment'),
      required: true,
      summary: 'The commitment that it is about.',
    },
    {
      name: 'by',
      type: parties,
      summary: 'Who assessed it. If left out: the author of the brief.',
    },
    {
      name: 'score',
      type: text,
      required: true,
      summary: 'A step of a scale, such as +1, limited or compromise.',
    },
    {
      name: 'scale',
      type: text,
      summary: 'The name of the scale, if several scales have this step.',
    },
    {
      name: 'party',
      type: parties,
      summary: 'Whose part of the commitment was assessed. If left out: that of all who must act.',
    },
    {
      name: 'on',
      type: date,
      summary: 'When it was assessed. If left out: the date of the brief.',
    },
    {
      name: 'period',
      type: date,
      summary: 'The time that it is about, such as 2025 or 2024/2025.',
    },
    { name: 'source', type: idsOf('source'), summary: 'Where the assessment can be read.' },
  ],
  example:
    '::assessment[Most deliveries were made]{of=c-sales by=defense-watch score=substantial on=2026-06-30 source=watch-2026}',
  aliases: ['score', 'rating', 'evaluation'],
  look: { icon: 'star', symbol: 'EnumMember', completion: 'EnumMember', tint: 'gold' },
};
