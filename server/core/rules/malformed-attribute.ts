import { faultRule } from './fault-rule.js';
import type { Rule } from './rule.js';
import { sentence } from './wording.js';

export const malformedAttribute: Rule = faultRule({
  name: 'malformed-attribute',
  summary: 'An attribute is not written as name=value.',
  reason:
    "An attribute is a name, '=' and a value with nothing between; a value with a space, a quote, '=', '<', '>' or a brace in it stands in quotes. What is written otherwise cannot be read.",
  level: 'error',
  fix: 'Write it without the slip',
  message: ({ detail, written }) => {
    const wrong = sentence(detail.reason ?? `'${written}' cannot be read as an attribute`);
    return `${wrong} Write name=value with nothing between, and put a value with spaces or signs in it in quotes: name="a value".`;
  },
  examples: {
    bad: [{ brief: ':date[last month]{edtf=}\n' }],
    good: [{ brief: ':date[last month]{edtf=2025-10}\n' }],
  },
});
