import { type FaultText, faultRule } from './fault-rule.js';
import type { Rule } from './rule.js';
import { because } from './wording.js';

export const unknownAttribute: Rule = faultRule({
  name: 'unknown-attribute',
  summary: 'A tag or a registry entry has an attribute that its kind does not have.',
  reason:
    'An attribute that nobody reads is most often a slip: a deadline under a wrong name is no deadline. Each kind has the attributes listed in the guide; a workspace may add a kind of its own with others.',
  level: 'warning',
  message: ({ detail, written }) => worded(detail, written),
  examples: {
    bad: [
      {
        brief: ':place[Delhi]{#delhi descripton="the capital"}\n',
        fixed: ':place[Delhi]{#delhi description="the capital"}\n',
      },
      { brief: ':place[Delhi]{#delhi population="large"}\n' },
    ],
    good: [
      { brief: ':place[Delhi]{#delhi other-names="New Delhi"}\n' },
      { brief: ':place[Delhi]{#delhi other_names="New Delhi"}\n' },
    ],
  },
});

function worded(detail: FaultText['detail'], written: string): string {
  const { kind, attribute, wanted, reason } = detail;
  const name = attribute === undefined || attribute === '#' ? written : attribute;
  if (reason !== undefined) return because(`'${name}' does not count here`, reason);
  const owner = kind === undefined ? 'this kind of tag' : `the kind '${kind}'`;
  if (wanted !== undefined)
    return `'${name}' is no attribute of ${owner}. Did you mean '${wanted}'?`;
  return `'${name}' is no attribute of ${owner}, so nothing reads it. Remove it, or say it in the text.`;
}
