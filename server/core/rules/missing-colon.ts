import { faultRule } from './fault-rule.js';
import type { Rule } from './rule.js';

export const missingColon: Rule = faultRule({
  name: 'missing-colon',
  summary: 'The colon of a tag is after its kind, missing, or a semicolon.',
  reason:
    'A tag begins with its colon. If the colon is after the kind, forgotten, or a semicolon, the tag is plain text, and the mention is not counted.',
  level: 'error',
  fix: 'Move the colon',
  message: ({ detail, written }) => worded(detail.reason, detail.kind ?? 'kind', written),
  examples: {
    bad: [
      {
        brief: 'It was signed in date:[October 2025].\n',
        fixed: 'It was signed in :date[October 2025].\n',
      },
      {
        brief: 'It was signed date[last month]{edtf=2025-10}.\n',
        fixed: 'It was signed :date[last month]{edtf=2025-10}.\n',
      },
      {
        brief: ':date[2025]: it was signed in ;date[October 2025].\n',
        fixed: ':date[2025]: it was signed in :date[October 2025].\n',
      },
    ],
    good: [
      { brief: 'It was signed in :date[October 2025].\n' },
      { brief: ':date[2025] - see also place:[x](https://example.org).\n' },
    ],
  },
});

function worded(form: string | undefined, kind: string, written: string): string {
  const colons = /^[:;]{2,}/.exec(written)?.[0].replaceAll(';', ':') ?? ':';
  if (form === 'semicolon')
    return `A tag begins with a colon, not with a semicolon. Write ${colons}${kind} instead of ${written}.`;
  if (form === 'second')
    return `The colon of a tag must be before its kind only. Remove the one behind '${kind}'.`;
  if (form === 'forgotten')
    return `The colon of a tag is missing. Write :${kind}[…] in a sentence, or ::${kind} at the start of a line for a record.`;
  return `The colon of a tag must be before its kind. Write :${kind}[…] instead of ${kind}:[…].`;
}
