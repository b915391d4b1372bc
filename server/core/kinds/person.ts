import type { Kind } from '../brief/index.js';
import { COMMON_ATTRIBUTES, date, idOf, text } from './common.js';

/** After Popolo's Person. */
export const person: Kind = {
  tag: 'person',
  title: 'Person',
  plural: 'People',
  summary: 'A human being: a minister, an official, a negotiator.',
  role: 'entity',
  forms: ['text', 'record'],
  attributes: [
    ...COMMON_ATTRIBUTES,
    {
      name: 'honorific_prefix',
      type: text,
      summary: 'The title before the name, such as Dr. or Shri.',
    },
    {
      name: 'memberships',
      type: {
        type: 'records',
        attributes: [
          { name: 'office', type: idOf('office'), summary: 'The office held.' },
          { name: 'org', type: idOf('org'), summary: 'The organization belonged to.' },
          { name: 'start_date', type: date, summary: 'Since when.' },
          { name: 'end_date', type: date, summary: 'Until when. Leave it out while it continues.' },
        ],
      },
      registryOnly: true,
      summary: 'The offices and organizations of the person, with their dates.',
    },
  ],
  example: ':person[Pete Hegseth]{#pete-hegseth other-names="Secretary Hegseth; Hegseth"}',
  aliases: ['individual', 'politician', 'leader', 'official'],
  look: { icon: 'person', symbol: 'Interface', completion: 'Interface', tint: 'blue' },
  mayPromise: true,
  firstAttributes: { other_names: 'Other name' },
};
