import { collect } from '../collect/collect.js';
import type { Plan } from '../plan/plan.js';
import type { Io } from '../terminal/io.js';
import { fixContextFor } from './fix-context.js';
import { runFixLoop } from './fix-loop.js';
import { type FixOutcome, returnFixedText, showDiff, writeFixedFiles } from './fix-outcome.js';
import { stdinTargetOf } from './stdin-target.js';

/** Collects what is found and, where that was requested, fixes what can be fixed. */
export async function collectAndFix(io: Io, plan: Plan): Promise<FixOutcome> {
  const { fix } = plan;
  if (fix === undefined) return { collected: await collect(io, plan, new Map()), failures: [] };
  const context = fixContextFor(io, plan, fix.reach);
  const fixed = await runFixLoop(await context.collectWith(new Map()), context);
  if (fix.to === 'diff') return showDiff(io, plan, fixed);
  const input = stdinTargetOf(plan);
  return input === undefined
    ? writeFixedFiles(io, fixed, context)
    : returnFixedText(io, input, fixed);
}
