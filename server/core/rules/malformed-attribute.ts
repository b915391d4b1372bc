import type { Fault } from '../brief/index.js';
import type { Page } from '../workspace/index.js';
import { faultRule, type Offer } from './fault-rule.js';
import type { Rule } from './rule.js';
import { removalFromBraces } from './tag-edits.js';
import { sentence, shortened } from './wording.js';

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
  offers: removalOffers,
});

/** All that stands without a space around what is wrong. */
function* removalOffers({ text }: Page, _: unknown, { span }: Fault): Iterable<Offer> {
  const before =
    /[^\s{}"']*$/.exec(text.slice(Math.max(0, span.start - 60), span.start))?.[0] ?? '';
  const behind = /^[^\s{}"']*/.exec(text.slice(span.end, span.end + 60))?.[0] ?? '';
  const whole = { start: span.start - before.length, end: span.end + behind.length };
  const words = text.slice(whole.start, whole.end);
  if (words.trim() === '' || words.length > 120) return;
  yield {
    title: `Remove '${shortened(words)}'`,
    edits: [removalFromBraces(text, whole)],
    toChoose: true,
  };
}
