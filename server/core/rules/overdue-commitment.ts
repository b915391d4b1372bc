import {
  type Day,
  describeDay,
  describeDuration,
  describeLength,
  parseDuration,
  parseEdtf,
} from '../dates/index.js';
import {
  type Commitment,
  dueAsOf,
  isDueAssumed,
  isOverdue,
  statusAsOf,
  type Workspace,
} from '../workspace/index.js';
import { DATED, PARTIES } from './example-parts.js';
import type { Finding, Rule } from './rule.js';
import { placeOf, soundCommitments } from './sound-tags.js';
import { namesOf, quoted, valueInWords } from './wording.js';

const PROMISE = `${DATED}The :place[U.S.] told :place[India] it will :commitment[deliver the aircraft]{#c-aircraft by=united-states to=india due=2025}.\n`;

export const overdueCommitment: Rule = {
  name: 'overdue-commitment',
  summary: 'The deadline of a commitment has passed, and no update says that it was kept.',
  reason:
    'The most frequent question about a promise is: is it still open? A commitment is overdue when the last day of its deadline is before today and its status is still open. Report what happened with an ::update, in any brief: fulfilled, broken, withdrawn, or a new deadline with due=. "Today" is the day given with --today, or the date of this computer.',
  level: 'warning',
  examples: {
    bad: [{ registry: PARTIES, brief: PROMISE, today: '2026-02-15' }],
    good: [
      { registry: PARTIES, brief: PROMISE, today: '2025-12-31' },
      {
        registry: PARTIES,
        brief: PROMISE,
        others: {
          'later.md':
            '---\ndate: 2026-01-10\nsource: joint-statement\n---\n::update[New deadline]{of=c-aircraft due=2027}\n',
        },
        today: '2026-02-15',
      },
    ],
  },
  sees: 'block',
  names: 'exact',
  *check(page, workspace) {
    for (const commitment of soundCommitments(workspace, page)) {
      if (isOverdue(commitment, workspace.today)) yield finding(workspace, commitment);
    }
  },
};

function finding(workspace: Workspace, commitment: Commitment): Finding {
  const { today } = workspace;
  const due = dueAsOf(commitment, today) ?? '';
  const last: Day = parseEdtf(due)?.range.last ?? today;
  const assumed = isDueAssumed(commitment, today)
    ? ` (assumed: ${lengthOf(workspace)} after it was made)`
    : '';
  const moved = commitment.history.findLast((step) => step.due === due && step.from <= today);
  const found = {
    span: placeOf(commitment.at.tag, 'due'),
    message: `${subject(workspace, commitment)} is overdue by ${describeLength(today - last)}: it was due by ${describeDay(last)}${assumed} and is still ${valueInWords(statusAsOf(commitment, today) ?? 'active')}. ${nextStep(commitment)}`,
  };
  if (moved === undefined) return found;
  return { ...found, related: [{ ...moved.place, message: 'The deadline was changed here.' }] };
}

function lengthOf({ settings: { defaultDue = '' } }: Workspace): string {
  const duration = parseDuration(defaultDue);
  return duration === undefined ? defaultDue : describeDuration(duration);
}

/** What was promised, as a reader knows it; the id stands in the next step. */
function subject(workspace: Workspace, { id, by, words, what: meant }: Commitment): string {
  const who = by.length === 0 ? '' : ` (by ${namesOf(workspace, by, 'and')})`;
  const what = meant || words || (id ?? '');
  return what === '' ? `This commitment${who}` : `The commitment ${quoted(what)}${who}`;
}

function nextStep({ id }: Commitment): string {
  return id === undefined
    ? 'Give it an #id, then report what happened with an ::update.'
    : `Report what happened with ::update{of=${id}}, or change its deadline there with due=.`;
}
