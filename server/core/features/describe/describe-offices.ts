import {
  type DayRange,
  describeDate,
  describeDay,
  type EdtfDate,
  parseEdtf,
} from '../../dates/index.js';
import type { Workspace } from '../../workspace/index.js';
import type { EntityBasics } from './card.js';
import { spanWords } from './commitment-words.js';
import { nameOfEntity } from './describe-names.js';
import type { Membership } from './memberships.js';
import { joined, type Line, type Piece } from './rich-text.js';

/**
 * Which offices a person held at a date, or who held an office: what was held then, else what was held
 * last. Without a date it is asked of the workspace's day.
 */
export function officeLines(
  workspace: Workspace,
  card: EntityBasics,
  date: EdtfDate | undefined,
): readonly Line[] {
  const when = date?.range ?? { first: workspace.today, last: workspace.today };
  const then = card.memberships.filter((membership) => mayFall(membership, when));
  const say = card.kind === 'office' ? officeHeld : personHolds;
  return say({ workspace, when, words: dateWords(workspace, date), then, all: card.memberships });
}

interface OfficeQuestion {
  readonly workspace: Workspace;
  readonly when: DayRange;
  /** `on 31 October 2025`, `today`. */
  readonly words: string;
  /** Held at that time, or perhaps. */
  readonly then: readonly Membership[];
  readonly all: readonly Membership[];
}

const MAX_OFFICES = 3;

function personHolds({ workspace, when, then, all }: OfficeQuestion): readonly Line[] {
  if (then.length > 0) {
    return then.slice(0, MAX_OFFICES).map((held) => withTime(whereOf(workspace, held), held));
  }
  const last = lastOf(all);
  if (last === undefined) return [];
  return [
    [isBefore(last, when) ? 'formerly ' : 'later ', ...withTime(whereOf(workspace, last), last)],
  ];
}

function officeHeld({ workspace, words, then, all }: OfficeQuestion): readonly Line[] {
  const who = ({ person }: Membership): Line => [nameOfEntity(workspace, person)];
  if (then.length > 0) {
    const holders = then.slice(0, MAX_OFFICES).map((held) => withTime(who(held), held));
    return [[`Holder ${words}: `, ...joined(holders, '; ')]];
  }
  const last = lastOf(all);
  const unknown = `No registered holder ${words}`;
  return [last === undefined ? [unknown] : [`${unknown}; known: `, ...withTime(who(last), last)]];
}

/** The office, and the organization. */
function whereOf(workspace: Workspace, { office, org }: Membership): Line {
  const ids = [office, org].filter((id): id is string => id !== undefined);
  return joined(
    ids.map((id): Piece => nameOfEntity(workspace, id)),
    ', ',
  );
}

function withTime(line: Line, { start, end }: Membership): Line {
  const time = spanWords(start, end);
  return time === '' ? line : [...line, `, ${time}`];
}

function mayFall({ start, end }: Membership, when: DayRange): boolean {
  const first = rangeOf(start)?.first ?? Number.NEGATIVE_INFINITY;
  const last = rangeOf(end)?.last ?? Number.POSITIVE_INFINITY;
  return first <= when.last && when.first <= last;
}

function isBefore({ start }: Membership, when: DayRange): boolean {
  return (rangeOf(start)?.first ?? Number.NEGATIVE_INFINITY) <= when.first;
}

function rangeOf(edtf: string | undefined): DayRange | undefined {
  return edtf === undefined ? undefined : parseEdtf(edtf)?.range;
}

/** That which began last. */
function lastOf(all: readonly Membership[]): Membership | undefined {
  const begun = (held: Membership): number =>
    rangeOf(held.start)?.first ?? Number.NEGATIVE_INFINITY;
  return all.reduce<Membership | undefined>(
    (best, held) => (best === undefined || begun(held) >= begun(best) ? held : best),
    undefined,
  );
}

function dateWords({ today }: Workspace, date: EdtfDate | undefined): string {
  if (date === undefined) return 'today';
  if (date.range.first === date.range.last) {
    return date.range.first === today ? 'today' : `on ${describeDay(date.range.first)}`;
  }
  const words = describeDate(date.text);
  // Of an open one the words say `until` or `from` themselves.
  if (!date.interval) return `in ${words}`;
  return date.text.includes('..') ? words : `from ${words}`;
}
