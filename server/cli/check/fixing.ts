import type { Invocation, Option } from '../command.js';
import { Failure } from '../failure.js';
import type { Reach } from '../fix/fix-for.js';
import { inputOf } from '../fix/input.js';
import { mend } from '../fix/mend.js';
import { mendingFor } from '../fix/mending.js';
import { diffShown, filesWritten, type Outcome, textGiven } from '../fix/outcome.js';
import type { Io } from '../io.js';
import { listOf } from '../options.js';
import { judge } from './judge.js';
import type { Plan } from './plan.js';

/** Options about mending what was found. */
export const fixingOptions: readonly Option[] = [
  { syntax: '--fix', summary: 'change the files: apply the fixes that are certain' },
  {
    syntax: '--fix-suggestions',
    summary: 'apply these and each fix that is only likely, where it is the only one offered',
  },
  {
    syntax: '--diff',
    summary: 'change nothing; write what would be changed as a diff, in place of the report',
  },
];

export interface Fixing {
  readonly reach: Reach;
  readonly to: 'files' | 'diff';
}

/** @throws Failure when a report is asked for where the diff goes. */
export function fixingOf(invocation: Invocation): Fixing | undefined {
  const { fix, fixSuggestions, diff } = invocation.options;
  if (fix !== true && fixSuggestions !== true && diff !== true) return undefined;
  if (diff === true && listOf(invocation, 'format').length > 0) {
    throw new Failure('--diff writes a diff in place of the report. Leave --format out.');
  }
  const reach = fixSuggestions === true ? 'offered' : 'certain';
  return { reach, to: diff === true ? 'diff' : 'files' };
}

/** Looks at everything and, where that was asked for, mends what can be mended. */
export async function judgeAndFix(io: Io, plan: Plan): Promise<Outcome> {
  const { fixing } = plan;
  if (fixing === undefined) return { judged: await judge(io, plan, new Map()), failures: [] };
  const mending = mendingFor(io, plan, fixing.reach);
  const mended = await mend(await mending.look(new Map()), mending);
  if (fixing.to === 'diff') return diffShown(io, plan, mended);
  const input = inputOf(plan);
  return input === undefined ? filesWritten(io, mended, mending) : textGiven(io, input, mended);
}
