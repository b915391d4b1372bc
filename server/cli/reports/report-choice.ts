import { nearestWord, parseEdtf, suggestIds } from '../../core/index.js';
import {
  CHOSEN_STATUSES,
  type ReportChoice,
  type ReportView,
  unknownParties,
} from '../../report/index.js';
import type { Invocation, Option } from '../invocation/command.js';
import { listOf, textOf } from '../invocation/shared-options.js';
import { Failure } from '../terminal/failure.js';
import type { LoadedWorkspace } from '../workspace/load.js';

/** Options about which commitments a report is of. */
export const choiceOptions: readonly Option[] = [
  {
    syntax: '--party <id>',
    summary: 'only promises by, for or to this party: its id or one of its names; can be repeated',
    many: true,
  },
  {
    syntax: '--status <status>',
    summary: `only with this status: ${CHOSEN_STATUSES.slice(0, 3).join(', ')}, or one such as in-progress; can be repeated`,
    many: true,
  },
  {
    syntax: '--period <period>',
    summary: 'only what is due in this period, such as 2026, 2026-03 or 2026-01/2026-06',
  },
];

/** @throws Failure for a status or a period that is none */
export function choiceOf(invocation: Invocation): ReportChoice {
  const statuses = listOf(invocation, 'status');
  const wrong = statuses.find((each) => !CHOSEN_STATUSES.includes(each));
  if (wrong !== undefined) {
    const near = nearestWord(wrong, CHOSEN_STATUSES);
    const next =
      near === undefined
        ? `The statuses are ${CHOSEN_STATUSES.join(', ')}.`
        : `Did you mean '${near}'?`;
    throw new Failure(`--status: there is no status '${wrong}'. ${next}`);
  }
  const period = textOf(invocation, 'period');
  if (period !== undefined && parseEdtf(period) === undefined)
    throw new Failure(
      `--period: '${period}' is not a period. Write it as 2026, 2026-03 or 2026-01/2026-06.`,
    );
  return {
    parties: listOf(invocation, 'party'),
    statuses,
    ...(period === undefined ? {} : { period }),
  };
}

/** @throws Failure for a party that nobody is called: an empty report would say that it owes nothing */
export function checkParties(
  { commitments }: ReportView,
  { parties = [] }: ReportChoice,
  loaded: readonly LoadedWorkspace[],
): void {
  const workspaces = loaded.map(({ workspace }) => workspace);
  const [unknown] = unknownParties(parties, workspaces, commitments);
  if (unknown === undefined) return;
  const [near] = workspaces.flatMap((workspace) => suggestIds(workspace, unknown, 'any'));
  const next =
    near === undefined
      ? "'rapporteur list entities' shows all ids and names."
      : `Did you mean '${near}'?`;
  throw new Failure(`--party: nobody has the id or the name '${unknown}'. ${next}`);
}
