import { faultRule } from './fault-rule.js';
import type { Rule } from './rule.js';
import { thisTag } from './wording.js';

export const unclosedAttributes: Rule = faultRule({
  name: 'unclosed-attributes',
  summary: "The '{' of a tag has no closing '}'.",
  reason:
    "The '{…}' after a tag holds its attributes. Without the closing brace it is not clear where they end, so none of them is used.",
  level: 'error',
  fix: 'Close the braces',
  message: ({ detail }) =>
    `${thisTag(detail)} opens '{' and never closes it, so its attributes are ignored. Write '}' after the last attribute.`,
  examples: {
    bad: [
      {
        brief: 'It was signed :date[last month]{edtf=2025-10\n',
        fixed: 'It was signed :date[last month]{edtf=2025-10}\n',
      },
    ],
    good: [{ brief: 'It was signed :date[last month]{edtf=2025-10}.\n' }],
  },
});
