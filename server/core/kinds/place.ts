import type { Kind } from '../brief/index.js';
import { COMMON_ATTRIBUTES, text } from './common.js';

/** After Popolo's Area. */
export const place: Kind = {
  tag: 'place',
  title: 'Place',
  plural: 'Places',
  summary: 'A country, a region or a city. A country can make and receive promises.',
  role: 'entity',
  forms: ['text', 'record'],
  attributes: [
    ...COMMON_ATTRIBUTES,
    {
      name: 'classification',
      type: text,
      summary: 'The type of place, such as country, region or city.',
    },
    { name: 'iso', type: text, summary: 'Its ISO 3166 code, such as IN or US-CA.' },
  ],
  example: ':place[both countries]{ref=india,united-states}',
  aliases: ['country', 'region', 'city', 'nation', 'state', 'location'],
  look: { icon: 'location', symbol: 'Namespace', completion: 'Module', tint: 'green' },
  mayPromise: true,
  firstAttributes: { classification: 'country', iso: 'IN' },
};
