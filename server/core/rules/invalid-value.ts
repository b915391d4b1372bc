import { type FaultText, faultRule } from './fault-rule.js';
import { withDefinedIds } from './ids-meant.js';
import type { Rule } from './rule.js';
import { because, sentence } from './wording.js';

export const invalidValue: Rule = faultRule({
  name: 'invalid-value',
  summary: 'An attribute has a value that is not allowed.',
  reason:
    'Dates, statuses, strengths, ids and links have a fixed form, so that they can be compared, counted and followed. A value in another form would be missing from every list.',
  level: 'error',
  message: ({ detail, written }) => worded(detail, written),
  refine: withDefinedIds,
  examples: {
    bad: [
      { brief: ':date[this fiscal year]{edtf=2025-26}\n' },
      {
        brief: 'The :agreement[Quad]{#quad status=singed}.\n',
        fixed: 'The :agreement[Quad]{#quad status=signed}.\n',
      },
      { brief: ':place[Delhi]{#New_Delhi}\n' },
    ],
    good: [
      { brief: ':date[this fiscal year]{edtf=2025-04/2026-03}\n' },
      { brief: 'The :agreement[Quad]{#quad status=signed}.\n' },
    ],
  },
});

function worded(detail: FaultText['detail'], written: string): string {
  const { attribute, found = written, wanted, reason } = detail;
  // Where nothing is written, the reason alone says what is missing.
  if (found === '' && attribute !== undefined && reason !== undefined)
    return sentence(reason.replace(/^it /, `'${attribute}' `));
  const subject = found === '' ? 'An empty value' : `'${found}'`;
  const wrong =
    attribute === undefined
      ? `${subject} is not allowed here`
      : `${subject} is not ${attribute === 'id' ? 'an id' : `a value of '${attribute}'`}`;
  return because(wrong, reason, wanted);
}
