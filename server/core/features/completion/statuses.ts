import type { Choice, Tag } from '../../brief/index.js';
import { type Day, parseEdtf } from '../../dates/index.js';
import {
  type Commitment,
  commitmentOf,
  dateOfPage,
  type HistoryStep,
  mayFollow,
  type Page,
  readStatus,
  type Status,
  type Workspace,
} from '../../workspace/index.js';

/** What an update says besides its status, as far as it is written. */
export interface News {
  readonly of: string | undefined;
  readonly on: string | undefined;
  readonly corrects: boolean;
}

/** The statuses that may follow on the day of an update; those the commitment has already come last. */
export function statusesAfter(
  workspace: Workspace,
  page: Page,
  tag: Pick<Tag, 'span'> | undefined,
  news: News,
  choices: readonly Choice[],
): { readonly choices: readonly Choice[]; readonly now: Status | undefined } {
  const commitment = news.of === undefined ? undefined : commitmentOf(workspace, news.of);
  if (commitment === undefined) return { choices, now: undefined };
  const now = statusBefore(commitment, page, tag, dayOfNews(workspace, page, news));
  if (now === undefined) return { choices, now };
  const allowed = choices.filter(({ value }) => {
    const status = readStatus(value);
    return status !== undefined && (news.corrects || mayFollow(now, status));
  });
  const isNow = ({ value }: Choice): boolean => value === now;
  return { choices: [...allowed.filter((each) => !isNow(each)), ...allowed.filter(isNow)], now };
}

function dayOfNews({ today }: Workspace, page: Page, { on }: News): Day {
  const own = on === undefined ? undefined : parseEdtf(on);
  return (own ?? dateOfPage(page))?.range.first ?? today;
}

/** The status that this update finds: of the record, then of what was said before it. */
function statusBefore(
  { history }: Commitment,
  page: Page,
  tag: Pick<Tag, 'span'> | undefined,
  day: Day,
): Status | undefined {
  const [own, ...steps] = history;
  let status = own?.status;
  for (const step of steps) if (isBefore(step, page, tag, day)) status = step.status ?? status;
  return status;
}

function isBefore(
  { from, place }: HistoryStep,
  page: Page,
  tag: Pick<Tag, 'span'> | undefined,
  day: Day,
): boolean {
  if (from !== day) return from < day;
  if (tag === undefined) return true;
  return place.page === page.id ? place.span.start < tag.span.start : place.page < page.id;
}
