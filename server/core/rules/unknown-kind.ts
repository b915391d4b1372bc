import { type FaultText, faultRule } from './fault-rule.js';
import type { Rule } from './rule.js';
import { because } from './wording.js';

export const unknownKind: Rule = faultRule({
  name: 'unknown-kind',
  summary: 'A tag has an unknown kind: one letter away from a known one, or another word for it.',
  reason:
    "A tag of an unknown kind is plain text: because of one wrong letter, or another word for a kind, such as 'country' for 'place', a mention would be lost, and readers would see the brackets. A workspace can define such a word as its own kind, under 'kinds' in 'rapporteur.yaml'. In a registry every top-level key must be a kind of entity.",
  level: 'error',
  message: ({ detail, written }) => worded(detail, written),
  examples: {
    bad: [
      {
        brief: ':person[Pete Hegseth]{#pete-hegseth} came. Then :persn[Pete Hegseth] spoke.\n',
        fixed: ':person[Pete Hegseth]{#pete-hegseth} came. Then :person[Pete Hegseth] spoke.\n',
      },
      {
        brief: ':person[Pete Hegseth]{#pete-hegseth} came to :country[India].\n',
      },
      { brief: ':person[Mo Haddad] came.\n', registry: 'persons:\n  moh: { name: Mo Haddad }\n' },
    ],
    good: [{ brief: ':smile: at [this](https://example.org), :date[2025].\n' }],
  },
});

function worded(detail: FaultText['detail'], written: string): string {
  const { found = written, wanted, reason } = detail;
  return because(
    `'${found}' is not a kind of tag`,
    reason,
    reason === undefined ? wanted : undefined,
  );
}
