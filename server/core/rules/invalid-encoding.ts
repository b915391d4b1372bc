import type { Rule } from './rule.js';

/** What stands for bytes that could not be read, here or wherever the file was converted before. */
const REPLACEMENT = '\uFFFD';

export const invalidEncoding: Rule = {
  name: 'invalid-encoding',
  summary: 'Some characters cannot be read, because the file is not in UTF-8.',
  reason:
    'Briefs and registries are UTF-8 text. A file in another encoding loses its accents, quotes and dashes: each is shown as �, and a name with such a character is never found. The same sign remains when a text was converted badly earlier.',
  level: 'error',
  sees: 'text',
  *check({ text }) {
    const start = text.indexOf(REPLACEMENT);
    if (start < 0) return;
    const count = text.split(REPLACEMENT).length - 1;
    const subject =
      count === 1 ? 'This character could' : `This character and ${count - 1} more could`;
    const message = `${subject} not be read: the file is not in UTF-8, or was damaged in a conversion. Save it as UTF-8 and replace each � by the right character.`;
    yield { span: { start, end: start + 1 }, message };
  },
  examples: {
    bad: [{ brief: 'The visit to Br\uFFFDssel was in :date[October 2025].\n' }],
    good: [{ brief: 'The visit to Brüssel was in :date[October 2025].\n' }],
  },
};
