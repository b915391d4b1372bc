import type { Kind } from '../brief/index.js';
import { COMMON_ATTRIBUTES, idOf } from './common.js';

/** After Popolo's Post. Its holders come from people's memberships, so they are written once. */
export const office: Kind = {
  tag: 'office',
  title: 'Office',
  plural: 'Offices',
  summary:
    'A position that one person holds after another. The memberships of a person say who holds it.',
  role: 'entity',
  forms: ['text', 'record'],
  attributes: [
    ...COMMON_ATTRIBUTES,
    { name: 'org', type: idOf('org'), summary: 'The organization it belongs to.' },
    { name: 'place', type: idOf('place'), summary: 'The country, state or city it acts for.' },
  ],
  example: ':office[:place[U.S.] Secretary of Defense]',
  aliases: ['minister', 'position', 'post'],
  look: {
    icon: 'briefcase',
    symbol: 'Struct',
    completion: 'Struct',
    tint: 'indigo',
    underline: 'double',
  },
  mayPromise: true,
  firstAttributes: { org: 'its-org', place: 'its-country' },
};
