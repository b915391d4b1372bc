import type { Kind } from '../brief/index.js';
import { COMMON_ATTRIBUTES, date, oneOf, parties, text } from './common.js';

/** After the terms of the UN Treaty Collection. */
export const agreement: Kind = {
  tag: 'agreement',
  title: 'Agreement',
  plural: 'Agreements',
  summary: 'What parties have agreed on, or negotiate: a treaty, a framework, a joint statement.',
  role: 'entity',
  forms: ['text', 'record'],
  attributes: [
    ...COMMON_ATTRIBUTES,
    {
      name: 'instrument',
      type: text,
      summary: 'Its form, such as treaty, mou, framework, joint-statement or resolution.',
    },
    { name: 'parties', type: parties, summary: 'Whose agreement it is.' },
    {
      name: 'status',
      type: oneOf([
        {
          value: 'negotiated',
          summary: 'Its text is being worked out, or stands and is not adopted.',
        },
        { value: 'adopted', summary: 'Its text is settled, and not yet signed.' },
        { value: 'signed', summary: 'Signed, and not yet in force.' },
        { value: 'in-force', summary: 'It binds or guides its parties now.' },
        { value: 'suspended', summary: 'Put on hold.' },
        { value: 'terminated', summary: 'Ended.' },
      ]),
      summary: 'How far it has come.',
    },
    {
      name: 'legal_status',
      type: oneOf([
        { value: 'binding', summary: 'Binding in law.' },
        { value: 'non-binding', summary: 'A political understanding.' },
        { value: 'unknown', summary: 'Not known.' },
      ]),
      summary: 'Whether it binds in law.',
    },
    { name: 'period', type: date, summary: 'From when to when it holds, such as 2025/2035.' },
    { name: 'signed', type: date, summary: 'When it was signed.' },
    { name: 'in_force', type: date, summary: 'When it came into force.' },
  ],
  example: ':agreement[ten-year defense framework]{ref=us-in-defense-framework}',
  aliases: ['treaty', 'deal', 'pact', 'accord', 'convention', 'memorandum'],
  look: { icon: 'law', symbol: 'Package', completion: 'Reference', tint: 'amber' },
  firstAttributes: { instrument: 'framework', parties: 'each-party', signed: '2026-01-31' },
};
