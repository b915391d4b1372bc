import { faultRule } from './fault-rule.js';
import type { Rule } from './rule.js';
import { sentence } from './wording.js';

export const malformedAttribute: Rule = faultRule({
  name: 'malformed-attribute',
  summary: 'An attribute is not written as name=value.',
  reason:
    "An attribute is a name, '=' and a value, without spaces between them. Put a value in quotes if it has a space, a quote, '=', '<', '>' or a brace in it. Any other form cannot be read.",
  level: 'error',
  fix: 'Correct the attribute',
  message: ({ detail, written }) => {
    const wrong = sentence(detail.reason ?? `'${written}' cannot be read as an attribute`);
    return `${wrong} Write name=value without spaces, and put a value with spaces or signs in quotes: name="a value".`;
  },
  examples: {
    bad: [{ brief: ':date[last month]{edtf=}\n' }],
    good: [{ brief: ':date[last month]{edtf=2025-10}\n' }],
  },
});
