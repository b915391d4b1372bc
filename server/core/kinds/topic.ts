import type { Kind } from '../brief/index.js';
import { COMMON_ATTRIBUTES, idsOf } from './common.js';

/** After SKOS's Concept. */
export const topic: Kind = {
  tag: 'topic',
  title: 'Topic',
  plural: 'Topics',
  summary: 'What a passage is about: a field of policy, or a theme that comes up again.',
  role: 'entity',
  forms: ['text', 'record'],
  attributes: [
    ...COMMON_ATTRIBUTES,
    { name: 'broader', type: idsOf('topic'), summary: 'The wider topic that it is part of.' },
  ],
  example: ':topic[counter-terrorism]',
  aliases: ['theme', 'subject'],
  look: { icon: 'tag', symbol: 'Key', completion: 'Keyword', tint: 'grey', underline: 'dotted' },
  firstAttributes: { broader: 'larger-topic' },
};
