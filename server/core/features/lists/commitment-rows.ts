import type { Tag } from '../../brief/index.js';
import { type Day, parseEdtf } from '../../dates/index.js';
import {
  commitmentsIn,
  dateOfPage,
  type Page,
  type PageId,
  type Place,
  perPage,
  type Workspace,
} from '../../workspace/index.js';
import { type Scored, scoredIn } from '../describe/assessment-words.js';
import { type CommitmentState, commitmentState } from '../describe/card.js';
import {
  actOf,
  deadlineWords,
  extensionWords,
  isOver,
  statusWords,
  urgencyWords,
} from '../describe/commitment-words.js';
import { shortWords } from '../outline/outline-words.js';

/** A promise in a list as of a day, with ids for names and without its place: typing beside it changes nothing of it. */
export interface CommitmentRow {
  readonly page: PageId;
  /** Which commitment of its page, counted from 0. */
  readonly index: number;
  readonly id: string | undefined;
  /** One line; empty if it has none. */
  readonly words: string;
  readonly by: readonly string[];
  readonly for: readonly string[];
  readonly to: readonly string[];
  readonly under: string | undefined;
  /** The event. */
  readonly at: string | undefined;
  readonly status: string;
  readonly overdue: boolean;
  /** `due in 40 days`; empty if nothing presses. */
  readonly due: string;
  /** `31 December 2025`, or the words that stand for it; empty if there is none. */
  readonly deadline: string;
  /** Whether nobody wrote the deadline, see `defaultDue`. */
  readonly assumed: boolean;
  /** The first and the last day of the deadline, where both are known. */
  readonly days: readonly [first: Day, last: Day] | undefined;
  readonly when: DueGroup;
  /** Each assessor's last word, the newest first. */
  readonly scores: readonly Scored[];
  /** `extended twice`; empty: never. */
  readonly extended: string;
  /** The title of its brief, else its first heading, else its path. */
  readonly brief: string;
  /** The last day of its brief's date; `undefined` without one. */
  readonly told: number | undefined;
  /** The lower, the more it presses. */
  readonly press: number;
}

/** When commitments are due, the most urgent first. */
export const DUE_GROUPS = ['overdue', 'month', 'year', 'later', 'none', 'over'] as const;

export type DueGroup = (typeof DUE_GROUPS)[number];

/** The commitments of a page, in reading order. */
export function rowsOfPage(workspace: Workspace, page: Page): readonly CommitmentRow[] {
  const found = commitmentsIn(workspace, page);
  if (found.length === 0) return NO_ROWS;
  const [brief, told] = [titleOf(page), dateOfPage(page)?.range.last];
  return found.map((commitment, index) => {
    const state = commitmentState(workspace, commitment);
    // Written out: parts put together by `...` take four times as long, and there may be 100,000 rows.
    return {
      page: page.id,
      index,
      id: commitment.id,
      words: shortWords(actOf(commitment)),
      by: commitment.by,
      for: commitment.for,
      to: commitment.to,
      under: commitment.under,
      at: commitment.event,
      status: state.status ?? statusWords(state),
      overdue: state.overdue,
      due: urgencyWords(state) ?? '',
      deadline: deadlineWords(state) ?? '',
      assumed: state.dueAssumed,
      days: daysOf(state),
      when: whenOf(state),
      scores: state.assessments.map((one) => scoredIn(workspace, one)),
      extended: extensionWords(state) ?? '',
      brief,
      told,
      press: pressOf(state),
    };
  });
}

const NO_ROWS: readonly CommitmentRow[] = [];

function daysOf({ due }: CommitmentState): CommitmentRow['days'] {
  const range = due === undefined ? undefined : parseEdtf(due)?.range;
  if (range === undefined) return undefined;
  const { first, last } = range;
  return Number.isFinite(first) && Number.isFinite(last) ? [first, last] : undefined;
}

/** Where one reads on: at its words, not at its braces. `undefined` where there is none by now. */
export function placeOfRow(
  { pages }: Workspace,
  { page: id, index }: Pick<CommitmentRow, 'page' | 'index'>,
): Place | undefined {
  const page = pages.get(id);
  const tag = page && commitmentTags(page)[index];
  return tag && { page: id, span: tag.label ?? tag.head };
}

/** As `commitmentsIn` has them. */
const commitmentTags = perPage(({ facts }: Page): readonly Tag[] =>
  facts.role === 'brief' ? facts.tags.filter(({ role }) => role === 'commitment') : [],
);

/** The title of a brief, else its first heading, else its path. */
export function titleOf({ id, facts }: Page): string {
  return facts.front.title?.text || facts.headings[0]?.words || id;
}

/** More days than there will be. */
const NO_DEADLINE = 1e9;

function pressOf(state: CommitmentState): number {
  if (isOver(state)) return 2 * NO_DEADLINE;
  const { overdue, daysLeft = NO_DEADLINE } = state;
  return overdue ? daysLeft - NO_DEADLINE : daysLeft;
}

function whenOf(state: CommitmentState): DueGroup {
  if (isOver(state)) return 'over';
  const { overdue, daysLeft } = state;
  if (overdue) return 'overdue';
  if (daysLeft === undefined) return 'none';
  return daysLeft <= MONTH ? 'month' : daysLeft <= YEAR ? 'year' : 'later';
}

/** In days. */
const MONTH = 30;
const YEAR = 365;

/** Commitments in one order, whoever asks: the most pressing first, then by path and place. */
export function compareRows(a: CommitmentRow, b: CommitmentRow): number {
  if (a.press !== b.press) return a.press - b.press;
  if (a.page !== b.page) return a.page < b.page ? -1 : 1;
  return a.index - b.index;
}

/** The rows of a page by now: what says the same as before is the same object, and all of them are the same array. */
export function keepRows(
  before: readonly CommitmentRow[],
  now: readonly CommitmentRow[],
): readonly CommitmentRow[] {
  const kept = now.map((row, at) => {
    const known = before[at];
    return known !== undefined && JSON.stringify(known) === JSON.stringify(row) ? known : row;
  });
  const isSame = before.length === kept.length && kept.every((row, at) => row === before[at]);
  return isSame ? before : kept;
}
