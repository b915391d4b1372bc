import type { Fault } from '../brief/index.js';
import type { Page } from '../workspace/index.js';
import { type FaultText, faultRule, type Offer } from './fault-rule.js';
import type { Rule } from './rule.js';
import { removalFromBraces } from './tag-edits.js';
import { because, shortened } from './wording.js';

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
  offers: removalOffers,
});

/** With its value; in a registry an entry's lines are not for a fix to take away. */
function* removalOffers({ text, facts }: Page, _: unknown, fault: Fault): Iterable<Offer> {
  const { span, detail } = fault;
  if (facts.role === 'registry' || detail.wanted !== undefined) return;
  const written = WRITTEN.exec(text.slice(span.start, span.start + MAX_LENGTH))?.[0] ?? '';
  if (written === '' || span.start + written.length < span.end) return;
  const whole = { start: span.start, end: span.start + written.length };
  yield {
    title: `Remove '${shortened(written)}'`,
    edits: [removalFromBraces(text, whole)],
    toChoose: true,
  };
}

const WRITTEN = /^#?[\w.-]+(?:=(?:"[^"\r\n{}]*"|'[^'\r\n{}]*'|[^\s"'{}]*))?/;
const MAX_LENGTH = 500;

function worded(detail: FaultText['detail'], written: string): string {
  const { kind, attribute, wanted, reason } = detail;
  const name = attribute === undefined || attribute === '#' ? written : attribute;
  if (reason !== undefined) return because(`'${name}' is ignored here`, reason);
  const owner = kind === undefined ? 'this kind of tag' : `the kind '${kind}'`;
  if (wanted !== undefined)
    return `'${name}' is not an attribute of ${owner}. Did you mean '${wanted}'?`;
  return `'${name}' is not an attribute of ${owner}, so it is ignored. Remove it, or say it in the text.`;
}
