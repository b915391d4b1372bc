import type { Kind } from '../brief/index.js';
import { COMMON_ATTRIBUTES, date, oneOf, parties, text } from './common.js';

/** After the terms of the UN Treaty Collection. */
export const agreement: Kind = {
  tag: 'agreement',
  title: 'Agreement',
  plural: 'Agreements',
  summary:
    'What parties have agreed on or are negotiating: a treaty, a framework, a joint statement.',
  role: 'entity',
  forms: ['text', 'record'],
  attributes: [
    ...COMMON_ATTRIBUTES,
    {
      name: 'instrument',
      type: text,
      summary: 'Its form, such as treaty, mou, framework, joint-statement or resolution.',
    },
    { name: 'parties', type: parties, summary: 'The parties of the agreement.' },
    {
      name: 'status',
      type: oneOf([
        {
          value: 'negotiated',
          summary: 'Its text is being negotiated, or is not adopted yet.',
        },
        {
          value: 'adopted',
          summary: 'Its text is agreed, but not signed yet.',
          also: ['agreed', 'approved'],
        },
        { value: 'signed', summary: 'Signed, but not in force yet.', also: ['concluded'] },
        {
          value: 'in-force',
          summary: 'It applies to its parties now.',
          also: ['effective', 'in-effect', 'active', 'valid', 'applied'],
        },
        { value: 'suspended', summary: 'Put on hold.', also: ['paused', 'on-hold', 'frozen'] },
        {
          value: 'terminated',
          summary: 'Ended.',
          also: ['ended', 'denounced', 'cancelled', 'canceled', 'expired'],
        },
      ]),
      summary: 'Its current status.',
    },
    {
      name: 'legal_status',
      type: oneOf([
        { value: 'binding', summary: 'Legally binding.' },
        { value: 'non-binding', summary: 'Political, not legally binding.' },
        { value: 'unknown', summary: 'Not known.' },
      ]),
      summary: 'Whether it is legally binding.',
    },
    { name: 'period', type: date, summary: 'The time in which it applies, such as 2025/2035.' },
    { name: 'signed', type: date, summary: 'When it was signed.' },
    { name: 'in_force', type: date, summary: 'When it came into force.' },
  ],
  example: ':agreement[ten-year defense framework]{ref=us-in-defense-framework}',
  aliases: ['treaty', 'deal', 'pact', 'accord', 'convention', 'memorandum'],
  look: { icon: 'law', symbol: 'Package', completion: 'Reference', tint: 'amber' },
  firstAttributes: { instrument: 'framework', parties: 'each-party', signed: '2026-01-31' },
};
