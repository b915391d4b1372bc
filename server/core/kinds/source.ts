import type { Kind } from '../brief/index.js';
import { COMMON_ATTRIBUTES, date, oneOf, text } from './common.js';

/** After FollowTheMoney's Document. */
export const source: Kind = {
  tag: 'source',
  title: 'Source',
  plural: 'Sources',
  summary: 'Where something comes from: a statement, a document, an article.',
  role: 'entity',
  forms: ['text', 'record'],
  attributes: [
    ...COMMON_ATTRIBUTES,
    { name: 'publisher', type: text, summary: 'Who published it.' },
    { name: 'date', type: date, summary: 'When it was published.' },
    { name: 'url', type: { type: 'url' }, summary: 'Where it can be read.' },
    { name: 'archived_url', type: { type: 'url' }, summary: 'Where a copy of it is kept.' },
    {
      name: 'classification',
      type: oneOf([
        {
          value: 'primary',
          summary: 'The words of the parties themselves: a statement, a text, a transcript.',
        },
        { value: 'secondary', summary: 'What others report about it.' },
      ]),
      summary: 'Whether it is first-hand or a report by others.',
    },
  ],
  example:
    '::source[Joint statement]{#joint-statement url=https://example.org/statement date=2025-10-31}',
  aliases: ['document', 'statement', 'report', 'article'],
  look: { icon: 'book', symbol: 'File', completion: 'File', tint: 'slate' },
  firstAttributes: { publisher: 'Ministry', date: '2026-01-31', url: 'https://example.org' },
};
