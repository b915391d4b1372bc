import { scalar, type Tag } from '../brief/index.js';
import { describeDate, parseEdtf } from '../dates/index.js';
import {
  type Commitment,
  commitmentOf,
  dateOfPage,
  dayOfFollowUp,
  isOverBefore,
  type Page,
  type Workspace,
} from '../workspace/index.js';
import type { Finding, Fix } from './rule.js';
import { placeOf, soundTags } from './sound-tags.js';
import { replacement } from './tag-edits.js';

/** The dates of a follow-up that cannot be before its commitment was made, in words. */
export interface FollowUpDates {
  readonly role: 'update' | 'assessment';
  /** What its own day is the day of: `it happened`. */
  readonly day: string;
  readonly other: {
    readonly name: 'due' | 'period';
    /** What is wrong: `promise` ends the sentence. */
    readonly message: (date: string, promise: string) => string;
  };
}

/** A finding for each follow-up with a date before its promise: its own day, or else the other one. */
export function* datesBeforeMade(
  page: Page,
  workspace: Workspace,
  dates: FollowUpDates,
): Iterable<Finding> {
  for (const tag of soundTags(page, dates.role)) {
    const commitment = commitmentOf(workspace, scalar(tag.attributes, 'of')?.text ?? '');
    const made = commitment?.made;
    if (commitment === undefined || made === undefined) continue;
    const wrong = wrongDate(page, tag, { made, other: dates.other.name });
    if (wrong === undefined) continue;
    const promise = `'${commitment.id}' was made (${describeDate(made)})`;
    yield {
      span: placeOf(tag, wrong.name),
      message: `${problem(wrong, promise, dates)} ${step(tag, wrong, dates)}, or say with made= when it was promised.`,
      related: [{ ...whereMade(commitment), message: 'The commitment is here.' }],
      ...datesAfterMade(page, workspace, tag, wrong),
    };
  }
}

/** A date of a follow-up that is before its commitment was made. */
interface Wrong {
  readonly name: 'on' | 'due' | 'period';
  readonly written: string;
  /** When it was promised. */
  readonly made: string;
}

function wrongDate(
  page: Page,
  tag: Tag,
  { made, other }: { readonly made: string; readonly other: 'due' | 'period' },
): Wrong | undefined {
  const on = dayOfFollowUp(page, tag);
  if (on !== undefined && isOverBefore(on, made)) return { name: 'on', written: on, made };
  const written = scalar(tag.attributes, other)?.text;
  return written !== undefined && isOverBefore(written, made)
    ? { name: other, written, made }
    : undefined;
}

function problem(
  { name, written }: Wrong,
  promise: string,
  { role, other }: FollowUpDates,
): string {
  const date = describeDate(written);
  return name === 'on'
    ? `This ${role} is dated ${date}, before ${promise}.`
    : other.message(date, promise);
}

function step(tag: Tag, { name }: Wrong, { day }: FollowUpDates): string {
  return scalar(tag.attributes, name) === undefined
    ? `Say with ${name}= when ${day}`
    : `Correct ${name}=`;
}

/** The same day of the year in which it was promised or the next, or the day of the brief. */
function datesAfterMade(
  page: Page,
  { today }: Workspace,
  { attributes }: Tag,
  { name, written, made }: Wrong,
): { readonly fixes?: readonly Fix[] } {
  const own = scalar(attributes, name);
  const [, year = '', rest = ''] = /^(\d{4})((?:-\d\d){0,2})$/.exec(written) ?? [];
  const brief = dateOfPage(page)?.text;
  if (own === undefined) return {};
  const years = year === '' ? [] : [Number(made.slice(0, 4)), Number(made.slice(0, 4)) + 1];
  const sameDay = years
    .map((each) => String(each).padStart(4, '0') + rest)
    .filter((edtf) => {
      const range = parseEdtf(edtf)?.range;
      if (range === undefined || isOverBefore(edtf, made)) return false;
      return name !== 'on' || range.first <= today;
    })
    .slice(0, 1);
  const ofBrief = name === 'on' && brief !== undefined && !isOverBefore(brief, made) ? [brief] : [];
  const all = new Set([...sameDay, ...ofBrief]);
  const fixes = [...all].map((edtf) => ({
    title: `Change to '${edtf}'${edtf === brief && name === 'on' ? ', the date of this brief' : ''}`,
    edits: [replacement(page, own, edtf)],
    certain: false,
    toChoose: true as const,
  }));
  return fixes.length > 0 ? { fixes } : {};
}

function whereMade({ at }: Commitment): { page: string; span: Tag['span'] } {
  return { page: at.page, span: placeOf(at.tag, 'made') };
}
