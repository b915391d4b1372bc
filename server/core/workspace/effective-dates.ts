import { scalar } from '../brief/index.js';
import { type Day, type EdtfDate, isBefore, parseEdtf, timeBetween } from '../dates/index.js';
import { definitionsOf } from './definitions.js';
import { perPage } from './memo.js';
import type { DefinitionAt, Page, Workspace } from './model.js';

/**
 * The brief's date from its front matter; `undefined` when it has none or none that can be read. It is
 * asked for each commitment and each title in a brief.
 */
export const dateOfPage: (page: Page) => EdtfDate | undefined = perPage(({ facts }) => {
  const edtf = facts.front.date?.edtf;
  return edtf === undefined ? undefined : parseEdtf(edtf);
});

/** When an event took place, EDTF: its start, or from its start to its end. */
export function dateOfEvent(workspace: Workspace, event: string): string | undefined {
  const at = definitionsOf(workspace, event).find((each) => each.definition.kind === 'event');
  const start = at && dateIn(at, 'start_date');
  const end = at && dateIn(at, 'end_date');
  if (start === undefined || end === undefined || start === end) return start;
  if (timeBetween(start, end) === undefined) return undefined;
  // Two plain dates make an interval; what is an interval already says enough by itself.
  const whole = `${start}/${end}`;
  return parseEdtf(whole) === undefined ? start : whole;
}

function dateIn({ definition }: DefinitionAt, attribute: string): string | undefined {
  return readable(scalar(definition.attributes, attribute)?.text);
}

/** The text if it is EDTF that can be used. */
export function readable(edtf: string | undefined): string | undefined {
  return edtf !== undefined && parseEdtf(edtf) !== undefined ? edtf : undefined;
}

/** The first day of an EDTF value; nothing said is the beginning of time. */
export function firstDay(edtf: string | undefined): Day {
  const date = edtf === undefined ? undefined : parseEdtf(edtf);
  return date?.range.first ?? Number.NEGATIVE_INFINITY;
}

/** Whether a date, EDTF, is over before another begins: certain, whatever days in them are meant. */
export function isOverBefore(date: string, before: string | undefined): boolean {
  const [one, other] = [parseEdtf(date), parseEdtf(before ?? '')];
  return one !== undefined && other !== undefined && isBefore(one.range, other.range);
}
