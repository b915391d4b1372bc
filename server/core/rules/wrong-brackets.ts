import { faultRule } from './fault-rule.js';
import type { Rule } from './rule.js';

export const wrongBrackets: Rule = faultRule({
  name: 'wrong-brackets',
  summary: 'The words or the attributes of a tag are in the wrong brackets, or in none.',
  reason:
    "The words of a tag are in square brackets, its attributes in braces: ':person[Jane Doe]{ref=jane-doe}'. In other brackets, in quotes or without any they are plain text, so the mention is not counted, or its attributes are lost.",
  level: 'error',
  fix: 'Write square brackets',
  message: ({ detail }) => worded(detail.reason ?? 'words', detail.kind ?? 'kind'),
  examples: {
    bad: [
      {
        brief: 'It was signed in :date(October 2025).\n',
        fixed: 'It was signed in :date[October 2025].\n',
      },
      {
        brief: 'It was signed in :date{October 2025}.\n',
        fixed: 'It was signed in :date[October 2025].\n',
      },
      {
        brief: 'It was signed :date[last month](edtf=2025-10).\n',
        fixed: 'It was signed :date[last month]{edtf=2025-10}.\n',
      },
    ],
    good: [
      { brief: 'It was signed in :date[October 2025] (in Delhi).\n' },
      { brief: 'It was signed in :date[October 2025]; see data:source(x) and f(x).\n' },
    ],
  },
});

function worded(form: string, kind: string): string {
  if (form === 'attributes' || form === 'bare-attributes')
    return `The attributes of a tag must be in braces. Write {…} directly after the :${kind} tag.`;
  const example = form === 'bare-words' ? `:${kind}[…]{…}` : `:${kind}[…]`;
  return `The words of a tag must be in square brackets directly after its kind. Write ${example}.`;
}
