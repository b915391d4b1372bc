import { scalar, type Tag } from '../brief/index.js';
import { describeDate } from '../dates/index.js';
import {
  type Commitment,
  commitmentOf,
  type HistoryStep,
  mayFollow,
  type Page,
  STATUSES,
  type Status,
  type Workspace,
} from '../workspace/index.js';
import { DATED, PARTIES } from './example-parts.js';
import type { Finding, Fix, Rule } from './rule.js';
import { placeOf, soundTags } from './sound-tags.js';
import { addAttributeEdit, removeAttributeEdit } from './tag-edits.js';
import { listOf, valueInWords } from './wording.js';

const PROMISE = `${DATED}The :place[U.S.] will :commitment[deliver the aircraft]{#c-aircraft by=united-states to=india due=2030}.\n\n`;

export const impossibleStatusChange: Rule = {
  name: 'impossible-status-change',
  summary: 'An update gives a commitment a status that cannot follow its last one.',
  reason:
    'A promise that has ended, for example because it was withdrawn or fulfilled, does not become active again. Only a broken promise can still be fulfilled, late, and one that was partly kept can still be fully kept or replaced. If the earlier update was wrong, add correction=yes and a source. If the same was promised again, tag that as a new commitment with supersedes=.',
  level: 'warning',
  examples: {
    bad: [
      {
        registry: PARTIES,
        brief: `${PROMISE}::update[Withdrawn]{of=c-aircraft status=withdrawn on=2025-11-03}\n\n::update[Work goes on]{of=c-aircraft status=active on=2025-11-20}\n`,
      },
      {
        registry: PARTIES,
        brief: `${PROMISE}::update{of=c-aircraft status=fulfilled on=2025-11-03}\n::update{of=c-aircraft status=broken on=2025-11-04}\n`,
      },
    ],
    good: [
      {
        registry: PARTIES,
        brief: `${PROMISE}::update[Not delivered]{of=c-aircraft status=broken on=2025-11-03}\n\n::update[Delivered late]{of=c-aircraft status=fulfilled on=2025-11-20}\n`,
      },
      {
        registry: PARTIES,
        brief: `${PROMISE}::update{of=c-aircraft status=withdrawn on=2025-11-03}\n\n::update{of=c-aircraft status=active on=2025-11-20 source=joint-statement correction=yes}\n`,
      },
    ],
  },
  sees: 'block',
  *check(page, workspace) {
    const updates = new Map<number, Tag>();
    for (const tag of soundTags(page, 'update')) updates.set(tag.span.start, tag);
    for (const commitment of commitmentsOf(updates.values(), workspace)) {
      for (const [at, { place, impossible }] of commitment.history.entries()) {
        const tag = place.page === page.id ? updates.get(place.span.start) : undefined;
        if (tag === undefined || impossible === undefined) continue;
        yield finding(page, tag, { commitment, at, from: impossible.from });
      }
    }
  },
};

/** What the updates are about, each once. */
function commitmentsOf(updates: Iterable<Tag>, workspace: Workspace): ReadonlySet<Commitment> {
  const commitments = new Set<Commitment>();
  for (const { attributes } of updates) {
    const commitment = commitmentOf(workspace, scalar(attributes, 'of')?.text ?? '');
    if (commitment !== undefined) commitments.add(commitment);
  }
  return commitments;
}

interface Change {
  readonly commitment: Commitment;
  /** Which step of the history. */
  readonly at: number;
  readonly from: Status;
}

function finding(page: Page, tag: Tag, { commitment, at, from }: Change): Finding {
  const { status, correction } = commitment.history[at] ?? {};
  const before = lastWith(from, commitment.history, at);
  const since = before?.on === undefined ? '' : ` (${describeDate(before.on)})`;
  const step = correction
    ? 'A correction needs a source: add source=.'
    : 'If the earlier update was wrong, add correction=yes and a source. If it was promised again, tag a new commitment.';
  const found: Finding = {
    span: placeOf(tag, 'status'),
    message: `'${commitment.id}' was ${valueInWords(from)} before${since} and cannot become ${valueInWords(status ?? '')}: ${afterwards(from)}. ${step}`,
    ...nextSteps(page, tag),
  };
  if (before === undefined) return found;
  return {
    ...found,
    related: [{ ...before.place, message: `Here it became ${valueInWords(from)}.` }],
  };
}

/** With a source, that the earlier report was wrong; where the words say something, news without a status. */
function nextSteps(page: Page, tag: Tag): { readonly fixes?: readonly Fix[] } {
  const fixes: Fix[] = [];
  const { attributes } = tag;
  const isSourced =
    scalar(attributes, 'source') !== undefined || page.facts.front.source.length > 0;
  if (isSourced && scalar(attributes, 'correction') === undefined)
    fixes.push({
      title: 'Say that the earlier update was wrong: correction=yes',
      edits: [addAttributeEdit(page, tag, 'correction=yes')],
      certain: false,
      toChoose: true,
    });
  const status = attributes.find(({ name }) => name === 'status');
  if (status !== undefined && tag.words !== '')
    fixes.push({
      title: `Remove 'status=${scalar(attributes, 'status')?.text ?? ''}', and keep the news`,
      edits: [removeAttributeEdit(page, status)],
      certain: false,
      toChoose: true,
    });
  return fixes.length > 0 ? { fixes } : {};
}

/** The step before `at` that gave the status. */
function lastWith(
  status: Status,
  history: readonly HistoryStep[],
  at: number,
): HistoryStep | undefined {
  for (let index = at - 1; index >= 0; index -= 1) {
    if (history[index]?.status === status) return history[index];
  }
  return undefined;
}

function afterwards(from: Status): string {
  const next = STATUSES.filter((to) => to !== from && mayFollow(from, to));
  if (next.length === 0) return `a commitment that is ${valueInWords(from)} has ended`;
  return `only ${listOf(next, 'or')} can follow`;
}
