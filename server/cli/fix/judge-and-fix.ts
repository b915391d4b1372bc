import { judge } from '../check/judge.js';
import type { Plan } from '../check/plan.js';
import type { Io } from '../io.js';
import { inputOf } from './input.js';
import { mend } from './mend.js';
import { mendingFor } from './mending.js';
import { diffShown, filesWritten, type Outcome, textGiven } from './outcome.js';

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
