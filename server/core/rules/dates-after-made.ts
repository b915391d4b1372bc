import { scalar, type Tag } from '../brief/index.js';
import { parseEdtf } from '../dates/index.js';
import {
  type Commitment,
  dateOfPage,
  isOverBefore,
  type Page,
  type Workspace,
} from '../workspace/index.js';
import type { Fix } from './rule.js';
import { placeOf } from './sound-tags.js';
import { replacement } from './tag-edits.js';

/** A date of a follow-up that is before its commitment was made. */
interface Wrong {
  readonly name: 'on' | 'due' | 'period';
  readonly written: string;
  /** When it was promised. */
  readonly made: string;
}

/** The same day of the year in which it was promised or the next, or the day of the brief. */
export function datesAfterMade(
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

export function whereMade({ at }: Commitment): { page: string; span: Tag['span'] } {
  return { page: at.page, span: placeOf(at.tag, 'made') };
}
