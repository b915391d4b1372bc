import { type Found, faultRule } from './fault-rule.js';
import type { Rule } from './rule.js';
import { because, didYouMean } from './sentence.js';

export const unknownKind: Rule = faultRule({
  name: 'unknown-kind',
  summary: 'A tag is of a kind that does not exist, one letter away from one that does.',
  reason:
    'A tag of an unknown kind is plain text: with a slip in its kind a mention would be lost, and the brackets would show. In a registry every top-level key must be a kind of entity.',
  level: 'error',
  message: ({ detail, written }) => worded(detail, written),
  examples: {
    bad: [
      { brief: ':persn[Pete Hegseth] came in :date[October 2025].\n' },
      {
        brief: ':date[2025]\n',
        registry: `persons:
  moh: { name: Mo Haddad }
`,
      },
    ],
    good: [{ brief: ':smile: at [this](https://example.org), :date[2025].\n' }],
  },
});

function worded(detail: Found['detail'], written: string): string {
  const { found = written, wanted, reason } = detail;
  return didYouMean(because(`'${found}' is no kind of tag`, reason), wanted);
}
