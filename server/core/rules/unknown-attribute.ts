import { type FaultText, faultRule } from './fault-rule.js';
import type { Rule } from './rule.js';
import { because } from './wording.js';

export const unknownAttribute: Rule = faultRule({
  name: 'unknown-attribute',
  summary: 'A tag or a registry entry has an attribute that its kind does not have.',
  reason:
    'An unknown attribute is ignored, and is usually a spelling mistake: a deadline under the wrong name is not a deadline. Each kind has the attributes listed in the guide. A workspace can define its own kinds with other attributes.',
  level: 'warning',
  message: ({ detail, written }) => worded(detail, written),
  // A reader corrects the name wherever that makes the tag right.
  offer: () => undefined,
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
  if (reason !== undefined) return because(`'${name}' is ignored here`, reason);
  const owner = kind === undefined ? 'this kind of tag' : `the kind '${kind}'`;
  if (wanted !== undefined)
    return `'${name}' is not an attribute of ${owner}. Did you mean '${wanted}'?`;
  return `'${name}' is not an attribute of ${owner}, so it is ignored. Remove it, or say it in the text.`;
}
