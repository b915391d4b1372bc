import { faultRule } from './fault-rule.js';
import type { Rule } from './rule.js';
import { thisTag } from './wording.js';

export const unclosedAttributes: Rule = faultRule({
  name: 'unclosed-attributes',
  summary: "The '{' of a tag has no '}'.",
  reason:
    "What stands in '{…}' after a tag says more about it. Without the closing brace the tag cannot tell where that ends, so nothing of it is used.",
  level: 'error',
  fix: 'Close the braces',
  message: ({ detail }) =>
    `${thisTag(detail)} opens '{' and never closes it, so nothing in it is used. Write '}' after the last attribute.`,
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
