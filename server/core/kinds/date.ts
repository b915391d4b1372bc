import type { Kind } from '../brief/index.js';
import { date as dateType } from './common.js';

export const date: Kind = {
  tag: 'date',
  title: 'Date',
  plural: 'Dates',
  summary: 'A day or a period of time. Words that do not say which one need edtf.',
  role: 'date',
  forms: ['text'],
  attributes: [
    {
      name: 'edtf',
      type: dateType,
      summary: 'The date in EDTF: 2025, 2025-10, 2025-10-31, 2025/2035, 2026-33 (a quarter).',
    },
  ],
  example: ':date[this year]{edtf=2025}',
  aliases: ['day', 'month', 'year', 'deadline'],
  look: {
    icon: 'calendar',
    symbol: 'Number',
    completion: 'Value',
    tint: 'sand',
    underline: 'dotted',
  },
};
