import { scalar, type Tag } from '../brief/index.js';
import {
  type Day,
  describeDate,
  describeDay,
  formatDay,
  isBefore,
  parseEdtf,
} from '../dates/index.js';
import type { Written } from '../text/index.js';
import {
  commitmentOf,
  type DefinitionAt,
  definitionsOf,
  type Page,
  type Workspace,
} from '../workspace/index.js';
import { DATED } from './example-parts.js';
import type { Finding, Fix, Rule } from './rule.js';
import { soundTags } from './sound-tags.js';
import { removeAttributeEdit, replacement } from './tag-edits.js';
import { nameOf } from './wording.js';

const REGISTRY = `place:
  india: { name: India }
  united-states: { name: United States, other_names: [U.S.] }
agreement:
  framework: { name: Defense framework, period: 2025/2035 }
source:
  joint-statement: { name: Joint statement of 31 October 2025 }
`;
const PROMISE = `${DATED}Under the :agreement[defense framework] the :place[U.S.] will :commitment[deliver the aircraft]{#c-aircraft by=united-states to=india under=framework due=2036-03} to :place[India].\n`;

export const commitmentOutsideAgreement: Rule = {
  name: 'commitment-outside-agreement',
  summary: 'A commitment is due after its agreement has ended.',
  reason:
    'A promise under an agreement is usually made for the time of that agreement. If its deadline is after the last day, one of the dates is wrong, or the promise belongs to another agreement. Correct due=, the period of the agreement, or under=.',
  level: 'warning',
  examples: {
    bad: [{ registry: REGISTRY, brief: PROMISE }],
    good: [{ registry: REGISTRY, brief: PROMISE.replace('2036-03', '2035') }],
  },
  sees: 'block',
  *check(page, workspace) {
    for (const tag of soundTags(page, 'commitment')) {
      const found = finding(page, workspace, tag, scalar(tag.attributes, 'under')?.text);
      if (found !== undefined) yield found;
    }
    for (const tag of soundTags(page, 'update')) {
      const found = finding(page, workspace, tag, agreementOf(workspace, tag));
      if (found !== undefined) yield found;
    }
  },
};

/** An update may move the deadline beyond the end. */
function agreementOf(workspace: Workspace, tag: Tag): string | undefined {
  const of = scalar(tag.attributes, 'of')?.text;
  return of === undefined ? undefined : commitmentOf(workspace, of)?.under;
}

function finding(
  page: Page,
  workspace: Workspace,
  tag: Tag,
  agreement: string | undefined,
): Finding | undefined {
  const due = scalar(tag.attributes, 'due');
  if (due === undefined || agreement === undefined) return undefined;
  const ends = periodOf(workspace, agreement);
  const period = ends && parseEdtf(ends.period.text)?.range;
  const deadline = parseEdtf(due.text)?.range;
  if (!ends || !period || !deadline || !isBefore(period, deadline)) return undefined;
  const name = nameOf(workspace, agreement);
  return {
    span: due.span,
    message: `Due ${describeDate(due.text)}, after ${name} ends (${describeDay(period.last)}). Correct the deadline, the period of the agreement, or under=.`,
    related: [
      { page: ends.at.page, span: ends.period.span, message: `The period of ${name} is here.` },
    ],
    fixes: [...sooner(page, due, period.last), ...withoutAgreement(page, tag)],
  };
}

/** The last day on which the agreement holds. */
function sooner(page: Page, due: Written, last: Day): readonly Fix[] {
  if (!Number.isFinite(last)) return [];
  const day = formatDay(last);
  const title = `Change to '${day}', when the agreement ends`;
  return [{ title, edits: [replacement(page, due, day)], certain: false, toChoose: true }];
}

function withoutAgreement(page: Page, { attributes }: Tag): readonly Fix[] {
  const under = attributes.find(({ name }) => name === 'under');
  if (under === undefined) return [];
  const title = `Remove 'under=${scalar(attributes, 'under')?.text ?? ''}'`;
  return [{ title, edits: [removeAttributeEdit(page, under)], certain: false, toChoose: true }];
}

function periodOf(
  workspace: Workspace,
  agreement: string,
): { readonly at: DefinitionAt; readonly period: Written } | undefined {
  const at = definitionsOf(workspace, agreement).find((one) => one.definition.kind === 'agreement');
  const period = at && scalar(at.definition.attributes, 'period');
  return at && period && { at, period };
}
