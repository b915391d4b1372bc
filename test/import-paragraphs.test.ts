// Plain text of a clipboard as paragraphs.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { asParagraphs } from '../server/import/index.js';

const EXAMPLES: Readonly<Record<string, readonly [text: string, paragraphs: string]>> = {
  'each line is a paragraph, as Word and mails write them': [
    'Joint statement\r\nNorland will pay for the ports.\r\nIt will build the roads, and say so each year, in words that all of its partners can read and check.\r\n',
    'Joint statement\n\nNorland will pay for the ports.\n\nIt will build the roads, and say so each year, in words that all of its partners can read and check.',
  ],
  'lines that were broken to fit a page are one paragraph, with the words that were parted': [
    'Norland and its partners met on the last day of October to speak of the\nports. They agreed that the ports and all roads that lead to them are to be re-\nbuilt by the end of the year after next, and that each of them will say in\npublic what it has paid.\nThey will meet again in spring, in the capital of Norland, as they have\ndone before.',
    'Norland and its partners met on the last day of October to speak of the ports. They agreed that the ports and all roads that lead to them are to be rebuilt by the end of the year after next, and that each of them will say in public what it has paid.\n\nThey will meet again in spring, in the capital of Norland, as they have done before.',
  ],
  'seven sentences of about the same length are seven paragraphs': [
    Array.from(
      { length: 7 },
      (_, index) => `Partner ${index} will pay for the ports of Norland by 2030.`,
    ).join('\n'),
    Array.from(
      { length: 7 },
      (_, index) => `Partner ${index} will pay for the ports of Norland by 2030.`,
    ).join('\n\n'),
  ],
  'paragraphs that are apart stay so, and what has a form of its own stays as it is': [
    'One.\n\n- a\n- b\n\n\n> c\n> d\n\n:::commitment{by=x}\nWords.\n:::',
    'One.\n\n- a\n- b\n\n> c\n> d\n\n:::commitment{by=x}\nWords.\n:::',
  ],
};

for (const [title, [text, paragraphs]] of Object.entries(EXAMPLES))
  test(title, () => {
    assert.equal(asParagraphs(text), paragraphs);
    assert.equal(asParagraphs(paragraphs), paragraphs);
  });
