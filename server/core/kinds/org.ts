import type { Kind } from '../brief/index.js';
import { COMMON_ATTRIBUTES, date, idOf, text } from './common.js';

/** After Popolo's Organization. */
export const org: Kind = {
  tag: 'org',
  title: 'Organization',
  plural: 'Organizations',
  summary: 'A body of people: a ministry, an agency, a company, an alliance.',
  role: 'entity',
  forms: ['text', 'record'],
  attributes: [
    ...COMMON_ATTRIBUTES,
    {
      name: 'classification',
      type: text,
      summary: 'The type of organization, such as ministry, company or alliance.',
    },
    { name: 'parent', type: idOf('org'), summary: 'The organization that it is part of.' },
    { name: 'founding_date', type: date, summary: 'When it was founded.' },
    { name: 'dissolution_date', type: date, summary: 'When it was dissolved.' },
  ],
  example: ':org[Ministry of Defence]{ref=in-ministry-of-defence}',
  aliases: [
    'organization',
    'organisation',
    'company',
    'ministry',
    'agency',
    'institution',
    'government',
  ],
  look: { icon: 'organization', symbol: 'Class', completion: 'Class', tint: 'violet' },
  mayPromise: true,
  firstAttributes: { classification: 'ministry', parent: 'larger-org' },
};
